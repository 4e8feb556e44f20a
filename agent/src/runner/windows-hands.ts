/** The runner's hands on Windows: msiexec, and whichever of service and scheduler runs the agent. */
import { existsSync, rmSync } from 'node:fs'
import { win32 } from 'node:path'
import Type, { type Static } from 'typebox'
import { syncFile, writeFileAtomically } from '../platform/atomic-file.ts'
import { parseRegistry } from '../platform/registry.ts'
import type { CommandResult } from '../platform/run-command.ts'
import { readRecord } from '../updates/records.ts'
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

const ChoicesSchema = Type.Object({ mode: Type.Optional(Type.String()), window: Type.Optional(Type.String()) })
type Choices = Static<typeof ChoicesSchema>

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
  const choicesFile = `${settingsFile}.json`
  /** How it is installed; between the one version and the other, where the power may go, the registry knows nothing. */
  const choices = async (): Promise<Choices> => {
    const { mode, window } = Object.fromEntries(await about())
    return mode === undefined ? (readRecord(choicesFile, ChoicesSchema) ?? {}) : { mode, ...(window !== undefined && { window }) }
  }
  /** Before anything is removed. */
  const keepChoices = async (): Promise<Choices> => {
    const present = await choices()
    await writeFileAtomically(choicesFile, `${JSON.stringify(present)}\n`)
    return present
  }
  /** Where no service stops it. */
  const endOfRun = async () => {
    for (let time = 0; isAgentAtWork() && time < MOST_LOOKS; time++) await wait(LOOK_MS)
  }
  const keepSettings = async (): Promise<Done> => {
    const said = await run('reg.exe', ['export', SETTINGS_KEY, settingsFile, '/y'], { timeoutMs: ASK_MS })
    if (said.kind !== 'ok') return { ok: false, detail: `the settings could not be kept: ${said.detail}` }
    try {
      await keepChoices()
      syncFile(settingsFile)
      return { ok: true }
    } catch (error) {
      return { ok: false, detail: `the settings could not be kept: ${(error as NodeJS.ErrnoException).code ?? String(error)}` }
    }
  }
  return {
    kind: 'windows-msi-x64',
    isScheduled: async () => (await choices()).mode === 'scheduled',
    installedVersion: async () => (await about()).get('version'),
    async install(path) {
      if ((await keepChoices()).mode === 'scheduled') await endOfRun()
      return msiexec('/i', path)
    },
    async goBackTo(path) {
      // A package refuses to go back, so the new one is removed first; its settings would go with it.
      const { mode, window } = await choices()
      const code = (await about()).get('code')
      if (code) {
        const kept = await keepSettings()
        if (!kept.ok) return kept
        if (mode === 'scheduled') await endOfRun()
        const gone = await msiexec('/x', code)
        if (!gone.ok) return gone
      }
      if (existsSync(settingsFile)) {
        const back = await run('reg.exe', ['import', settingsFile], { timeoutMs: ASK_MS })
        // Without them it would report to nobody.
        if (back.kind !== 'ok') return { ok: false, detail: `the settings could not be put back: ${back.detail}` }
      }
      const done = await msiexec('/i', path, ...(mode ? [`MODE=${mode}`] : []), ...(window ? [`WINDOW=${window}`] : []))
      // The token and a proxy's password are in it.
      if (done.ok) rmSync(settingsFile, { force: true })
      return done
    },
    async startAgent() {
      const { folder = USUAL_FOLDER } = Object.fromEntries(await about())
      const { mode } = await choices()
      if (mode !== 'scheduled') return void (await run('net.exe', ['start', 'SoMayAgent'], { timeoutMs: ASK_MS }))
      // An installer that failed may have taken the task along.
      await run(win32.join(folder, 'node.exe'), [win32.join(folder, 'setup.mjs'), 'schedule'], { timeoutMs: ASK_MS })
      await run('schtasks.exe', ['/Run', '/TN', AGENT_TASK], { timeoutMs: ASK_MS })
    },
  }
}
