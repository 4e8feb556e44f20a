/** Second factors of people: the authenticator's secret, the last step that opened, and the codes for whoever lost the phone. */
import { hashSecret } from '../platform/secrets.ts'
import { writeDeed } from './deeds.ts'
import type { Database } from './dialect/dialect.ts'

type By = { readonly who: string; readonly at: number }

/** `step` is that of the code which proved the secret: it opens nothing more. */
export async function beginSecondFactor(
  database: Database,
  personId: number,
  { secret, step, recoveryCodes }: { readonly secret: string; readonly step: number; readonly recoveryCodes: readonly string[] },
  { who, at }: By,
): Promise<void> {
  await database.write(async (db) => {
    await db.updateTable('person').set({ totp_secret: secret, totp_step: step }).where('id', '=', personId).execute()
    await db.deleteFrom('recovery_code').where('person_id', '=', personId).execute()
    const rows = recoveryCodes.map((code) => ({ person_id: personId, hash: hashSecret(code) }))
    await db.insertInto('recovery_code').values(rows).execute()
    await writeDeed(db, { at, who, kind: 'second-factor-on', detail: { person: who } })
  })
}

/** False when there is no such person, or none was set. */
export function endSecondFactor(database: Database, personId: number, { who, at }: By): Promise<boolean> {
  return database.write(async (db) => {
    const ended = await db
      .updateTable('person')
      .set({ totp_secret: null, totp_step: 0 })
      .where('id', '=', personId)
      .where('totp_secret', 'is not', null)
      .returning('user_name')
      .executeTakeFirst()
    if (!ended) return false
    await db.deleteFrom('recovery_code').where('person_id', '=', personId).execute()
    await writeDeed(db, { at, who, kind: 'second-factor-off', detail: { person: ended.user_name } })
    return true
  })
}

/** True for the first who comes with a step later than the last one used. */
export async function takeStep(database: Database, personId: number, step: number): Promise<boolean> {
  const taken = await database.write((db) =>
    db
      .updateTable('person')
      .set({ totp_step: step })
      .where('id', '=', personId)
      .where('totp_step', '<', step)
      .returning('id')
      .executeTakeFirst(),
  )
  return taken !== undefined
}

/** True for the first who comes with the code. */
export async function takeRecoveryCode(database: Database, personId: number, code: string): Promise<boolean> {
  const hash = hashSecret(code.trim().toLowerCase())
  const taken = await database.write((db) =>
    db.deleteFrom('recovery_code').where('person_id', '=', personId).where('hash', '=', hash).returning('hash').executeTakeFirst(),
  )
  return taken !== undefined
}

export async function recoveryCodesLeft({ read }: Database, personId: number): Promise<number> {
  const row = await read
    .selectFrom('recovery_code')
    .select(({ fn }) => fn.countAll<number>().as('left'))
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  return Number(row.left)
}
