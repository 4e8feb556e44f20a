/** Asks macOS once for all probes: one run of system_profiler with the data types the wanted facts need, and the small commands beside it. */
import type { FactName } from '@somay/shared/facts/index.ts'
import type { Platform } from '../../platform/platform.ts'
import type { TextReading } from '../../platform/reading.ts'
import type { CommandResult } from '../../platform/run-command.ts'
import { type MacReading, parseProfile } from './profile.ts'
import { COMMANDS, type CommandName, commandsFor, dataTypesFor } from './sources.ts'

/** After this system_profiler writes the report without what has not answered. */
const REPORT_SECONDS = 90
/** It takes a while to start on a Mac that has just been switched on; the whole stays well within the limit of an inventory. */
const REPORT_LIMIT_MS = (REPORT_SECONDS + 30) * 1_000
/** The registry and the kernel answer from memory; this much means that something hangs. */
const COMMAND_LIMIT_MS = 15_000
const MAX_BYTES = 16 * 1024 * 1024

export async function readMac(platform: Platform, facts: readonly FactName[]): Promise<MacReading> {
  const names = commandsFor(facts)
  const [profile, ...texts] = await Promise.all([readProfile(platform, facts), ...names.map((name) => readCommand(platform, name))])
  return { profile, texts: Object.fromEntries(names.map((name, index) => [name, texts[index]])) }
}

async function readProfile(platform: Platform, facts: readonly FactName[]): Promise<MacReading['profile']> {
  const types = dataTypesFor(facts)
  if (types.length === 0) return { kind: 'read', value: {} }
  const args = ['-json', '-detailLevel', 'full', '-timeout', String(REPORT_SECONDS), ...types]
  return parseProfile(await platform.runCommand('/usr/sbin/system_profiler', args, { timeoutMs: REPORT_LIMIT_MS, maxBytes: MAX_BYTES }))
}

async function readCommand(platform: Platform, name: CommandName): Promise<TextReading> {
  const { file, args, limitMs = COMMAND_LIMIT_MS, withErrors = false } = COMMANDS[name]
  return textReading(await platform.runCommand(file, args, { timeoutMs: limitMs, maxBytes: MAX_BYTES, withErrors }))
}

function textReading(result: CommandResult): TextReading {
  if (result.kind === 'ok') return { kind: 'read', value: result.stdout }
  return { kind: result.kind === 'not-found' ? 'absent' : result.kind, detail: result.detail }
}
