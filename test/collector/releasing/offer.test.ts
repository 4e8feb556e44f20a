/** Who is offered what: by stage, by the nearest rollout, never a downgrade, never without a way back; and when a rollout halts. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Book, keyOfRelease, offerFor } from '#collector/releasing/offer.ts'
import { isInStage } from '#collector/releasing/stage.ts'
import { mustHalt } from '#collector/store/halt-rule.ts'
import { compareVersions, type PackageKind, type SignedRelease } from '#shared/release.ts'

const KIND: PackageKind = 'linux-deb-amd64'
const release = (version: string, kind = KIND): SignedRelease => ({
  manifest: { format: 'somay-release-1', version, kind, fileName: 'a', sizeBytes: 1, sha256: 'a'.repeat(64) },
  signature: '',
})
const held = (...versions: string[]) => new Map(versions.map((version) => [keyOfRelease(KIND, version), release(version)]))
/** 1 holds 2, which holds 3. */
const parents = new Map([
  [1, null],
  [2, 1],
  [3, 2],
])
const rollout = (version: string, unitId: number | null, stage = 100, state = 'running') => ({ version, unitId, stage, state })
const offered = (book: Omit<Book, 'parents'>, version: string, unitId = 3, pcId = 7) =>
  offerFor({ ...book, parents }, { pcId, kind: KIND, version }, unitId)?.release.manifest.version

test('a stage takes the same PCs again and again, the larger one the smaller one’s, and its share', () => {
  const pcs = Array.from({ length: 5_000 }, (_, place) => place + 1)
  const ten = pcs.filter((pc) => isInStage(pc, '0.2.0', 10))
  const fifty = new Set(pcs.filter((pc) => isInStage(pc, '0.2.0', 50)))
  assert.ok(ten.length > 420 && ten.length < 580, String(ten.length))
  assert.ok(fifty.size > 2_350 && fifty.size < 2_650, String(fifty.size))
  assert.ok(ten.every((pc) => fifty.has(pc)))
  assert.ok(pcs.every((pc) => isInStage(pc, '0.2.0', 100)))
  assert.notDeepEqual(
    pcs.filter((pc) => isInStage(pc, '0.3.0', 10)),
    ten,
  )
})

test('the highest version that is due and newer is offered, with the present one to go back to', () => {
  const book = { rollouts: [rollout('0.2.0', null), rollout('0.10.0', null)], releases: held('0.1.0', '0.2.0', '0.10.0') }
  assert.equal(offered(book, '0.1.0'), '0.10.0')
  assert.equal(offered(book, '0.2.0'), '0.10.0')
  assert.equal(offered(book, '0.10.0'), undefined)
  assert.equal(offered(book, '0.11.0'), undefined)
  assert.equal(offered({ ...book, releases: held('0.2.0', '0.10.0') }, '0.1.0'), undefined, 'no way back')
  assert.equal(offered({ ...book, releases: held('0.1.0', '0.2.0') }, '0.1.0'), '0.2.0', 'no package of the higher one')
})

test('a unit’s rollout holds for all below it; the nearest decides, and a halted one holds back', () => {
  const releases = held('0.1.0', '0.2.0')
  assert.equal(offered({ rollouts: [rollout('0.2.0', 2)], releases }, '0.1.0'), '0.2.0')
  assert.equal(offered({ rollouts: [rollout('0.2.0', 2)], releases }, '0.1.0', 1), undefined)
  assert.equal(offered({ rollouts: [rollout('0.2.0', null), rollout('0.2.0', 2, 100, 'halted')], releases }, '0.1.0'), undefined)
  assert.equal(offered({ rollouts: [rollout('0.2.0', null), rollout('0.2.0', 2, 100, 'ended')], releases }, '0.1.0'), '0.2.0')
  const outside = Array.from({ length: 100 }, (_, pc) => pc).find((pc) => !isInStage(pc, '0.2.0', 10)) as number
  assert.equal(offered({ rollouts: [rollout('0.2.0', null), rollout('0.2.0', 3, 10)], releases }, '0.1.0', 3, outside), undefined)
})

test('three PCs that fail halt a rollout when they are more than one in twenty of those that tried', () => {
  assert.equal(mustHalt({ ended: 2, bad: 2 }), false)
  assert.equal(mustHalt({ ended: 3, bad: 3 }), true)
  assert.equal(mustHalt({ ended: 60, bad: 3 }), false)
  assert.equal(mustHalt({ ended: 59, bad: 3 }), true)
})

test('versions are compared by their numbers', () => {
  assert.ok(compareVersions('0.10.0', '0.9.9') > 0)
  assert.ok(compareVersions('1.0.0', '1.0.1') < 0)
  assert.equal(compareVersions('1.2.3', '1.2.3'), 0)
})
