/** The runner's hands on Windows: msiexec, and whichever of service and scheduler runs the agent. */
import { rmSync } from 'node:fs'
import { win32 } from 'node:path'
import { parseRegistry } from '../platform/registry.ts'
import type { CommandResult } from '../platform/run-command.ts'
import type { Done, Hands } from './hands.ts'
import type { RunCommand } from './linux-hands.ts'

/** As the package writes it (installers/windows/msi/agent-package.ts): version, code of the product, folder, mode. */
export const INSTALLED = 'HKLM\\Software\\SoMay\\Installed'
export const SETTINGS_KEY = 'HKLM\\Software\\SoMay\\Agent'
/** As setup.mjs names it. */
const AGENT_TASK = 'SoMay\\Agent'
const USUAL_FOLDER = 'C:\\Program Files\\SoMay\\Agent'
const INSTALL_MS = 20 * 60_000
const ASK_MS = 60_000
/** Done, and Windows wants to be started again. */
const RESTART_WANTED = 3010
/** Another installation is at work: its end is waited for. */
const BUSY = 1618
const BUSY_PAUSE_MS = 30_000
const MOST_BUSY = 20
const LOOK_MS = 2_000
const MOST_LOOKS = 300

export type WindowsGround = {
  readonly run: RunCommand
  readonly wait: (ms: number) => Promise<void>
  /** A file for what is kept of the settings while the product is away. */
  readonly settingsFile: string
  /** Whether an agent is at work now that no service stops: its node.exe could not be replaced before the next restart. */
  readonly isAgentAtWork: () => boolean
}

export function windowsHands({ run, wait, settingsFile, isAgentAtWork }: WindowsGround): Hands {
  const about = async () => {
    const said = await run('reg.exe', ['query', INSTALLED], { timeoutMs: ASK_MS })
    return said.kind === 'ok' ? parseRegistry(said.stdout) : new Map<string, string>()
  }
  const msiexec = async (...args: readonly string[]): Promise<Done> => {
    for (let time = 1; ; time++) {
      const said: CommandResult = await run('msiexec.exe', [...args, '/qn', '/norestart'], {
        timeoutMs: INSTALL_MS,
        // 1618 is 82 under wine, which hands on the low byte.
        okCodes: [0, RESTART_WANTED, RESTART_WANTED & 0xff, BUSY, BUSY & 0xff],
      })
      if (said.kind !== 'ok') return { ok: false, detail: said.detail }
      if (said.code !== BUSY && said.code !== (BUSY & 0xff)) return { ok: true }
      if (time === MOST_BUSY) return { ok: false, detail: 'another installation did not end' }
      await wait(BUSY_PAUSE_MS)
    }
  }
  return {
    kind: 'windows-msi-x64',
    installedVersion: async () => (await about()).get('version'),
    async install(path) {
      const isScheduled = (await about()).get('mode') === 'scheduled'
      for (let time = 0; isScheduled && isAgentAtWork() && time < MOST_LOOKS; time++) await wait(LOOK_MS)
      return msiexec('/i', path)
    },
    async goBackTo(path) {
      // A package refuses to go back, so the new one is removed first; its settings would go with it.
      const { code, mode, window } = Object.fromEntries(await about())
      if (code) {
        await run('reg.exe', ['export', SETTINGS_KEY, settingsFile, '/y'], { timeoutMs: ASK_MS })
        const gone = await msiexec('/x', code)
        if (!gone.ok) return gone
      }
      await run('reg.exe', ['import', settingsFile], { timeoutMs: ASK_MS })
      const done = await msiexec('/i', path, ...(mode ? [`MODE=${mode}`] : []), ...(window ? [`WINDOW=${window}`] : []))
      // The token and a proxy's password are in it.
      if (done.ok) rmSync(settingsFile, { force: true })
      return done
    },
    async startAgent() {
      const { mode, folder = USUAL_FOLDER } = Object.fromEntries(await about())
      if (mode !== 'scheduled') return void (await run('net.exe', ['start', 'SoMayAgent'], { timeoutMs: ASK_MS }))
      // An installer that failed may have taken the task along.
      await run(win32.join(folder, 'node.exe'), [win32.join(folder, 'setup.mjs'), 'schedule'], { timeoutMs: ASK_MS })
      await run('schtasks.exe', ['/Run', '/TN', AGENT_TASK], { timeoutMs: ASK_MS })
    },
  }
}
