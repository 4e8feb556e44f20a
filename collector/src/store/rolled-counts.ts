/** The memory of counts already made: claimed before they are counted, kept when nothing came between, forgotten from the day on that something changes. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database, Dialect } from './dialect/dialect.ts'
import type { Tables } from './tables.ts'

export type RolledCounts = {
  readonly units: readonly { readonly unitId: number; readonly state: string; readonly pcs: number }[]
  readonly conditions: readonly { readonly unitId: number; readonly aspect: string; readonly value: string; readonly pcs: number }[]
}
/** `day` is "2026-09-30". */
export type RolledKey = { readonly day: string; readonly ruleVersion: number }

/**
 * Counts of this day and of every later one are made anew: a day counts by those before it. Who is about to count a day waits until the
 * transaction that forgets it has ended: it would neither see what changes nor have its claim taken away.
 */
export async function forgetRolled(db: Kysely<Tables>, dialect: Dialect, day: string): Promise<void> {
  await dialect.beside(db, 'counting-ahead')
  await db.deleteFrom('rolled_day').where('day', '>=', day).execute()
}

const COUNTED_IN = 'counted in'

/** Whether what is remembered is of days of this time zone. */
export function isRememberedIn(timeZone: string): RawBuilder<boolean> {
  return sql<boolean>`exists (select 1 from setting z where z.key = ${COUNTED_IN} and z.value = ${timeZone})`
}

/** Days of another time zone were other hours: what was remembered of them is forgotten, once. */
export function rememberIn({ write, dialect }: Database, timeZone: string): Promise<void> {
  return write(async (db) => {
    const row = { key: COUNTED_IN, value: timeZone }
    const changed = await db
      .insertInto('setting')
      .values(row)
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: timeZone }).where('setting.value', '<>', timeZone))
      .returning('key')
      .execute()
    if (changed.length > 0) await forgetRolled(db, dialect, FIRST_DAY)
  })
}

/** Before every day there is. */
const FIRST_DAY = '0000-01-01'

// No time zone is further from UTC.
const FURTHEST_MS = 14 * 3_600_000

/** As `forgetRolled`, for a moment, whatever day that was by the collector's clock. */
export async function forgetRolledSince(db: Kysely<Tables>, dialect: Dialect, at: number): Promise<void> {
  await forgetRolled(db, dialect, new Date(at - FURTHEST_MS).toISOString().slice(0, 10))
}

/** True when nobody keeps this count, nor is about to: then `claim` is to be kept by `keepRolled`. A claim older than `staleBefore` was broken off. */
export function claimDay(
  database: Database,
  { day, ruleVersion }: RolledKey,
  { claim, at, staleBefore }: { readonly claim: string; readonly at: number; readonly staleBefore: number },
): Promise<boolean> {
  const mine = `${at} ${claim}`
  return database.write(async (db) => {
    await database.dialect.alone(db, 'counting-ahead')
    const held = await db
      .selectFrom('rolled_day')
      .select(['claim', 'rolled_at'])
      .where('day', '=', day)
      .where('rule_version', '=', ruleVersion)
      .executeTakeFirst()
    if (held && (held.rolled_at !== null || Number.parseInt(held.claim, 10) > staleBefore)) return false
    const row = { day, rule_version: ruleVersion, claim: mine, rolled_at: null }
    await db
      .insertInto('rolled_day')
      .values(row)
      .onConflict((conflict) => conflict.columns(['day', 'rule_version']).doUpdateSet(row))
      .execute()
    return true
  })
}

/** Keeps a count under its claim; false when the day was forgotten meanwhile, and must be counted again. */
export function keepRolled(
  database: Database,
  key: RolledKey,
  {
    claim,
    claimedAt,
    counts,
    at,
  }: { readonly claim: string; readonly claimedAt: number; readonly counts: RolledCounts; readonly at: number },
): Promise<boolean> {
  const { day, ruleVersion } = key
  return database.write(async (db) => {
    const kept = await db
      .updateTable('rolled_day')
      .set({ rolled_at: at })
      .where('day', '=', day)
      .where('rule_version', '=', ruleVersion)
      .where('claim', '=', `${claimedAt} ${claim}`)
      .returning('day')
      .executeTakeFirst()
    if (!kept) return false
    for (const table of ['rolled_count', 'rolled_condition'] as const)
      await db.deleteFrom(table).where('day', '=', day).where('rule_version', '=', ruleVersion).execute()
    await insertCounts(db, database.dialect, key, counts)
    return true
  })
}

async function insertCounts(
  db: Kysely<Tables>,
  dialect: Dialect,
  { day, ruleVersion }: RolledKey,
  { units, conditions }: RolledCounts,
): Promise<void> {
  const counts = dialect.rows(
    'j',
    { unit_id: 'int', state: 'text', pcs: 'int' },
    JSON.stringify(units.map(({ unitId, state, pcs }) => [unitId, state, pcs])),
  )
  await sql`
    insert into rolled_count (day, rule_version, unit_id, state, pcs)
    select ${day}, ${sql.lit(ruleVersion)}, j.unit_id, j.state, j.pcs from ${counts} where true`.execute(db)
  const values = dialect.rows(
    'j',
    { unit_id: 'int', aspect: 'text', value: 'text', pcs: 'int' },
    JSON.stringify(conditions.map(({ unitId, aspect, value, pcs }) => [unitId, aspect, value, pcs])),
  )
  await sql`
    insert into rolled_condition (day, rule_version, unit_id, aspect, value, pcs)
    select ${day}, ${sql.lit(ruleVersion)}, j.unit_id, j.aspect, j.value, j.pcs from ${values} where true`.execute(db)
}
