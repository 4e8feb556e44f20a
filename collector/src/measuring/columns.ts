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
  'may_go_to_windows11',
  'upgrades_for_free',
  'windows11_processor',
  'bits64',
  'secure_boot_capable',
  'portable',
  'protected_from_malware',
  'system_encrypted',
])

export type MeasuredColumns = Readonly<Record<MeasureColumn, string | number | null>>

/** What is null was not read; why stands with the facts of the PC. */
export function measuresFrom(row: MeasuredColumns): Measures {
  return Object.fromEntries(
    COLUMNS.map((column) => {
      const value = row[column]
      if (value === null) return [measureOf(column), unknown('failed')]
      if (YES_OR_NO.has(column)) return [measureOf(column), Number(value) === 1]
      return [measureOf(column), MEASURE_COLUMNS[column] === 'int' ? Number(value) : value]
    }),
  ) as unknown as Measures
}

/** As `select` wants them, of a table that is called `alias`. */
export function measureColumns(alias: string): string {
  return COLUMNS.map((column) => `${alias}.${column}`).join(', ')
}
