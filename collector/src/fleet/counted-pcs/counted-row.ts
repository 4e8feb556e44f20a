/** A row of the list behind a figure as the database gives it, live or frozen, and as the pages have it. Pure. */
import type { CountedPc } from '@somay/shared/api/counts.ts'
import type { CountState } from '@somay/shared/text/choices.ts'
import { dayOfRecord } from '../../counting/window.ts'
import type { ColumnReason } from '../../store/pc-columns.ts'

/** `cells` is JSON: name, unit, state, last internet, last heard of, model, serial, and the reasons of what is unknown. */
export type CountedRow = { id: number; key: string; cells: string }

type Cells = [string, string, CountState, number | null, number | null, string | null, string | null, string]

export function countedPcOf({ id, cells }: CountedRow): CountedPc {
  const [name, unit, state, internetOn, heardOn, model, serial, reasons] = JSON.parse(cells) as Cells
  const why = JSON.parse(reasons) as Record<string, ColumnReason>
  return {
    pcId: id,
    name,
    unit,
    state,
    model: model ?? { unknown: why.model ?? 'no-report' },
    serial: serial ?? { unknown: why.serial ?? 'no-report' },
    ...(internetOn !== null && { internetOn: dayOfRecord(internetOn) }),
    ...(heardOn !== null && { heardOn: dayOfRecord(heardOn) }),
  }
}
