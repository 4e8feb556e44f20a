/** Decides for a batch of newcomers, in order, which are PCs the ledger knows and which are new. Pure. */
import { doubtfulAmong, type EvidencePiece, recognise } from './identity.ts'

export type Newcomer = {
  readonly pieces: readonly EvidencePiece[]
  /** The unit whose token it came with. */
  readonly unitId: number
  /** What gives it the right to be a PC of another unit too: a key that PC had. */
  readonly anyUnit?: boolean
  /** The PC it is when the evidence does not say which. */
  readonly fallback?: number | undefined
}

/**
 * `pc` is the id of a known PC, or -1, -2, ... for the first, second, ... new one; `again`: it was there before this newcomer; `alike` is the
 * PC of another unit that a new one looks like: a token opens its own unit only, so a person must say whether they are one. `doubts` are PCs
 * that a new one shares hardware with.
 */
export type Recognised = { readonly pc: number; readonly again: boolean; readonly alike?: number; readonly doubts: readonly number[] }

export type KnownPc = { readonly unitId: number; readonly pieces: readonly EvidencePiece[] }

export function recogniseBatch(newcomers: readonly Newcomer[], known: ReadonlyMap<number, KnownPc>): Recognised[] {
  const pcs = new Map<number, KnownPc>()
  const holders = new Map<string, Set<number>>()
  const add = (pc: number, unitId: number, pieces: readonly EvidencePiece[]): void => {
    const before = pcs.get(pc)
    pcs.set(pc, { unitId: before?.unitId ?? unitId, pieces: [...(before?.pieces ?? []), ...pieces] })
    for (const piece of pieces.filter(tells)) holders.set(keyOf(piece), (holders.get(keyOf(piece)) ?? new Set()).add(pc))
  }
  for (const [pc, { unitId, pieces }] of known) add(pc, unitId, pieces)
  let made = 0
  return newcomers.map(({ pieces, unitId, anyUnit, fallback }) => {
    const sharing = [...new Set(pieces.filter(tells).flatMap((piece) => [...(holders.get(keyOf(piece)) ?? [])]))]
    const among = (wanted: readonly number[]) => recognise(pieces, new Map(wanted.map((pc) => [pc, pcs.get(pc)?.pieces ?? []])))
    const found = among(anyUnit ? sharing : sharing.filter((pc) => pcs.get(pc)?.unitId === unitId)) ?? fallback
    const alike = found === undefined ? among(sharing) : undefined
    // Read before the newcomer itself is among them.
    const doubts = found === undefined ? doubtfulAmong(pieces, new Map(sharing.map((pc) => [pc, pcs.get(pc)?.pieces ?? []]))) : []
    const pc = found ?? -++made
    add(pc, unitId, pieces)
    return { pc, again: found !== undefined, doubts, ...(alike === undefined ? {} : { alike }) }
  })
}

// Disk images copy the machine id, so sharing it makes nobody a candidate.
const tells = ({ kind }: EvidencePiece): boolean => kind !== 'machine-id'

const keyOf = ({ kind, value }: EvidencePiece): string => `${kind} ${value}`
