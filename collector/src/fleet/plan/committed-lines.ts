/** The lines of a committed plan with what became of each, a page at a time. */
import type { CommittedLines, CommittedLinesQuery } from '@somay/shared/api/committed-plans.ts'
import type { Cell } from '@somay/shared/api/pcs.ts'
import type { Remedy } from '@somay/shared/text/plan.ts'
import type { UnknownReason } from '@somay/shared/unknown.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../../access/access.ts'
import { inScope, mayBeNamed } from '../../access/scope.ts'
import { hasAny } from '../../plan/findings.ts'
import { type OutcomeOf, UPDATES_BIT } from '../../plan/outcome.ts'
import { settle } from '../../plan/settle.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import type { Held } from './committed-plans.ts'
import { gatheredOfLine, KEY_COLUMNS, type OutcomeKey, outcomeOfKey, outcomesSql } from './outcome-sql.ts'
import { type DatedLine, remedyDates } from './remedy-dates.ts'
import { circumstancesOf } from './terms.ts'

const KEYS = Object.keys(KEY_COLUMNS) as readonly (keyof OutcomeKey)[]

type Row = OutcomeKey & {
  readonly pc_id: number
  readonly name: string
  readonly unit: string
  readonly asset_code: string | null
  readonly cost_dong: number | null
  readonly year: number | null
  readonly memory_bytes: number | null
  readonly system_disk_kind: string | null
  readonly os_name: string | null
  readonly os_version: string | null
  readonly windows_build: number | null
  readonly windows_revision: number | null
  readonly now_memory_bytes: number | null
  readonly now_disk: string | null
  readonly now_os: string | null
  readonly now_version: string | null
  readonly now_build: string | null
  readonly reasons: string
  readonly now_pc: number
}

type Asked = { readonly plan: Held; readonly scope: Scope; readonly query: CommittedLinesQuery }

const DEFAULT_LIMIT = 50
/** Each page works out what became of the plan anew: a file takes few of them. */
const CHUNK = 5_000

/** All of them, for a file. */
export async function* readAllCommittedLines(database: Database, { plan, scope, query }: Asked): AsyncGenerator<CommittedLines['rows']> {
  let after = query.after
  do {
    const page = await readCommittedLines(database, {
      plan,
      scope,
      query: { ...query, limit: CHUNK, ...(after !== undefined && { after }) },
    })
    yield page.rows
    after = page.next
  } while (after !== undefined)
}

export async function readCommittedLines(database: Database, { plan, scope, query }: Asked): Promise<CommittedLines> {
  const { read, dialect } = database
  const { unit, block, outcome, year, after, limit = DEFAULT_LIMIT } = query
  const conditions = [
    inScope(dialect, scope, sql`o.unit_id`),
    mayBeNamed(scope, sql`o.pc_id`),
    ...(unit === undefined ? [] : [sql<boolean>`o.unit_id in ${unitsThen(plan.id, unit)}`]),
    ...(block === undefined ? [] : [sql<boolean>`u.block = ${block}`]),
    ...(year === undefined ? [] : [year < 0 ? sql<boolean>`o.year is null` : sql<boolean>`o.year = ${year}`]),
    ...(after === undefined ? [] : [sql<boolean>`o.pc_id > ${after}`]),
    ...(outcome === undefined ? [] : [await withOutcome(database, plan, outcome)]),
  ]
  const { rows } = await sql<Row>`
    select o.pc_id, o.name, u.name as unit, case when ${inScope(dialect, scope, sql`o.asset_unit`)} then o.asset_code end as asset_code, o.cost_dong, o.year, o.memory_bytes, o.system_disk_kind, o.os_name, o.os_version, o.windows_build, o.windows_revision,
      ${sql.raw(KEYS.map((key) => `o.${key}`).join(', '))}, pc.memory_bytes as now_memory_bytes, pc.system_disk_kind as now_disk, pc.os_name as now_os,
      pc.os_version as now_version, pc.os_build as now_build, pc.reasons, o.now_pc
    from ${outcomesSql(plan)} o join pc on pc.id = o.now_pc join committed_unit u on u.plan_id = o.plan_id and u.unit_id = o.unit_id
    where ${sql.join(conditions, sql.raw(' and '))} order by o.pc_id limit ${limit + 1}`.execute(read)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const told = shown.map((row) => ({ row, became: outcomeOfKey(row, plan.terms) }))
  const dates = await remedyDates(
    database,
    told.flatMap(({ row, became }) => datedLine(row, became, plan)),
    plan.committedAt,
  )
  return { rows: told.map(({ row, became }) => lineOf(row, became, plan, dates)), ...(rows.length > limit && last && { next: last.pc_id }) }
}

/** A unit with all below it, as the units stood when the plan was committed: its figures are added up so. */
function unitsThen(planId: number, unitId: number): RawBuilder<unknown> {
  return sql`(with recursive below(id) as (select r.unit_id from committed_unit r where r.plan_id = ${planId} and r.unit_id = ${unitId}
    union select c.unit_id from committed_unit c join below on c.parent_id = below.id where c.plan_id = ${planId}) select id from below)`
}

/** The kinds of lines that come to an outcome are few: they are decided here, and looked for by the database. */
async function withOutcome({ read, dialect }: Database, plan: Held, wanted: string): Promise<RawBuilder<boolean>> {
  const keys = sql.raw(KEYS.join(', '))
  const { rows } = await sql<OutcomeKey>`select distinct ${keys} from ${outcomesSql(plan)} o`.execute(read)
  const found = rows.filter((key) => outcomeOfKey(key, plan.terms).outcome === wanted)
  const json = JSON.stringify(found.map((key) => KEYS.map((column) => key[column])))
  const same = KEYS.map((key) => sql`(j.${sql.raw(key)} = o.${sql.raw(key)} or (j.${sql.raw(key)} is null and o.${sql.raw(key)} is null))`)
  return sql<boolean>`exists (select 1 from ${dialect.rows('j', KEY_COLUMNS, json)} where ${sql.join(same, sql.raw(' and '))})`
}

/** Of what was done, in part too; of what came about differently as of what was planned. */
function datedLine(row: Row, { outcome, done }: OutcomeOf, { terms }: Held): DatedLine[] {
  if (outcome === 'cannot-tell' || (outcome === 'not-yet' && done.length === 0)) return []
  return [{ pcId: row.pc_id, nowPc: row.now_pc, verdict: row.verdict, remedies: outcome === 'differently' ? plannedOf(row, terms) : done }]
}

function lineOf(
  row: Row,
  { outcome, done, open }: OutcomeOf,
  { terms }: Held,
  dates: ReadonlyMap<number, number>,
): CommittedLines['rows'][number] {
  const since = dates.get(row.pc_id)
  const reasons = JSON.parse(row.reasons) as Readonly<Record<string, UnknownReason>>
  const now = (column: string, fact: string, value: string | number | null): Cell =>
    value ?? { unknown: reasons[column] ?? reasons[`fact:${fact}`] ?? 'no-report' }
  const then = (value: string | number | null): Cell => value ?? { unknown: 'failed' }
  return {
    pcId: row.pc_id,
    name: row.name,
    unit: row.unit,
    ...(row.asset_code !== null && { assetCode: row.asset_code }),
    verdict: row.verdict,
    remedies: plannedOf(row, terms),
    works: isPatched(row) ? ['install-updates'] : [],
    ...(row.cost_dong !== null && { costDong: Number(row.cost_dong) }),
    ...(row.year !== null && { year: Number(row.year) }),
    outcome,
    done: [...done],
    open: [...open],
    ...(since !== undefined && { since }),
    before: {
      memoryBytes: then(numberOf(row.memory_bytes)),
      diskKind: then(row.system_disk_kind),
      os: then(systemOf(row.os_name, row.os_version, isPatched(row) ? buildThen(row) : null)),
    },
    ...(row.now_code !== null && {
      now: {
        memoryBytes: now('memory_bytes', 'memory', numberOf(row.now_memory_bytes)),
        diskKind: now('system_disk_kind', 'disks', row.now_disk),
        os: now('os_name', 'os', systemOf(row.now_os, row.now_version, isPatched(row) ? row.now_build : null)),
      },
    }),
  }
}

function plannedOf(row: Row, terms: Held['terms']): Remedy[] {
  if (row.verdict === 'mend') return [...settle(gatheredOfLine(row), circumstancesOf(terms)).remedies]
  return row.verdict === 'replace' ? ['replace'] : []
}

const numberOf = (value: number | null): number | null => (value === null ? null : Number(value))

/** Of these lines the build tells what became of them. */
function isPatched({ verdict, findings }: Row): boolean {
  return verdict === 'mend' && hasAny(Number(findings), UPDATES_BIT)
}

function buildThen({ windows_build, windows_revision }: Row): string | null {
  return windows_build === null || windows_revision === null ? null : `${windows_build}.${windows_revision}`
}

function systemOf(name: string | null, version: string | null, build: string | null): string | null {
  return name === null ? null : [name, version, build && `(${build})`].filter((text) => text !== null).join(' ')
}
