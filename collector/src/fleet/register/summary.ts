/** How many each view of the register holds, and by unit what the books say and what was found. */
import type { Reconciliation, RegisterSummary } from '@somay/shared/api/register.ts'
import { sql } from 'kysely'
import type { Database } from '../../store/dialect/dialect.ts'
import type { UnitCondition } from '../counts/query.ts'
import { IN_VIEW, ITEMS, NOT_FOUND, UNREGISTERED } from './conditions.ts'

export async function readRegisterSummary(
  { read }: Database,
  within: UnitCondition,
  tellsImports: boolean,
): Promise<Omit<RegisterSummary, 'asOf'>> {
  const held = (view: keyof typeof IN_VIEW) => sql`coalesce(sum(case when ${IN_VIEW[view]} then 1 else 0 end), 0)`
  const [items, pcs, last] = await Promise.all([
    sql<Record<'all' | 'only' | 'different' | 'doubtful', number>>`
      select count(*) as "all", ${held('register-only')} as "only", ${held('different')} as different, ${held('doubtful')} as doubtful
      from ${ITEMS} where e.until_day is null and ${within(sql`e.unit_id`)}`.execute(read),
    sql<{ n: number }>`select count(*) as n from pc where ${UNREGISTERED} and ${within(sql`pc.unit_id`)}`.execute(read),
    tellsImports ? read.selectFrom('register_import').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirst() : undefined,
  ])
  const found = items.rows[0]
  return {
    views: {
      all: Number(found?.all ?? 0),
      'register-only': Number(found?.only ?? 0),
      unregistered: Number(pcs.rows[0]?.n ?? 0),
      different: Number(found?.different ?? 0),
      doubtful: Number(found?.doubtful ?? 0),
    },
    ...(last && { lastImport: { at: last.at, who: last.who, fileName: last.file_name, day: last.day } }),
  }
}

type UnitRow = Reconciliation['rows'][number]
type Sums = Record<'booked' | 'costDong' | 'costUnknown' | 'missing' | 'exempt', number> & { unit_id: number }
type Found = Record<'found' | 'matched' | 'unregistered', number> & { unit_id: number }

/** Units in protocol order, those alone that have an asset or a PC. */
export async function readReconciliation({ read }: Database, within: UnitCondition): Promise<UnitRow[]> {
  const count = (condition: ReturnType<typeof sql>) => sql`sum(case when ${condition} then 1 else 0 end)`
  const [units, booked, found] = await Promise.all([
    sql<{ id: number; name: string; block: string }>`
      select id, name, block from unit where ${within(sql`unit.id`)} order by block, order_no, id`.execute(read),
    sql<Sums>`
      select e.unit_id, count(*) as booked, coalesce(sum(e.cost_dong), 0) as "costDong", ${count(sql`e.cost_dong is null`)} as "costUnknown",
        ${count(NOT_FOUND)} as missing, ${count(sql`${NOT_FOUND} and e.exempt = 1`)} as exempt
      from register_entry e left join register_match m on m.item_id = e.item_id left join pc on pc.id = m.pc_id
      where e.until_day is null and ${within(sql`e.unit_id`)} group by e.unit_id`.execute(read),
    sql<Found>`
      select pc.unit_id, count(*) as found, ${count(sql`e.unit_id = pc.unit_id`)} as matched, ${count(sql`m.item_id is null`)} as unregistered
      from pc left join register_match m on m.pc_id = pc.id left join register_entry e on e.item_id = m.item_id and e.until_day is null
      where pc.retired_at is null and ${within(sql`pc.unit_id`)} group by pc.unit_id`.execute(read),
  ])
  const books = new Map(booked.rows.map((row) => [row.unit_id, row]))
  const fleet = new Map(found.rows.map((row) => [row.unit_id, row]))
  return units.rows
    .filter(({ id }) => books.has(id) || fleet.has(id))
    .map(({ id, name, block }) => rowOf({ unitId: id, name, block }, books.get(id), fleet.get(id)))
}

function rowOf(unit: Pick<UnitRow, 'unitId' | 'name' | 'block'>, books: Sums | undefined, fleet: Found | undefined): UnitRow {
  const [found, matched, unregistered] = [Number(fleet?.found ?? 0), Number(fleet?.matched ?? 0), Number(fleet?.unregistered ?? 0)]
  return {
    ...unit,
    booked: Number(books?.booked ?? 0),
    costDong: Number(books?.costDong ?? 0),
    costUnknown: Number(books?.costUnknown ?? 0),
    found,
    matched,
    elsewhere: found - matched - unregistered,
    unregistered,
    missing: Number(books?.missing ?? 0),
    exempt: Number(books?.exempt ?? 0),
  }
}
