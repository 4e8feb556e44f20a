/** A row of the register as the database gives it and as the pages have it; what a list or a PC does not tell stays null or unknown. Pure. */
import type { Cell } from '@somay/shared/api/pcs.ts'
import type { RegisterRow } from '@somay/shared/api/register.ts'
import type { RegisterKind } from '@somay/shared/text/register.ts'
import type { ColumnReason } from '../../store/pc-columns.ts'

export type PcCells = readonly [
  id: number,
  name: string,
  unit: string,
  kind: string | null,
  model: string | null,
  serial: string | null,
  reasons: string,
  lastSeenAt: number | null,
]

/** What the SQL gives of a PC, in the order of PcCells. */
export const PC_CELLS = ['pc.id', 'pc.name', 'pu.name', 'pc.chassis_kind', 'pc.model', 'pc.serial', 'pc.reasons', 'c.last_seen_at']

type ItemCells = readonly [
  assetCode: string,
  name: string,
  unit: string,
  kind: RegisterKind | null,
  serial: string | null,
  yearInUse: number | null,
  costDong: number | null,
  exempt: number,
  note: string,
  unitDiffers: unknown,
  kindDiffers: unknown,
  modelDiffers: unknown,
  matchedBy: string | null,
  leftAt: number | null,
  ...pc: PcCells | readonly [null, ...unknown[]],
]

export type ItemRow = { readonly id: number; readonly key: string; readonly cells: string }

type Candidates = RegisterRow['candidates']

export function itemRowOf({ id, cells }: ItemRow, candidates: Candidates): RegisterRow {
  const [assetCode, name, unit, kind, serial, yearInUse, costDong, exempt, note, ofUnit, ofKind, ofModel, matchedBy, leftAt, ...pc] =
    JSON.parse(cells) as ItemCells
  const differs = (
    [
      ['unit', ofUnit],
      ['kind', ofKind],
      ['model', ofModel],
    ] as const
  )
    .filter(([, is]) => Number(is) === 1)
    .map(([what]) => what)
  return {
    item: { id, assetCode, name, unit, kind, serial, yearInUse, costDong, exempt: exempt === 1, note },
    ...(pc[0] !== null && { pc: pcOf(pc as unknown as PcCells) }),
    ...(matchedBy && { matchedBy }),
    ...(leftAt !== null && { leftAt }),
    differs,
    candidates,
  }
}

export function pcOf([id, name, unit, kind, model, serial, reasons, lastSeenAt]: PcCells): NonNullable<RegisterRow['pc']> {
  const why = JSON.parse(reasons) as Record<string, ColumnReason>
  const cell = (value: string | null, column: string): Cell => value ?? { unknown: why[column] ?? 'no-report' }
  const heard = lastSeenAt === null ? {} : { lastSeenAt }
  return { id, name, unit, kind: cell(kind, 'chassis_kind'), model: cell(model, 'model'), serial: cell(serial, 'serial'), ...heard }
}
