/** The battery probe over pretended PCs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownOf, reasonOf, why } from './known.ts'

test('reads the battery of a laptop, and not that of its mouse', async () => {
  assert.deepEqual(await knownOf('battery', 'laptop'), {
    batteries: [{ name: 'SMP DELL 7VTMN54', designCapacityMwh: 51_000 }],
  })
})

test('turns charge into energy', async () => {
  const [battery] = (await knownOf('battery', 'charge-counting')).batteries
  assert.equal(battery?.designCapacityMwh, 44_400)
})

test('a capacity of zero is no reading', async () => {
  const [battery] = (await knownOf('battery', 'zeros')).batteries
  assert.equal(why(battery?.designCapacityMwh), 'not-supported')
})

test('says "none" for a desktop and for an empty bay', async () => {
  assert.deepEqual(await knownOf('battery', 'desktop'), { batteries: [] })
  assert.deepEqual(await knownOf('battery', 'empty-bay'), { batteries: [] })
})

test('never says "none" when nobody could look', async () => {
  assert.equal(await reasonOf('battery', 'no-class'), 'not-supported')
  assert.equal(await reasonOf('battery', 'denied'), 'access-denied')
  assert.equal(await reasonOf('battery', 'type-denied'), 'access-denied')
})

test('makes nothing of garbage', async () => {
  const [battery] = (await knownOf('battery', 'garbage')).batteries
  assert.ok(why(battery?.designCapacityMwh))
})
