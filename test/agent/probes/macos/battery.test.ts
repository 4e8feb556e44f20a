/** Batteries of Macs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownOf, why } from '../known.ts'
import { macPc, profileOf } from './mac-pc.ts'

test('a laptop has one, of a capacity told in no unit of energy', async () => {
  const [air] = (await knownOf('battery', macPc('macbook-air-m1'))).batteries
  assert.deepEqual([air?.name, why(air?.designCapacityMwh)], ['bq20z451', 'not-supported'])
  const [pro] = (await knownOf('battery', macPc('macbook-pro-t2'))).batteries
  assert.equal(pro?.name, 'SMP bq40z651')
})

test('a desktop has none, and says so by telling of everything else', async () => {
  assert.deepEqual((await knownOf('battery', macPc('mac-mini-m2'))).batteries, [])
  assert.deepEqual((await knownOf('battery', macPc('imac-intel'))).batteries, [])
})

test('an empty place is no battery, and one without a name is one', async () => {
  const battery = profileOf('macbook-pro-t2').SPPowerDataType[0]
  const pc = (row: object) => macPc('macbook-pro-t2', { types: { SPPowerDataType: [row] } })
  assert.deepEqual((await knownOf('battery', pc({ ...battery, sppower_battery_installed: 'FALSE' }))).batteries, [])
  const [unnamed] = (await knownOf('battery', pc({ ...battery, sppower_battery_model_info: undefined }))).batteries
  assert.equal(why(unnamed?.name), 'not-supported')
})
