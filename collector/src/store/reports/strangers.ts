/**
 * Finds reports whose evidence contradicts the PC they come under: its credential was copied, as with a disk image, and two PCs use
 * it (DESIGN law 4). Nothing of such a report is stored.
 */
import { EVIDENCE_FACTS, evidenceFrom } from '@somay/shared/evidence.ts'
import type { Kysely } from 'kysely'
import type { Dialect } from '../dialect/dialect.ts'
import { readEvidence, type SeenPiece } from '../evidence.ts'
import { type EvidencePiece, evidencePieces, isStranger, KINDS_OF } from '../identity.ts'
import type { Tables } from '../tables.ts'
import type { FactChanges } from './facts.ts'
import type { IncomingReport } from './incoming.ts'

type Stranger = { readonly report: IncomingReport; readonly pieces: readonly EvidencePiece[]; readonly known: readonly EvidencePiece[] }

/** `learned` are pieces not seen before on PCs that are what they say. */
export type Sorted = { readonly strangers: readonly Stranger[]; readonly learned: readonly SeenPiece[] }

export async function sortOutStrangers(
  db: Kysely<Tables>,
  dialect: Dialect,
  changes: ReadonlyMap<IncomingReport, FactChanges>,
): Promise<Sorted> {
  const telling = [...changes].flatMap(([report, { starts, found }]) => {
    const changed = new Set(starts.map(([fact]) => fact))
    const kinds = new Set(EVIDENCE_FACTS.filter((fact) => changed.has(fact)).flatMap((fact) => KINDS_OF[fact]))
    const told = [...report.pieces, ...evidencePieces(evidenceFrom(Object.fromEntries(found)))]
    const pieces = told.filter(({ kind }) => kinds.has(kind))
    return pieces.length > 0 ? [{ report, kinds, pieces }] : []
  })
  const evidence = await readEvidence(
    db,
    dialect,
    telling.map(({ report }) => report.pcId),
  )
  const strangers: Stranger[] = []
  const learned: SeenPiece[] = []
  for (const { report, kinds, pieces } of telling) {
    const known = evidence.get(report.pcId) ?? []
    // What did not change since the last inventory still agrees.
    const agreeing = known.filter(({ kind }) => !kinds.has(kind))
    if (isStranger([...pieces, ...agreeing], known)) strangers.push({ report, pieces, known })
    else learned.push(...newPieces(report, pieces, known))
  }
  return { strangers, learned }
}

function newPieces({ pcId, receivedAt }: IncomingReport, pieces: readonly EvidencePiece[], known: readonly EvidencePiece[]): SeenPiece[] {
  return pieces
    .filter((piece) => !known.some(({ kind, value }) => kind === piece.kind && value === piece.value))
    .map((piece) => ({ ...piece, pcId, since: receivedAt }))
}
