/** Decides for a batch of newcomers, in order, which are PCs the ledger knows and which are new. Pure. */
import type { EvidenceByPc } from './evidence.ts'
import { type EvidencePiece, recognise } from './identity.ts'

/** `pc` is the id of a known PC, or -1, -2, ... for the first, second, ... new one; `again` means that it was there before this newcomer. */
export type Recognised = { readonly pc: number; readonly again: boolean }

type Newcomer = { readonly pieces: readonly EvidencePiece[]; readonly fallback?: number | undefined }

export function recogniseBatch(newcomers: readonly Newcomer[], known: EvidenceByPc): Recognised[] {
  const evidence: EvidenceByPc = new Map()
  const holders = new Map<string, Set<number>>()
  const add = (pc: number, pieces: readonly EvidencePiece[]): void => {
    evidence.set(pc, [...(evidence.get(pc) ?? []), ...pieces])
    for (const piece of pieces.filter(tells)) holders.set(keyOf(piece), (holders.get(keyOf(piece)) ?? new Set()).add(pc))
  }
  for (const [pc, pieces] of known) add(pc, pieces)
  let made = 0
  return newcomers.map(({ pieces, fallback }) => {
    const sharing = new Set(pieces.filter(tells).flatMap((piece) => [...(holders.get(keyOf(piece)) ?? [])]))
    const found = recognise(pieces, new Map([...sharing].map((pc) => [pc, evidence.get(pc) ?? []]))) ?? fallback
    const pc = found ?? -++made
    add(pc, pieces)
    return { pc, again: found !== undefined }
  })
}

// Disk images copy the machine id, so sharing it makes nobody a candidate.
const tells = ({ kind }: EvidencePiece): boolean => kind !== 'machine-id'

const keyOf = ({ kind, value }: EvidencePiece): string => `${kind} ${value}`
