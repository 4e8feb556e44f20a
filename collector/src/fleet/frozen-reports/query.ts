/** Reads frozen reports: their heads with the sums a caller may see, one with its tree and figures. */
import type { FrozenHead, FrozenReport } from '@somay/shared/api/frozen-reports.ts'
import type { CountState } from '@somay/shared/text/choices.ts'
import { noFigures } from '@somay/shared/text/figures.ts'
import { sql } from 'kysely'
import type { Scope } from '../../access/access.ts'
import { inScope, seesNothing } from '../../access/scope.ts'
import type { Issuer } from '../../export/letter.ts'
import { digestOf } from '../../freezing/shown-digest.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import type { ConditionCount, UnitCount } from '../counts/query.ts'
import { type DatedUnit, seenTree } from '../counts/tree.ts'
import { unitsAsked } from '../counts/whole-or-part.ts'

const PAGE = 50

type Row = {
  id: number
  day: string
  title: string
  note: string
  who: string
  frozen_at: number
  rule_version: number
  window_days: number
  silent_days: number
  blocks: string
  hash: string
  corrects_id: number | null
  corrected_by: number | null
  time_zone: string
  has_conditions: number
}

const HEAD = sql`id, day, has_conditions, time_zone, title, note, who, frozen_at, rule_version, window_days, silent_days, blocks, hash, corrects_id,
  (select c.id from frozen_report c where c.corrects_id = frozen_report.id and c.hash <> '') as corrected_by`

export async function readFrozenHeads(
  { read, dialect }: Database,
  { scope, before }: { readonly scope: Scope; readonly before: number | undefined },
): Promise<{ reports: FrozenHead[]; more: boolean }> {
  if (seesNothing(scope)) return { reports: [], more: false }
  const older = before === undefined ? sql`` : sql`and id < ${before}`
  const { rows } = await sql<Row>`
    select ${HEAD} from frozen_report where hash <> '' ${older} order by id desc limit ${PAGE + 1}`.execute(read)
  const shown = rows.slice(0, PAGE)
  const sums = await sql<{ report_id: number; block: string; state: CountState; pcs: number }>`
    select c.report_id, u.block, c.state, sum(c.pcs) as pcs from frozen_count c
    join frozen_unit u on u.report_id = c.report_id and u.unit_id = c.unit_id
    join ${dialect.rows('j', { id: 'int' }, JSON.stringify(shown.map(({ id }) => [id])))} on j.id = c.report_id
    where ${inScope(dialect, scope, sql`c.unit_id`)} group by 1, 2, 3`.execute(read)
  const ofReport = Map.groupBy(sums.rows, ({ report_id }) => report_id)
  const reports = shown.map((row) => {
    const total = noFigures()
    for (const { block, state, pcs } of ofReport.get(row.id) ?? []) if (row.blocks.split(',').includes(block)) total[state] += Number(pcs)
    return { ...headOf(row), total }
  })
  return { reports, more: rows.length > PAGE }
}

/** By what a copied count is told from one that was shown; undefined of what is not there. The seal comes after. */
export async function digestOfFrozen(database: Database, id: number): Promise<string | undefined> {
  const report = await readReport(database, { id, scope: 'all', unsealed: true })
  return report && digestOf(report.counts)
}

/** Undefined when there is no such report, it is not whole yet, or the caller sees nothing at all. */
export function readFrozenReport(database: Database, id: number, scope: Scope): Promise<FrozenReport | undefined> {
  return readReport(database, { id, scope, unsealed: false })
}

type Asked = { readonly id: number; readonly scope: Scope; readonly unsealed: boolean }

async function readReport(database: Database, { id, scope, unsealed }: Asked): Promise<FrozenReport | undefined> {
  const { read, dialect } = database
  const { rows } = await sql<Row>`select ${HEAD} from frozen_report where id = ${id} ${unsealed ? sql`` : sql`and hash <> ''`}`.execute(
    read,
  )
  const [row] = rows
  if (!row || seesNothing(scope)) return undefined
  const seen = inScope(dialect, scope, sql`unit_id`)
  const units = await sql<DatedUnit>`
    select u.unit_id as id, u.name, u.block, u.parent_id as "parentId", p.staff, p.equipped,
      p.licensed_antivirus as "licensedAntivirus" from frozen_unit u
    left join frozen_staff p on p.report_id = u.report_id and p.unit_id = u.unit_id
    where u.report_id = ${id} and ${inScope(dialect, scope, sql`u.unit_id`)} order by u.order_no, u.unit_id`.execute(read)
  const counts = await sql<UnitCount>`
    select unit_id as "unitId", state, pcs from frozen_count where report_id = ${id} and ${seen}`.execute(read)
  const conditions = await sql<ConditionCount>`
    select unit_id as "unitId", aspect, value, pcs from frozen_condition where report_id = ${id} and ${seen}`.execute(read)
  const head = headOf(row)
  const of = await unitsAsked(database, scope, undefined)
  const counted = { units: counts.rows, ...(row.has_conditions === 1 && { conditions: conditions.rows }) }
  return {
    ...head,
    counts: {
      asOf: head.asOf,
      isOver: true,
      rule: head.rule,
      ...(of && { of }),
      ...seenTree(units.rows, counted, head.rule.blocks, scope),
      at: head.frozenAt,
    },
  }
}

function headOf(row: Row): Omit<FrozenHead, 'total'> {
  return {
    id: row.id,
    asOf: row.day,
    timeZone: row.time_zone,
    title: row.title,
    note: row.note,
    who: row.who,
    frozenAt: row.frozen_at,
    rule: { version: row.rule_version, windowDays: row.window_days, silentDays: row.silent_days, blocks: row.blocks.split(',') },
    hash: row.hash,
    ...(row.corrects_id !== null && { corrects: row.corrects_id }),
    ...(row.corrected_by !== null && { correctedBy: row.corrected_by }),
  }
}

/** Who issued it; `now` where it was frozen before issuers were. */
export async function readIssuer({ read }: Database, id: number, now: Issuer): Promise<Issuer> {
  const row = await read.selectFrom('frozen_report').select('issuer').where('id', '=', id).executeTakeFirstOrThrow()
  return row.issuer === '' ? now : (JSON.parse(row.issuer) as Issuer)
}
