/** Keeps over time what counts of a date ask of a PC's measures: a row from each moment on which one of them changed. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Tables } from './tables.ts'

const CONDITION_COLUMNS = ['nature', 'portable', 'support_ends_on', 'extended_ends_on', 'missing_since', 'patched_until'] as const
export type ConditionColumn = (typeof CONDITION_COLUMNS)[number]

const COLUMNS = sql.join(CONDITION_COLUMNS.map((name) => sql.ref(name)))
const of = (alias: string) => sql.join(CONDITION_COLUMNS.map((name) => sql.ref(`${alias}.${name}`)))
const differs = sql.join(
  CONDITION_COLUMNS.map((name) => sql`${sql.ref(`pc_condition.${name}`)} is distinct from ${sql.ref(`j.${name}`)}`),
  sql` or `,
)

/** `measured` are rows `j` of pc_id and measures. What was known up to `at` stands as it was: a count of yesterday does not change by what is learnt today. */
export async function keepConditions(db: Kysely<Tables>, measured: RawBuilder<unknown>, at: number): Promise<void> {
  await sql`update pc_condition set until = ${sql.lit(at)} from ${measured}
    where pc_condition.pc_id = j.pc_id and pc_condition.until is null and (${differs})`.execute(db)
  // Changed twice at one moment, the later is what counts.
  await sql`insert into pc_condition (pc_id, since, until, ${COLUMNS}) select j.pc_id, ${sql.lit(at)}, null, ${of('j')} from ${measured}
    where not exists (select 1 from pc_condition c where c.pc_id = j.pc_id and c.until is null)
    on conflict (pc_id, since) do update set until = null, ${sql.join(CONDITION_COLUMNS.map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`))}`.execute(
    db,
  )
}

/** Since when anything is known of a PC; null of one of which nothing was measured yet. */
export async function conditionsSince(db: Kysely<Tables>, pcId: number): Promise<number | null> {
  const row = await db
    .selectFrom('pc_condition')
    .select((make) => make.fn.min('since').as('since'))
    .where('pc_id', '=', pcId)
    .executeTakeFirst()
  return row?.since ?? null
}

type Merged = {
  readonly from: number
  readonly into: number /** Since when something was known of `into`, or the moment of the merge. */
  readonly first: number
}

/** The PC that goes on was what the other was, for the time before anything was known of itself. */
export async function lendConditions(db: Kysely<Tables>, { from, into, first }: Merged): Promise<void> {
  await sql`insert into pc_condition (pc_id, since, until, ${COLUMNS})
    select ${sql.lit(into)}, since, case when until is null or until > ${sql.lit(first)} then ${sql.lit(first)} else until end, ${COLUMNS} from pc_condition
    where pc_id = ${from} and since < ${first}`.execute(db)
}

/** As it was before it lent any. */
export async function takeConditionsBack(db: Kysely<Tables>, { into, first }: Omit<Merged, 'from'>): Promise<void> {
  await db.deleteFrom('pc_condition').where('pc_id', '=', into).where('since', '<', first).execute()
}

type Cut = { readonly pcId: number; readonly newId: number; readonly since: number }

/** From the moment on they are the new PC's; of the old one stands what stood then. */
export async function splitConditions(db: Kysely<Tables>, { pcId, newId, since }: Cut): Promise<void> {
  await sql`insert into pc_condition (pc_id, since, until, ${COLUMNS})
    select ${sql.lit(newId)}, case when since < ${sql.lit(since)} then ${sql.lit(since)} else since end, until, ${COLUMNS} from pc_condition
    where pc_id = ${pcId} and (until is null or until > ${since})`.execute(db)
  await db.deleteFrom('pc_condition').where('pc_id', '=', pcId).where('since', '>=', since).execute()
  await db
    .updateTable('pc_condition')
    .set({ until: null })
    .where('pc_id', '=', pcId)
    .where((where) => where.or([where('until', 'is', null), where('until', '>=', since)]))
    .execute()
}
