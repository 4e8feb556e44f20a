/** How many of real PCs that join again are known at once, asked about, or taken for another. */
import { joinTwice, type Story, type Tally } from '../journey/identity-corpus.ts'
import { realPcs } from '../journey/real-pc.ts'
import type { Row } from './measure.ts'

const HOW_MANY = 6_000

export async function identityFigures(): Promise<Row[]> {
  const pcs = realPcs(HOW_MANY)
  if (!pcs) return [{ what: 'identity of real PCs', figure: 'NOT RUN: the collection does not lie beside this project' }]
  const { joined, again } = joinTwice(pcs)
  const stories = Object.entries(again) as [Story, Tally][]
  const all = stories.reduce((sum, [, { same, asked, unasked, mistaken }]) => sum + same + asked + unasked + mistaken, 0)
  const asked = stories.reduce((sum, [, tally]) => sum + tally.asked, 0)
  const mistaken = stories.reduce((sum, [, tally]) => sum + tally.mistaken, joined.mistaken)
  return [
    { what: `real PCs taken for another, of ${pcs.length} joining twice`, figure: String(mistaken), wanted: '0', met: mistaken === 0 },
    { what: 'of those joining again, asked about', figure: `${((asked / all) * 100).toFixed(1)}%` },
    ...stories.map(([story, tally]) => ({
      what: `  ${story}`,
      figure: `${tally.same} known, ${tally.asked} asked, ${tally.unasked} made anew`,
    })),
  ]
}
