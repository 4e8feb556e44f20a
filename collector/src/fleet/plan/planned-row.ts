/** A row of a plan's list as the database tells it, and what is made of it: what was not read stays unknown with its reason. */
import type { Cell } from '@somay/shared/api/pcs.ts'
import type { PlannedPc } from '@somay/shared/api/planned-pcs.ts'
import type { Words } from '@somay/shared/text/words.ts'
import type { UnknownReason } from '@somay/shared/unknown.ts'
import { sql } from 'kysely'
import { type MeasuredColumns, measureColumns, measuresFrom } from '../../measuring/columns.ts'
import type { Measures } from '../../plan/measures/measures.ts'
import { type Circumstances, verdictOf } from '../../plan/verdict.ts'
import { windows11Of } from '../../plan/windows-11.ts'
import type { FundedGroup } from './funded-groups.ts'
import { readinessTold } from './readiness-told.ts'

/** Columns of pc, and of the latest entry of its asset. */
const PC_COLUMNS = ['model', 'serial', 'processor', 'os_name', 'os_version'] as const

export const PLANNED_CELLS = [
  sql.raw('pc.name, pc.reasons'),
  ...PC_COLUMNS.map((name) => sql.raw(`pc.${name}`)),
  sql.raw(
    'i.asset_code, case when i.id is not null then e.unit_id end as asset_unit, case when i.id is not null then e.cost_dong end as original_dong, case when e.item_id is null then 0 else 1 end as is_listed',
  ),
  sql.raw('c.inventory_at'),
  sql.raw(measureColumns('v')),
]

export type PlannedRow = MeasuredColumns &
  Record<(typeof PC_COLUMNS)[number], string | null> & {
    readonly pc_id: number
    readonly name_key: string
    readonly name: string
    readonly reasons: string
    readonly asset_code: string | null
    readonly asset_unit: number | null
    readonly original_dong: number | null
    /** In whosever books: the three above are null where the caller does not see the unit. */
    readonly is_listed: number
    readonly inventory_at: number | null
    readonly slice: number
    readonly place: number
  }

/** What belongs to all PCs of a plan. */
export type Telling = {
  readonly terms: Circumstances
  /** See plan/explain.ts. */
  readonly explain: (findings: number, measures: Measures) => Words[]
}

type Standing = { readonly group: FundedGroup; readonly unit: string; readonly year: number | undefined }

export function plannedPcOf(row: PlannedRow, { group, unit, year }: Standing, { terms, explain }: Telling): PlannedPc {
  const measures = measuresFrom(row)
  const reasons = JSON.parse(row.reasons) as Readonly<Record<string, UnknownReason>>
  const cell = (column: keyof PlannedRow & string, fact: string): Cell =>
    row[column] ?? { unknown: reasons[column] ?? reasons[`fact:${fact}`] ?? 'no-report' }
  const number = (value: Cell): Cell => (typeof value === 'string' ? Number(value) : value)
  const { kind, remedies, works, items, costDong, points, nature, life, findings, untold } = group
  return {
    pcId: row.pc_id,
    name: row.name,
    unit,
    ...(row.asset_code !== null && { assetCode: row.asset_code }),
    ...(row.asset_code === null && Number(row.is_listed) === 1 && { listedElsewhere: true }),
    ...(row.year_in_use !== null && { yearInUse: Number(row.year_in_use) }),
    ...(row.original_dong !== null && { originalDong: Number(row.original_dong) }),
    model: cell('model', 'system'),
    serial: cell('serial', 'system'),
    processor: cell('processor', 'processor'),
    memoryBytes: number(cell('memory_bytes', 'memory')),
    diskKind: cell('system_disk_kind', 'disks'),
    diskBytes: number(cell('system_disk_bytes', 'disks')),
    os: cell('os_name', 'os'),
    verdict: kind,
    remedies: [...remedies],
    works: [...works],
    reasons: explain(findings, measures),
    missing: [...(kind === 'unknown' ? verdictOf(measures, terms).missing : untold)],
    ...(costDong !== undefined && { costDong }),
    items: [...items],
    nature,
    points,
    life,
    windows11: readinessTold(windows11Of(measures)),
    ...(year !== undefined && { year }),
    ...(row.inventory_at !== null && { inventoryAt: Number(row.inventory_at) }),
  }
}
