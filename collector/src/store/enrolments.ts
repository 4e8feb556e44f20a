/** Enrolment in one transaction: the token is used, the PC recognised or made, its evidence and credential kept, the event written. */
import { type Kysely, sql } from 'kysely'
import { giveCredentials } from './credential-rows.ts'
import type { Dialect } from './dialect/dialect.ts'
import { writeEvents } from './events.ts'
import { readCandidates, writeEvidence } from './evidence.ts'
import type { EvidencePiece } from './identity.ts'
import { askQuestions } from './identity-questions.ts'
import { makePcs } from './new-pcs.ts'
import { type Newcomer as Candidate, type Recognised, recogniseBatch } from './recognise-batch.ts'
import { closeJoinedWithOneKey } from './shared-keys.ts'
import { takeSteps } from './stays.ts'
import type { Tables } from './tables.ts'
import { unitsNamed } from './units-named.ts'
import { useTokens } from './use-tokens.ts'

/** A PC that asks for a credential, however it may do so. */
export type Newcomer = {
  readonly hostName: string
  readonly agentVersion: string
  readonly publicKey: string
  readonly credentialHash: string
  readonly pieces: readonly EvidencePiece[]
  readonly at: number
}

export type NewEnrolment = Newcomer & {
  readonly tokenHash: string
  /** Of a unit below the token's. */
  readonly unitCode?: string | undefined
}

/**
 * Enrols in the given order inside the caller's transaction: the PC's id, or undefined where the token is not good (wrong,
 * expired, used up, revoked, of a unit that has ended). Statements are per batch, not per PC: a whole province joins in one morning.
 */
export async function enrolPcs(db: Kysely<Tables>, dialect: Dialect, batch: readonly NewEnrolment[]): Promise<(number | undefined)[]> {
  const ofTokens = await useTokens(db, batch)
  const named = await unitsNamed(db, dialect, batch, ofTokens)
  const entrants = batch.flatMap((enrolment, place) => {
    const ofToken = ofTokens[place]
    return ofToken === undefined ? [] : [{ ...enrolment, unitId: named[place] ?? ofToken, place }]
  })
  const settled = await settle(db, dialect, entrants)
  await takeBack(db, dialect, settled)
  await writeEvents(
    db,
    dialect,
    settled.map(({ at, unitId, unitCode, place, hostName, pcId, again, alikePcId }) => ({
      at,
      kind: again ? 'enrolled-again' : alikePcId === undefined ? 'enrolled' : 'enrolled-alike',
      pcId,
      who: 'agent',
      detail: {
        unitId,
        hostName,
        ...(alikePcId === undefined ? {} : { otherPcId: alikePcId }),
        // What was asked for and is not there: somebody moves the PC.
        ...(unitCode !== undefined && named[place] === undefined && { unknownUnitCode: unitCode }),
      },
    })),
  )
  await closeJoinedWithOneKey(db, dialect, settled)
  const ids: (number | undefined)[] = Array.from({ length: batch.length })
  for (const { place, pcId } of settled) ids[place] = pcId
  return ids
}

/** A PC that was taken out of the ledger and joins again is in use again, in the unit of its token: nobody would see what it reports. */
async function takeBack(db: Kysely<Tables>, dialect: Dialect, joined: readonly Settled<Entrant>[]): Promise<void> {
  const again = new Map(joined.filter((one) => one.again).map((one) => [one.pcId, one]))
  if (again.size === 0) return
  const asked = dialect.rows('j', { id: 'int' }, JSON.stringify([...again.keys()].map((id) => [id])))
  const { rows } = await sql<{ id: number; unit_id: number }>`
    select pc.id, pc.unit_id from ${asked} join pc on pc.id = j.id where pc.retired_at is not null and pc.merged_into is null order by pc.id`.execute(
    db,
  )
  const back = rows.map(({ id, unit_id }) => ({ ...(again.get(id) as Settled<Entrant>), from: unit_id }))
  await takeSteps(
    db,
    dialect,
    back.map(({ pcId, unitId, at }) => ({ pcId, unitId, at })),
  )
  await writeEvents(
    db,
    dialect,
    back.map(({ pcId, unitId, at, from }) => ({ at, kind: 'returned' as const, pcId, who: 'agent', detail: { from, to: unitId } })),
  )
}

type Entrant = Newcomer & Candidate
type Settled<E> = E & {
  readonly pcId: number
  readonly again: boolean
  readonly alikePcId: number | undefined
  readonly doubts: readonly number[]
}

/** Recognises or makes the PCs, and gives each its credential and its evidence. Keys that several hold are closed by the caller, once it has said who joined. */
export async function settle<E extends Entrant>(db: Kysely<Tables>, dialect: Dialect, asking: readonly E[]): Promise<Settled<E>[]> {
  const entrants = asking.map((entrant) => ({ ...entrant, pieces: [...entrant.pieces, keyPiece(entrant)] }))
  const candidates = await readCandidates(
    db,
    dialect,
    entrants.flatMap(({ pieces }) => pieces),
  )
  const recognised = recogniseBatch(entrants, candidates)
  const madeIds = await makePcs(
    db,
    dialect,
    entrants.filter((_, index) => recognised[index]?.again === false),
  )
  const settled = entrants.map((entrant, index): Settled<E> => {
    const { pc, again, alike, doubts } = recognised[index] as Recognised
    const idOf = (place: number) => (place < 0 ? (madeIds[-1 - place] as number) : place)
    return { ...entrant, again, pcId: idOf(pc), alikePcId: alike === undefined ? undefined : idOf(alike), doubts: doubts.map(idOf) }
  })
  await giveCredentials(db, dialect, settled)
  await writeEvidence(
    db,
    dialect,
    settled.flatMap(({ pieces, pcId, at }) => pieces.map((piece) => ({ ...piece, pcId, since: at }))),
  )
  await askQuestions(
    db,
    dialect,
    settled.flatMap(({ pcId, doubts, at }) => doubts.map((otherId) => ({ pcId, otherId, at }))),
  )
  return settled
}

const keyPiece = ({ publicKey }: Newcomer): EvidencePiece => ({ kind: 'agent-key', value: publicKey })
