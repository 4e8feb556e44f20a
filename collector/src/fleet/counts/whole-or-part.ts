/** Of what a count is, where it is not of everything, and since when the ledger knows anything, and what PCs are. */
import { dayOf } from '@somay/shared/text/dates.ts'
import { dayText } from '@somay/shared/text/days.ts'
import { sql } from 'kysely'
import type { Scope } from '../../access/access.ts'
import { seesPart } from '../../access/scope.ts'
import type { Database } from '../../store/dialect/dialect.ts'

/** The names of the unit asked for, or of those a caller may see; undefined for everything. */
export async function unitsAsked({ read }: Database, scope: Scope, unit: number | undefined): Promise<string[] | undefined> {
  const ids = unit === undefined ? (seesPart(scope) ? scope : undefined) : [unit]
  if (ids === undefined) return undefined
  if (ids.length === 0) return []
  const rows = await read
    .selectFrom('unit')
    .select('name')
    .where('id', 'in', ids)
    .orderBy('block')
    .orderBy('order_no')
    .orderBy('id')
    .execute()
  return rows.map(({ name }) => name)
}

/** "2026-09-30": the day of the first PC, or the first of the register; undefined in an empty ledger. Asked only where a day holds none. */
export async function firstDay({ read }: Database, timeZone: string): Promise<string | undefined> {
  const { rows } = await sql<{ pcs: number | null; assets: string | null }>`
    select (select min(since) from pc_stay) as pcs, (select min(from_day) from register_entry) as assets`.execute(read)
  const days = rows.flatMap(({ pcs, assets }) => [
    ...(pcs === null ? [] : [dayText(dayOf(Number(pcs), timeZone))]),
    ...(assets === null ? [] : [assets]),
  ])
  return days.sort()[0]
}

/** "2026-09-30": the day from which on it is kept what PCs are; undefined where that is not yet known of any. Asked only of a day of which nothing is. */
export async function conditionsFrom({ read }: Database, timeZone: string): Promise<string | undefined> {
  const { rows } = await sql<{ since: number | null }>`select min(since) as since from pc_condition`.execute(read)
  const since = rows[0]?.since ?? null
  return since === null ? undefined : dayText(dayOf(Number(since), timeZone))
}
