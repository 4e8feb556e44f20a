/** Runs the Windows script once for all probes: hidden, within one time limit, with only the sections the wanted facts need. */
import type { FactName } from '@somay/shared/facts/index.ts'
import type { Platform } from '../../platform/platform.ts'
import type { CommandResult } from '../../platform/run-command.ts'
import { parseInventory, type WindowsReading } from './inventory.ts'
import { SECTIONS, sectionsFor } from './sections.ts'

export const SCRIPT_NAME = 'windows-inventory.ps1'
/** After this the script writes what it has; no section may take longer. */
const SCRIPT_SECONDS = 150
/** PowerShell takes a while to start on a PC that has just been switched on; the whole stays well within the limit of an inventory. */
const LIMIT_MS = (SCRIPT_SECONDS + 30) * 1_000
const MAX_BYTES = 16 * 1024 * 1024

export async function readWindows(platform: Platform, facts: readonly FactName[]): Promise<WindowsReading> {
  const script = await findScript(platform)
  if (script === undefined) return { kind: 'failed', detail: `${SCRIPT_NAME} is missing beside the agent; npm run build makes it` }
  const wanted = sectionsFor(facts).map((name) => `${name}=${SECTIONS[name].limitSeconds}`)
  if (wanted.length === 0) return { kind: 'read', value: {} }
  return parseInventory(await runScript(platform, script, wanted.join(',')))
}

/** Beside the bundle, or in the folder the build fills when the agent runs from its sources. */
async function findScript(platform: Platform): Promise<string | undefined> {
  for (const folder of [platform.programFolder, `${platform.programFolder}\\..\\dist`]) {
    const path = `${folder}\\${SCRIPT_NAME}`
    if ((await platform.modifiedAt(path)).kind === 'read') return path
  }
  return undefined
}

// A file an administrator can read and sign, not an encoded command line. "Bypass" sets aside the default of Windows clients, which
// runs no file at all; a policy of the agency's own goes before it, and then the facts are unknown because access was denied.
function runScript(platform: Platform, script: string, sections: string): Promise<CommandResult> {
  return platform.runCommand(
    'powershell.exe',
    [
      '-NoLogo',
      '-NoProfile',
      '-NonInteractive',
      '-WindowStyle',
      'Hidden',
      '-ExecutionPolicy',
      'Bypass',
      '-File',
      script,
      '-Sections',
      sections,
      '-Seconds',
      String(SCRIPT_SECONDS),
    ],
    { timeoutMs: LIMIT_MS, maxBytes: MAX_BYTES },
  )
}
