/** What evidence may and may not say: parts that go from box to box name nobody by themselves. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type EvidenceKind, type EvidencePiece, isStranger, recognise } from '#collector/store/identity.ts'

const pieces = (told: Partial<Record<EvidenceKind, string | readonly string[]>>): EvidencePiece[] =>
  Object.entries(told).flatMap(([kind, values]) => [values].flat().map((value) => ({ kind: kind as EvidenceKind, value: value as string })))

const among = (found: EvidencePiece[], known: EvidencePiece[]) => recognise(found, new Map([[1, known]]))
const BRANDED = {
  uuid: 'u1',
  'system-serial': 's1',
  'board-serial': 'b1',
  mac: 'm1',
  'disk-serial': 'd1',
  'machine-id': 'i1',
  'agent-key': 'k1',
}
const WHITE = { mac: 'm2', 'disk-serial': 'd2', 'machine-id': 'i2', 'agent-key': 'k2' }

test('a disk with its key and installation in another box does not make that box the PC it came from', () => {
  const moved = pieces({ ...WHITE, 'disk-serial': 'd1', 'machine-id': 'i1', 'agent-key': 'k1' })
  assert.equal(among(moved, pieces(BRANDED)), undefined)
  // In its own box it is known, with whatever key.
  assert.equal(among(pieces({ ...BRANDED, 'agent-key': 'k9' }), pieces(BRANDED)), 1)
  assert.equal(among(pieces({ ...WHITE, 'agent-key': 'k9' }), pieces(WHITE)), 1)
})

test('a key beside a strange disk was copied and proves nothing, a dock that both used does not either', () => {
  const docked = (own: typeof WHITE) => pieces({ ...own, mac: [own.mac, 'dock'] })
  const copied = { ...WHITE, mac: 'm3', 'disk-serial': 'd3' }
  assert.equal(among(docked(copied), docked(WHITE)), undefined)
  assert.equal(isStranger(docked(copied), docked(WHITE)), true)
  // A new disk, or another dock beside the old one, is no stranger.
  assert.equal(isStranger(docked({ ...WHITE, 'disk-serial': 'd3' }), docked(WHITE)), false)
  assert.equal(isStranger(pieces({ ...WHITE, mac: ['m2', 'dock two'] }), docked(WHITE)), false)
})

test('where nothing but the key can be read, the key is enough', () => {
  assert.equal(among(pieces({ 'agent-key': 'k1' }), pieces({ 'agent-key': 'k1', 'machine-id': 'i1' })), 1)
})
