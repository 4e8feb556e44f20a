/** Six thousand real PCs join a ledger and join it again, alone and among each other: none is ever taken for another, and people are asked about few. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { livedThrough } from './identity-collisions.ts'
import { joinTwice } from './identity-corpus.ts'
import { realPcs } from './real-pc.ts'

const ALL = 6_000

function corpus(t: TestContext) {
  const pcs = realPcs(ALL)
  if (pcs) return pcs
  console.error('NOT RUN: the collection of real PCs does not lie beside this project.')
  t.skip('no collection')
  return undefined
}

test('of real PCs, sample texts and cloned disks among them, none is taken for another', (t) => {
  const pcs = corpus(t)
  if (!pcs) return
  const { joined, again } = joinTwice(pcs)
  assert.deepEqual([joined.mistaken, joined.asked], [0, 0])
  for (const [story, tally] of Object.entries(again)) assert.equal(tally.mistaken, 0, story)
  const lost = (story: keyof typeof again) => again[story].unasked
  for (const story of ['new-windows', 'new-disk', 'docked', 'new-board', 'swapped-disk'] as const)
    assert.equal(lost(story), 0, `${story}: a known PC is known, or asked about`)
  assert.ok(again['new-windows'].asked === 0, 'a new installation asks nobody')
})

test('years of one ledger in which serials, addresses, disks and keys go round never put two boxes into one row', (t) => {
  const pcs = corpus(t)
  if (!pcs) return
  const { joins, again, mistaken, lost, asked, copies, unnoticed, shared } = livedThrough(pcs)
  // The corpus can fail: these pieces are really on several boxes.
  for (const kind of ['uuid', 'system-serial', 'chassis-serial', 'mac', 'disk-serial', 'machine-id', 'agent-key'] as const)
    assert.ok((shared[kind] ?? 0) > 10, `${kind} is shared by boxes`)
  assert.ok(copies > 1_000 && again > joins / 2)
  assert.equal(mistaken, 0, 'two boxes in one row')
  assert.equal(unnoticed, 0, 'reports with a copied key that were taken for its owner')
  assert.ok(lost < joins / 1_000, `${lost} known boxes became others, and nobody was asked`)
  assert.ok(asked < joins / 4, `${asked} of ${joins} were asked about`)
})
