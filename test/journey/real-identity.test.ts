/** Six thousand real PCs join a ledger and join it again: none is ever taken for another, and people are asked about few. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { joinTwice } from './identity-corpus.ts'
import { realPcs } from './real-pc.ts'

test('of real PCs, sample texts and cloned disks among them, none is taken for another', (t) => {
  const pcs = realPcs(3_000)
  if (!pcs) {
    console.error('NOT RUN: the collection of real PCs does not lie beside this project.')
    return t.skip('no collection')
  }
  const { joined, again } = joinTwice(pcs)
  assert.deepEqual([joined.mistaken, joined.asked], [0, 0])
  for (const [story, tally] of Object.entries(again)) assert.equal(tally.mistaken, 0, story)
  const lost = (story: keyof typeof again) => again[story].unasked
  for (const story of ['new-windows', 'new-disk', 'docked', 'new-board', 'swapped-disk'] as const)
    assert.equal(lost(story), 0, `${story}: a known PC is known, or asked about`)
  assert.ok(again['new-windows'].asked === 0, 'a new installation asks nobody')
})
