/** Enrolment tokens: each belongs to a unit, expires, has a use limit and can be revoked; only its hash is kept. */
import { hashSecret, newSecret } from '../platform/secrets.ts'
import type { Database } from './dialect/dialect.ts'

export type NewEnrolToken = {
  readonly unitId: number
  readonly label: string
  readonly at: number
  readonly validMs: number
  readonly useLimit: number
}

/** Returns the token itself, the only time anyone sees it. */
export async function createEnrolToken(database: Database, { unitId, label, at, validMs, useLimit }: NewEnrolToken): Promise<string> {
  const token = newSecret('som_enrol')
  await database.write((db) =>
    db
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
      })
      .execute(),
  )
  return token
}
