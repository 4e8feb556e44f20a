/** Enrolment tokens: each belongs to a unit, expires, has a use limit and can be revoked; only its hash is kept. */
import type { EnrolToken } from '@somay/shared/api/tokens.ts'
import { type RawBuilder, sql } from 'kysely'
import { hashSecret, newSecret } from '../platform/secrets.ts'
import { writeDeed } from './deeds.ts'
import type { Database } from './dialect/dialect.ts'
import { type Given, standingOf } from './token-standing.ts'

export type NewEnrolToken = {
  readonly unitId: number
  readonly label: string
  readonly at: number
  readonly validMs: number
  readonly useLimit: number
  readonly who: string
}

/** Which units the caller may touch, as a condition on a column of unit ids. */
export type MayTouch = (unitId: RawBuilder<unknown>) => RawBuilder<boolean>

const EVERYWHERE: MayTouch = () => sql<boolean>`1 = 1`

/** Returns the token itself, the only time anyone sees it. */
export function createEnrolToken(database: Database, { unitId, label, at, validMs, useLimit, who }: NewEnrolToken): Promise<Given> {
  const token = newSecret('som_enrol')
  return database.write(async (db) => {
    const { id } = await db
      .insertInto('enrol_token')
      .values({
        hash: hashSecret(token),
        unit_id: unitId,
        label,
        created_at: at,
        expires_at: at + validMs,
        use_limit: useLimit,
        used_count: 0,
        revoked_at: null,
        made_by: who,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const unit = await db.selectFrom('unit').select('name').where('id', '=', unitId).executeTakeFirst()
    const detail = { token: id, label, unit: unit?.name ?? '', useLimit, expiresAt: at + validMs }
    await writeDeed(db, { at, who, kind: 'enrol-token-created', detail })
    return { id, token }
  })
}

/** Those of units that may be seen, newest first. */
export async function listEnrolTokens({ read }: Database, now: number, mayTouch: MayTouch = EVERYWHERE): Promise<EnrolToken[]> {
  const rows = await read
    .selectFrom('enrol_token')
    .innerJoin('unit', 'unit.id', 'enrol_token.unit_id')
    .selectAll('enrol_token')
    .select(['unit.name', 'unit.valid_to'])
    .where(mayTouch(sql`enrol_token.unit_id`))
    .orderBy('enrol_token.id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    label: row.label,
    unitId: row.unit_id,
    unit: row.name,
    madeBy: row.made_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    useLimit: row.use_limit,
    usedCount: row.used_count,
    standing: standingOf(row, now),
  }))
}

/** False when there is no such token that is still good, or none of the caller's; PCs that joined with it stay. */
export function revokeEnrolToken(
  database: Database,
  id: number,
  { who, at, mayTouch = EVERYWHERE }: { readonly who: string; readonly at: number; readonly mayTouch?: MayTouch },
): Promise<boolean> {
  return database.write(async (db) => {
    const revoked = await db
      .updateTable('enrol_token')
      .set({ revoked_at: at })
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .where(mayTouch(sql`unit_id`))
      .returning(['label', 'used_count'])
      .executeTakeFirst()
    if (revoked)
      await writeDeed(db, {
        at,
        who,
        kind: 'enrol-token-revoked',
        detail: { token: id, label: revoked.label, usedCount: revoked.used_count },
      })
    return revoked !== undefined
  })
}
