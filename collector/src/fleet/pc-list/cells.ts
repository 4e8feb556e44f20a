/** A value from the database as a cell: unknown keeps its reason, and a PC without a report says that it has none. */
import type { Cell } from '@somay/shared/api/pcs.ts'
import type { ColumnReason } from '../../store/pc-columns.ts'
import type { PcListColumn } from './columns.ts'

export function toCell(column: PcListColumn, value: unknown, reasons: Readonly<Record<string, string>>, noReport: boolean): Cell {
  if (value === null || value === undefined) {
    const reason = column.reason === undefined ? undefined : reasons[column.reason]
    // Without a kept reason nothing has told this value yet: no report at all, or none that held its fact.
    if (reason === undefined || noReport) return { unknown: 'no-report' }
    return { unknown: reason as ColumnReason }
  }
  return column.kind === 'yes-no' ? value === 1 : (value as string | number)
}
