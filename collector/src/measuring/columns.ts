/** Under which column of the ledger a measure stands, and what a row of them tells. */
import { unknown } from '@somay/shared/unknown.ts'
import type { MeasureName, Measures } from '../plan/measures/measures.ts'
import { MEASURE_COLUMNS, type MeasureColumn } from '../store/measures.ts'

/** "memoryFreeSlots" stands as memory_free_slots. */
export function columnOf(measure: MeasureName): MeasureColumn {
  return measure.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) as MeasureColumn
}

function measureOf(column: MeasureColumn): MeasureName {
  return column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()) as MeasureName
}

const COLUMNS = Object.keys(MEASURE_COLUMNS) as readonly MeasureColumn[]
/** Kept as 1 and 0. */
const YES_OR_NO: ReadonlySet<MeasureColumn> = new Set([
  'memory_soldered',
  'may_go_to_windows11',
  'on_windows11',
  'upgrades_for_free',
  'windows11_processor',
  'bits64',
  'secure_boot_capable',
  'portable',
  'protected_from_malware',
  'system_encrypted',
])

/** Worked out once: a hundred thousand rows ask for every one. */
const TOLD = COLUMNS.map((column) => ({
  column,
  name: measureOf(column),
  kind: YES_OR_NO.has(column) ? 'yes-no' : MEASURE_COLUMNS[column],
}))

export type MeasuredColumns = Readonly<Record<MeasureColumn, string | number | null>>

/** What is null was not read; why stands with the facts of the PC. */
export function measuresFrom(row: MeasuredColumns): Measures {
  const measures: Record<string, unknown> = {}
  for (const { column, name, kind } of TOLD) {
    const value = row[column]
    if (value === null) measures[name] = NOT_READ
    else if (kind === 'yes-no') measures[name] = Number(value) === 1
    else measures[name] = kind === 'int' ? Number(value) : value
  }
  return measures as unknown as Measures
}

const NOT_READ = unknown('failed')

/** As `select` wants them, of a table that is called `alias`. */
export function measureColumns(alias: string): string {
  return COLUMNS.map((column) => `${alias}.${column}`).join(', ')
}
