/** Exchanges a credential that several PCs share for one of the PC's own: by its evidence it is the PC it was, another known one, or new. */
import type { Kysely } from 'kysely'
import type { Database, Dialect } from './dialect/dialect.ts'
import { type Newcomer, settle } from './enrolments.ts'
import { writeEvents } from './events.ts'
import { readEvidence } from './evidence.ts'
import { isStranger } from './identity.ts'
import type { Tables } from './tables.ts'

export type NewRenewal = Newcomer & { readonly heldHash: string }

/** Images are rolled out to a school or an office; a copied key that asks more often than this is being abused. */
const MOST_RENEWALS = 1_000

/** The PC's id; undefined when the credential is not a shared one, or was exchanged too often. */
export function renewCredential({ dialect, write }: Database, renewal: NewRenewal): Promise<number | undefined> {
  return write(async (db) => {
    const held = await useShared(db, renewal.heldHash)
    return held && renewWithin(db, dialect, held, renewal)
  })
}

type Held = { readonly pc_id: number; readonly unit_id: number }

async function renewWithin(db: Kysely<Tables>, dialect: Dialect, held: Held, renewal: NewRenewal): Promise<number> {
  const known = (await readEvidence(db, dialect, [held.pc_id])).get(held.pc_id) ?? []
  // A PC that can tell too little of itself to be another stays the one its credential names.
  const fallback = isStranger(renewal.pieces, known) ? undefined : held.pc_id
  const [settled] = await settle(db, dialect, [{ ...renewal, unitId: held.unit_id, anyUnit: true, fallback }])
  if (!settled) throw new Error('one PC was to be settled')
  const { pcId, at, hostName } = settled
  const kind = pcId === held.pc_id ? 'key-renewed' : 'split-off'
  await writeEvents(db, dialect, [{ at, kind, pcId, who: 'agent', detail: { otherPcId: held.pc_id, hostName, pieces: renewal.pieces } }])
  return pcId
}

async function useShared(db: Kysely<Tables>, heldHash: string): Promise<Held | undefined> {
  const used = await db
    .updateTable('credential')
    .set((set) => ({ renewals: set('renewals', '+', 1) }))
    .where('hash', '=', heldHash)
    .where('shared_at', 'is not', null)
    .where('renewals', '<', MOST_RENEWALS)
    .returning('pc_id')
    .executeTakeFirst()
  if (!used) return undefined
  return db.selectFrom('pc').select(['id as pc_id', 'unit_id']).where('id', '=', used.pc_id).executeTakeFirst()
}
