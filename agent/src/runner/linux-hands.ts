/** The runner's hands on Linux: dpkg or rpm, and systemd. */
import type { PackageKind } from '@somay/shared/release.ts'
import type { CommandLimits, CommandResult } from '../platform/run-command.ts'
import type { Done, Hands } from './hands.ts'

export type RunCommand = (file: string, args: readonly string[], limits: CommandLimits) => Promise<CommandResult>

const PACKAGE = 'somay-agent'
/** Braces of dpkg's own. */
const DEB_VERSION = ['--showformat=$', '{db:Status-Status} $', '{Version}'].join('')
/** An old disk takes minutes. */
const INSTALL_MS = 15 * 60_000
const ASK_MS = 60_000
/** Updates of the system itself are at work, for half an hour at times: their end is waited for. */
const LOCKED = /\block\b|\blocked\b/i
const BUSY_PAUSE_MS = 30_000
const MOST_BUSY = 60

export function linuxHands(kind: Exclude<PackageKind, 'windows-msi-x64'>, run: RunCommand, wait: (ms: number) => Promise<void>): Hands {
  const isDeb = kind === 'linux-deb-amd64'
  const done = async (file: string, args: readonly string[]): Promise<Done> => {
    for (let time = 1; ; time++) {
      const said = await run(file, args, { timeoutMs: INSTALL_MS, withErrors: true })
      if (said.kind === 'ok') return { ok: true }
      if (!LOCKED.test(said.detail) || time === MOST_BUSY) return { ok: false, detail: said.detail }
      await wait(BUSY_PAUSE_MS)
    }
  }
  const install = async (path: string): Promise<Done> => {
    if (!isDeb) return done('rpm', ['--upgrade', '--oldpackage', '--replacepkgs', path])
    // What the last power cut left half done would stand in the way.
    await done('dpkg', ['--configure', PACKAGE])
    return done('dpkg', ['--install', '--force-confdef', '--force-confold', path])
  }
  return {
    kind,
    async installedVersion() {
      const said = isDeb
        ? await run('dpkg-query', ['--show', DEB_VERSION, PACKAGE], { timeoutMs: ASK_MS })
        : await run('rpm', ['--query', '--queryformat', 'installed %{VERSION}\\n', PACKAGE], { timeoutMs: ASK_MS })
      if (said.kind !== 'ok') return undefined
      // rpm names two when an upgrade was cut off between bringing the new and removing the old.
      const [only, ...others] = said.stdout.trim().split('\n')
      return others.length === 0 ? /^installed (\d+\.\d+\.\d+)$/.exec(only ?? '')?.[1] : undefined
    },
    isScheduled: async () => false,
    install,
    goBackTo: (path) => install(path),
    async startAgent() {
      await run('systemctl', ['start', `${PACKAGE}.service`], { timeoutMs: ASK_MS })
    },
  }
}
