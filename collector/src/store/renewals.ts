/** Gives a new credential for one a PC holds: in turn for one of its own, and by evidence for one that several PCs share. */
import type { Kysely } from 'kysely'
import { offerReplacement } from './credential-rows.ts'
import type { Database, Dialect } from './dialect/dialect.ts'
import { type Newcomer, settle } from './enrolments.ts'
import { writeEvents } from './events.ts'
import { readEvidence } from './evidence.ts'
import { isStranger } from './identity.ts'
import { closeJoinedWithOneKey, closeSharedKeys } from './shared-keys.ts'
import type { Tables } from './tables.ts'

export type NewRenewal = Newcomer & { readonly heldHash: string }

/** `stranger`: another PC than the one whose own credential it is; that one is closed now, and may be asked with again. */
export type Renewed = { readonly pcId: number } | 'stranger'

/** Images are rolled out to a school or an office; a copied key that asks more often than this is being abused. */
const MOST_RENEWALS = 1_000

/** Undefined when the credential is wrong or revoked, or was exchanged too often. */
export function renewCredential({ dialect, write }: Database, renewal: NewRenewal): Promise<Renewed | undefined> {
  return write(async (db) => {
    const held = await db
      .selectFrom('credential as k')
      .innerJoin('pc', 'pc.id', 'k.pc_id')
      .select(['k.pc_id', 'k.shared_at', 'k.renewals', 'pc.unit_id'])
      .where('k.hash', '=', renewal.heldHash)
      .where('k.revoked_at', 'is', null)
      .executeTakeFirst()
    if (!held || held.renewals >= MOST_RENEWALS) return undefined
    const known = (await readEvidence(db, dialect, [held.pc_id])).get(held.pc_id) ?? []
    const isAnother = isStranger(renewal.pieces, known)
    if (held.shared_at !== null) return exchange(db, dialect, held, isAnother, renewal)
    if (isAnother) {
      await closeSharedKeys(db, dialect, [{ pcId: held.pc_id, at: renewal.at, pieces: renewal.pieces, known }])
      return 'stranger'
    }
    await offerReplacement(db, held.pc_id, renewal)
    return { pcId: held.pc_id }
  })
}

type Held = { readonly pc_id: number; readonly unit_id: number; readonly renewals: number }

/** By its evidence it is the PC it was, another known one, or new. */
async function exchange(db: Kysely<Tables>, dialect: Dialect, held: Held, isAnother: boolean, renewal: NewRenewal): Promise<Renewed> {
  await db
    .updateTable('credential')
    .set({ renewals: held.renewals + 1 })
    .where('hash', '=', renewal.heldHash)
    .execute()
  // A PC that can tell too little of itself to be another stays the one its credential names.
  const fallback = isAnother ? undefined : held.pc_id
  const [settled] = await settle(db, dialect, [{ ...renewal, unitId: held.unit_id, anyUnit: true, fallback }])
  if (!settled) throw new Error('one PC was to be settled')
  const { pcId, at, hostName } = settled
  const kind = pcId === held.pc_id ? 'key-renewed' : 'split-off'
  await writeEvents(db, dialect, [{ at, kind, pcId, who: 'agent', detail: { otherPcId: held.pc_id, hostName, pieces: renewal.pieces } }])
  await closeJoinedWithOneKey(db, dialect, [settled])
  return { pcId }
}
