/** Who sees what after a reorganisation: nobody comes to see other people's PCs unseen. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keptInSight, sightAfter } from '#collector/store/sight.ts'

// 1 Y tế with 11 below it, 2 Tư pháp, 3 Nội vụ with 31 below it.
const PARENTS = new Map([
  [1, null],
  [11, 1],
  [2, null],
  [3, null],
  [31, 3],
])
const made = (key: string, parent: { unitId: number } | { key: string } | null = null) => ({
  key,
  name: key,
  block: 'I',
  orderNo: 1,
  code: null,
  parent,
})
const holder = (name: string, ...unitIds: number[]) => ({ name, unitIds })
const toK = { unitId: 1, into: [{ key: 'k' }] }

test('who saw a unit is let into its successor as long as nothing of others is put into it or below it', () => {
  assert.deepEqual(keptInSight({ made: [made('k')], ended: [toK] }, PARENTS), [{ unitId: 1, key: 'k' }])
  const below = { made: [made('k'), made('l', { key: 'k' })], ended: [toK, { unitId: 2, into: [{ key: 'l' }] }] }
  assert.deepEqual(keptInSight(below, PARENTS), [{ unitId: 2, key: 'l' }])
  assert.deepEqual(sightAfter(below, PARENTS, [holder('y-te', 1), holder('tu-phap', 2), holder('ca-hai', 1, 2)]), {
    losing: ['y-te', 'ca-hai'],
    gaining: [],
  })
  // What lay below it before is its own.
  const own = { ...below, ended: [toK, { unitId: 11, into: [{ key: 'l' }] }] }
  assert.deepEqual(keptInSight(own, PARENTS), [
    { unitId: 1, key: 'k' },
    { unitId: 11, key: 'l' },
  ])
})

test('whoever sees a unit that takes others in, or what lies above it, is told to see more; who saw both before is not', () => {
  const into = { made: [made('m', { unitId: 31 })], ended: [{ unitId: 2, into: [{ key: 'm' }] }] }
  const { gaining, losing } = sightAfter(into, PARENTS, [holder('nv', 3), holder('phong', 31), holder('tp', 2), holder('ca-hai', 2, 3)])
  assert.deepEqual(gaining, [
    { name: 'nv', unitIds: [2] },
    { name: 'phong', unitIds: [2] },
  ])
  assert.deepEqual(losing, [])
  const standing = { made: [], ended: [{ unitId: 2, into: [{ unitId: 3 }] }] }
  assert.deepEqual(sightAfter(standing, PARENTS, [holder('nv', 3), holder('phong', 31), holder('tp', 2)]), {
    losing: ['tp'],
    gaining: [{ name: 'nv', unitIds: [2] }],
  })
})

test('who saw an ended unit from above it, and not what becomes of it, loses sight of it', () => {
  const out = { made: [made('k')], ended: [{ unitId: 11, into: [{ key: 'k' }] }] }
  assert.deepEqual(sightAfter(out, PARENTS, [holder('so', 1), holder('phong', 11)]), { losing: ['so'], gaining: [] })
})
