/** The PCs behind a figure of the patch page, by name: a page of them, or all in chunks for a file. */
import type { PatchedPc, PatchedPcs, PatchedPcsQuery } from '@somay/shared/api/patches.ts'
import type { Cell } from '@somay/shared/api/pcs.ts'
import type { UnknownReason } from '@somay/shared/unknown.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../../access/access.ts'
import { isMarked, mayBeNamed } from '../../access/scope.ts'
import { type MeasuredColumns, measureColumns, measuresFrom } from '../../measuring/columns.ts'
import { NEVER } from '../../plan/measures/measures.ts'
import { windows11Of } from '../../plan/windows-11.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import { unitCondition } from '../counts/count.ts'
import { type After, allPages, pageAfter } from '../pages-by-key.ts'
import { readinessTold } from '../plan/readiness-told.ts'
import { hindersSql, windows11BitsSql } from '../plan/windows-11-sql.ts'
import { patchStates } from './states-sql.ts'

export type PatchedPcsAsked = Omit<PatchedPcsQuery, 'on' | 'after' | 'limit'> & { readonly on: string; readonly scope: Scope }

type Row = MeasuredColumns & {
  readonly id: number
  readonly key: string
  readonly name: string
  readonly unit: string
  readonly reasons: string
  readonly os_name: string | null
  readonly os_version: string | null
  readonly os_build: string | null
  readonly support: PatchedPc['support']
  readonly age: PatchedPc['age']
  readonly support_ends_on: string | null
  readonly missing_since: string | null
  readonly patched_until: string | null
  readonly pending_updates: number | null
  readonly restart_pending: number | null
  readonly last_patched_at: number | null
  readonly inventory_at: number | null
}

export function readPatchedPcs(
  database: Database,
  asked: PatchedPcsAsked,
  page: { readonly after: string | undefined; readonly limit: number },
): Promise<PatchedPcs> {
  return pageAfter((after, limit) => pageOf(database, asked, after, limit), patchedPcOf, page)
}

export function readAllPatchedPcs(database: Database, asked: PatchedPcsAsked): AsyncGenerator<PatchedPc[]> {
  return allPages((after, limit) => pageOf(database, asked, after, limit), patchedPcOf)
}

/** Whether of what was asked for some is counted for this caller and not named. */
export async function withholdsPatched(database: Database, asked: PatchedPcsAsked): Promise<boolean> {
  return asked.scope === 'all-open' && (await pageOf(database, asked, undefined, 1, 'withheld')).length > 0
}

async function pageOf(
  { read, dialect }: Database,
  { on, scope, unit, block, system, version, support, age, pending, restart, windows11, hinder }: PatchedPcsAsked,
  after: After,
  limit: number,
  part: 'named' | 'withheld' = 'named',
): Promise<Row[]> {
  const bits = windows11BitsSql()
  const states = patchStates(on, bits)
  const is = (state: RawBuilder<string>, wanted: string | undefined) => (wanted === undefined ? [] : [sql<boolean>`${state} = ${wanted}`])
  /** Empty stands for what no report told. */
  const named = (column: string, wanted: string | undefined) => {
    if (wanted === undefined) return []
    return [wanted === '' ? sql<boolean>`${sql.ref(column)} is null` : sql<boolean>`${sql.ref(column)} = ${wanted}`]
  }
  const conditions = [
    sql<boolean>`m.left_ledger = 0`,
    unitCondition(dialect, scope, unit)(sql`m.unit_id`),
    part === 'named' ? mayBeNamed(scope, sql`pc.id`) : isMarked(sql`pc.id`),
    ...(block === undefined ? [] : [sql<boolean>`u.block = ${block}`]),
    ...named('pc.os_name', system),
    ...named('pc.os_version', version),
    ...is(states.support, support),
    ...is(states.age, age),
    ...is(states.pending, pending),
    ...is(states.restart, restart),
    ...is(states.windows11, windows11),
    ...(hinder === undefined ? [] : [hindersSql(bits, hinder)]),
    ...(after === undefined ? [] : [sql<boolean>`(pc.name_key > ${after[0]} or (pc.name_key = ${after[0]} and pc.id > ${after[1]}))`]),
  ]
  const { rows } = await sql<Row>`
    select pc.id, pc.name_key as key, pc.name, u.name as unit, pc.reasons, pc.os_name, pc.os_version, pc.os_build, ${states.support} as support,
      ${states.age} as age, ${sql.raw(measureColumns('m'))}, pc.pending_updates, pc.restart_pending, pc.last_patched_at, c.inventory_at
    from pc join pc_measure m on m.pc_id = pc.id join unit u on u.id = m.unit_id join pc_contact c on c.pc_id = pc.id
    where ${sql.join(conditions, sql.raw(' and '))} order by pc.name_key, pc.id limit ${limit}`.execute(read)
  return rows
}

/** Told by a table of days, where no end is in sight. */
const NONE = 'none'

/** Where none is missing by a table that is fresh enough, none is; by an older one nobody knows. */
function missingSinceOf({ missing_since, patched_until, age }: Row, cell: Cell): Cell {
  if (missing_since !== null || patched_until === null) return cell
  return age === 'none' ? NONE : { unknown: 'table-old' }
}

function patchedPcOf(row: Row): PatchedPc {
  const reasons = JSON.parse(row.reasons) as Readonly<Record<string, UnknownReason>>
  const cell = (column: string, fact: string, value: string | number | boolean | null): Cell =>
    value ?? { unknown: reasons[column] ?? reasons[`fact:${fact}`] ?? 'no-report' }
  const number = (value: number | null): number | null => (value === null ? null : Number(value))
  // What the table does not hold is told as such, and not as what the PC could not read.
  const day = (value: string | null): Cell => (value === NEVER ? NONE : (value ?? { unknown: reasons['fact:os'] ?? 'not-supported' }))
  return {
    pcId: row.id,
    name: row.name,
    unit: row.unit,
    os: cell('os_name', 'os', row.os_name),
    version: cell('os_version', 'os', row.os_version),
    build: cell('os_build', 'os', row.os_build),
    support: row.support,
    supportEndsOn: day(row.support_ends_on),
    age: row.age,
    missingSince: missingSinceOf(row, day(row.missing_since)),
    pendingUpdates: cell('pending_updates', 'patches', number(row.pending_updates)),
    restartPending: cell('restart_pending', 'patches', row.restart_pending === null ? null : Number(row.restart_pending) === 1),
    lastPatchedAt: cell('last_patched_at', 'patches', number(row.last_patched_at)),
    windows11: readinessTold(windows11Of(measuresFrom(row))),
    ...(row.inventory_at !== null && { inventoryAt: Number(row.inventory_at) }),
  }
}
