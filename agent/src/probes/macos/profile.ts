/** Parses the report of system_profiler, and gives each probe the data type it asks for: what was read, or why it could not be. */
import { jsonObjectIn } from '../../platform/json-object.ts'
import type { Reading, TextReading } from '../../platform/reading.ts'
import type { CommandResult } from '../../platform/run-command.ts'
import type { CommandName, DataType } from './sources.ts'

export type Row = Readonly<Record<string, unknown>>

/** All that was asked of macOS, shared by all probes. */
export type MacReading = {
  readonly profile: Reading<Row>
  readonly texts: Readonly<Partial<Record<CommandName, TextReading>>>
}

/** Where rows hold rows: slots, devices on controllers, screens on adapters, media in USB devices. */
const LISTS = ['_items', 'spdisplays_ndrvs', 'Media'] as const

export function parseProfile(result: CommandResult): MacReading['profile'] {
  if (result.kind === 'not-found') return { kind: 'absent', detail: result.detail }
  if (result.kind !== 'ok') return { kind: result.kind, detail: result.detail }
  const report = jsonObjectIn(result.stdout.trim())
  return report ? { kind: 'read', value: report } : { kind: 'failed', detail: 'what system_profiler wrote is cut off or no JSON' }
}

/** The rows of one data type. A report cut short by its time limit leaves types out; none of them is an empty list. */
export function rowsOf(mac: MacReading | undefined, type: DataType): Reading<Row[]> {
  if (!mac) return { kind: 'failed', detail: `${type}: the inventory of macOS was not taken` }
  if (mac.profile.kind !== 'read') return mac.profile
  const found = mac.profile.value[type]
  if (found === undefined) return { kind: 'failed', detail: `${type}: not in the report of system_profiler` }
  return isRows(found) ? { kind: 'read', value: found } : { kind: 'failed', detail: `${type}: not understood` }
}

/** The one row of a data type that has one; none at all is no answer. */
export function rowOf(mac: MacReading | undefined, type: DataType): Reading<Row> {
  const rows = rowsOf(mac, type)
  if (rows.kind !== 'read') return rows
  const [first] = rows.value
  return first ? { kind: 'read', value: first } : { kind: 'failed', detail: `${type}: the report is empty` }
}

/** What one of the small commands wrote. */
export function textOf(mac: MacReading | undefined, name: CommandName): TextReading {
  return mac?.texts[name] ?? { kind: 'failed', detail: `${name}: the inventory of macOS was not taken` }
}

/** Rows inside a row of `rowsOf`, whose shape was looked at there. */
export function rowsIn(row: Row, key: (typeof LISTS)[number]): Row[] {
  const found = row[key]
  return isRows(found) ? found : []
}

export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A list that is none, at whatever depth, must not look like an empty one. */
function isRows(value: unknown): value is Row[] {
  return Array.isArray(value) && value.every((row) => isRow(row) && LISTS.every((key) => row[key] === undefined || isRows(row[key])))
}
