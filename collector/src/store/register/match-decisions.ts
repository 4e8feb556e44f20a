/** Decides among scored pairs: certain where one fits and nothing else comes near on either side, a question for a person where something fits. Pure. */
import { CERTAIN_MATCH, DOUBTFUL_MATCH, MATCH_LEAD, type MatchBasis } from './match-score.ts'

export type ScoredPair = { readonly itemId: number; readonly pcId: number; readonly basis: MatchBasis }

/** More would not help whoever decides. */
const MOST_DOUBTS = 5

export function decideMatches(pairs: readonly ScoredPair[]): {
  readonly certain: readonly ScoredPair[]
  readonly doubtful: readonly ScoredPair[]
} {
  const byScore = [...pairs].sort((one, other) => other.basis.score - one.basis.score)
  const ofItem = Map.groupBy(byScore, ({ itemId }) => itemId)
  const ofPc = Map.groupBy(byScore, ({ pcId }) => pcId)
  const certain = byScore.filter((pair) => {
    const { itemId, pcId, basis } = pair
    if (basis.score < CERTAIN_MATCH) return false
    const rivals = [...(ofItem.get(itemId) ?? []), ...(ofPc.get(pcId) ?? [])].filter((other) => other !== pair)
    return rivals.every(({ basis: other }) => basis.score - other.score >= MATCH_LEAD)
  })
  const [items, pcs] = [new Set(certain.map(({ itemId }) => itemId)), new Set(certain.map(({ pcId }) => pcId))]
  const open = byScore.filter(({ itemId, pcId, basis }) => basis.score >= DOUBTFUL_MATCH && !items.has(itemId) && !pcs.has(pcId))
  const doubtful = [...Map.groupBy(open, ({ itemId }) => itemId).values()].flatMap((own) => own.slice(0, MOST_DOUBTS))
  return { certain, doubtful }
}
