/** Keeps over time what counts of a date ask of a PC's measures: a row from each moment on which one of them changed. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { PcConditionTable } from './pc-tables.ts'
import type { Tables } from './tables.ts'

const CONDITION_COLUMNS = ['nature', 'portable', 'support_ends_on', 'extended_ends_on', 'missing_since', 'patched_until'] as const
export type ConditionColumn = (typeof CONDITION_COLUMNS)[number]

/** What was known of a PC from `since` up to, not including, `until`; null: still. */
export type ConditionRow = Omit<PcConditionTable, 'pc_id'>

const COLUMNS = sql.join(CONDITION_COLUMNS.map((name) => sql.ref(name)))
const of = (alias: string) => sql.join(CONDITION_COLUMNS.map((name) => sql.ref(`${alias}.${name}`)))
const differs = sql.join(
  CONDITION_COLUMNS.map((name) => sql`${sql.ref(`pc_condition.${name}`)} is distinct from ${sql.ref(`j.${name}`)}`),
  sql` or `,
)
const replaced = sql.join(CONDITION_COLUMNS.map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`))

/** `measured` are rows `j` of pc_id and measures. What was known up to `at` stands as it was: a count of yesterday does not change by what is learnt today. */
export async function keepConditions(db: Kysely<Tables>, measured: RawBuilder<unknown>, at: number): Promise<void> {
  // A clock that was ahead and was set right makes nothing end before it began.
  await sql`update pc_condition set until = case when since > ${sql.lit(at)} then since else ${sql.lit(at)} end from ${measured}
    where pc_condition.pc_id = j.pc_id and pc_condition.until is null and (${differs})`.execute(db)
  // Changed twice at one moment, the later is what counts.
  await sql`insert into pc_condition (pc_id, since, until, ${COLUMNS})
    select j.pc_id, coalesce((select max(e.until) from pc_condition e where e.pc_id = j.pc_id and e.until > ${sql.lit(at)}), ${sql.lit(at)}), null, ${of('j')}
    from ${measured} where not exists (select 1 from pc_condition c where c.pc_id = j.pc_id and c.until is null)
    on conflict (pc_id, since) do update set until = null, ${replaced}`.execute(db)
}

export function readConditions(db: Kysely<Tables>, pcId: number): Promise<ConditionRow[]> {
  return db
    .selectFrom('pc_condition')
    .select(['since', 'until', ...CONDITION_COLUMNS])
    .where('pc_id', '=', pcId)
    .orderBy('since')
    .execute()
}

/** All of them anew. */
export async function writeConditions(db: Kysely<Tables>, pcId: number, rows: readonly ConditionRow[]): Promise<void> {
  await db.deleteFrom('pc_condition').where('pc_id', '=', pcId).execute()
  if (rows.length === 0) return
  await db
    .insertInto('pc_condition')
    .values(rows.map((row) => ({ pc_id: pcId, ...row })))
    .execute()
}
