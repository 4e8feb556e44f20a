/** Parses what the Windows script wrote, and gives each probe its part of it: what was read, or why it could not be. */
import type { Reading, Unread } from '../../platform/reading.ts'
import type { CommandResult } from '../../platform/run-command.ts'
import { unreadBecause } from './failure.ts'
import type { SectionName } from './sections.ts'

export type Row = Readonly<Record<string, unknown>>

/** The whole of one run, shared by all probes. */
export type WindowsReading = Reading<Readonly<Record<string, unknown>>>

const FORMAT = 1
const POLICY = 'policy or the virus scanner keeps PowerShell from running the inventory script'

export function parseInventory(result: CommandResult): WindowsReading {
  if (result.kind === 'denied') return { kind: 'denied', detail: POLICY }
  if (result.kind === 'not-found') return { kind: 'absent', detail: 'this Windows has no PowerShell' }
  if (result.kind !== 'ok') return { kind: result.kind, detail: result.detail }
  // Under code page 65001 .NET begins with a byte order mark.
  const text = result.stdout.replace(/^\uFEFF/, '').trim()
  if (text === '') return { kind: 'failed', detail: 'PowerShell ended well and wrote nothing' }
  const found = jsonIn(text)
  if (!isRow(found)) return { kind: 'failed', detail: 'what PowerShell wrote is cut off or no JSON' }
  if (found.refused !== undefined) return { kind: 'denied', detail: POLICY }
  if (found.format !== FORMAT || !isRow(found.sections))
    return { kind: 'failed', detail: 'the script beside the agent is of another version' }
  return { kind: 'read', value: found.sections }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** One reading of one section. A part that stands in the output counts, even when its section hung later. */
export function partOf(windows: WindowsReading | undefined, section: SectionName, part: string): Reading<unknown> {
  const what = `${section}.${part}`
  if (!windows) return { kind: 'failed', detail: `${what}: the inventory of Windows was not taken` }
  if (windows.kind !== 'read') return windows
  const found = windows.value[section]
  if (!isRow(found)) return { kind: 'failed', detail: `${what}: not in the output of the script` }
  const parts = isRow(found.parts) ? found.parts : {}
  const read = parts[part]
  if (!isRow(read)) return unfinished(found, what)
  if (isRow(read.failure)) return unreadBecause(read.failure, what)
  return { kind: 'read', value: read.value ?? null }
}

function unfinished(section: Row, what: string): Unread {
  switch (section.state) {
    case 'timed-out':
      return { kind: 'timed-out', detail: `${what}: Windows did not answer in time` }
    case 'not-started':
      return { kind: 'timed-out', detail: `${what}: no time was left for it` }
    default:
      return isRow(section.failure) ? unreadBecause(section.failure, what) : { kind: 'failed', detail: `${what}: not read` }
  }
}

/** Rows of a list. PowerShell makes a lone object of a list of one, and nothing of an empty one. */
export function rowsOf(windows: WindowsReading | undefined, section: SectionName, part: string): Reading<Row[]> {
  const reading = partOf(windows, section, part)
  if (reading.kind !== 'read') return reading
  const list = listOf(reading.value)
  if (!list.every(isRow)) return { kind: 'failed', detail: `${section}.${part}: not understood` }
  return { kind: 'read', value: [...list] }
}

/** The one row of a class that has one; none at all is no answer. */
export function rowOf(windows: WindowsReading | undefined, section: SectionName, part: string): Reading<Row> {
  const rows = rowsOf(windows, section, part)
  if (rows.kind !== 'read') return rows
  const [first] = rows.value
  return first ? { kind: 'read', value: first } : { kind: 'absent', detail: `${section}.${part}: Windows shows none` }
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === null || value === undefined ? [] : [value]
}

export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
