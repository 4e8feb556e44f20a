/** Rows of the list behind a figure as the database gives them, live or frozen, and as the pages have them. Pure. */
import type { CountedPc } from '@somay/shared/api/counts.ts'
import type { CountState } from '@somay/shared/text/choices.ts'
import type { ConditionValue } from '@somay/shared/text/conditions.ts'
import { dayOfRecord } from '../../counting/window.ts'
import type { ColumnReason } from '../../store/pc-columns.ts'

/**
 * `cells` is JSON: name, unit, state, last internet, last heard of, model, serial, the reasons of what is unknown, the three conditions, and of
 * an asset of the register, whose `id` is the negative of its number, its code.
 */
export type CountedRow = { id: number; key: string; cells: string }

type Cells = [
  name: string,
  unit: string,
  state: CountState,
  internetOn: number | null,
  heardOn: number | null,
  model: string | null,
  serial: string | null,
  reasons: string,
  casing: ConditionValue<'casing'> | null,
  support: ConditionValue<'support'> | null,
  patchAge: ConditionValue<'patchAge'> | null,
  assetCode: string | undefined,
]

export function countedPcOf({ id, cells }: CountedRow): CountedPc {
  const [name, unit, state, internetOn, heardOn, model, serial, reasons, casing, support, patchAge, assetCode] = JSON.parse(cells) as Cells
  const why = JSON.parse(reasons) as Record<string, ColumnReason>
  return {
    ...(assetCode === undefined ? { pcId: id } : { itemId: -id, assetCode }),
    name,
    unit,
    state,
    ...(casing !== null && { casing }),
    ...(support !== null && { support }),
    ...(patchAge !== null && { patchAge }),
    model: model ?? { unknown: why.model ?? 'no-report' },
    serial: serial ?? { unknown: why.serial ?? 'no-report' },
    ...(internetOn !== null && { internetOn: dayOfRecord(internetOn) }),
    ...(heardOn !== null && { heardOn: dayOfRecord(heardOn) }),
  }
}

/** Two lists in the order of the database, by name and number, as one; no more than `limit`. */
export function mergedRows(one: readonly CountedRow[], other: readonly CountedRow[], limit: number): CountedRow[] {
  if (other.length === 0) return one.slice(0, limit)
  return [...one, ...other].sort(byKey).slice(0, limit)
}

// By bytes, as both databases compare; JavaScript compares letters beyond the first plane by their halves.
function byKey(one: CountedRow, other: CountedRow): number {
  return one.key === other.key ? one.id - other.id : Buffer.compare(Buffer.from(one.key), Buffer.from(other.key))
}
