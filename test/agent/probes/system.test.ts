/** The system probe over pretended PCs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownOf, why } from './known.ts'

test('names a maker PC with serial, UUID in one case and not virtual', async () => {
  const system = await knownOf('system', 'desktop')
  assert.equal(system.manufacturer, 'Dell Inc.')
  assert.equal(system.serial, '7XK2P12')
  assert.equal(system.uuid, '4c4c4544-0058-4b10-8032-b7c04f503132')
  assert.equal(system.virtual, false)
})

test('keeps the placeholders of a white box as placeholders', async () => {
  const system = await knownOf('system', 'white-box')
  assert.deepEqual(system.serial, { placeholder: 'To be filled by O.E.M.' })
  assert.deepEqual(system.uuid, { placeholder: '03000200-0400-0500-0006-000700080009' })
  assert.deepEqual(system.machineId, { placeholder: 'uninitialized' })
})

test('says that a plain user may not read serial and UUID', async () => {
  const system = await knownOf('system', 'plain-user')
  assert.equal(why(system.serial), 'access-denied')
  assert.equal(why(system.uuid), 'access-denied')
  assert.equal(system.model, 'OptiPlex 3020')
})

test('knows a guest without a table by its processor, and invents no maker', async () => {
  const system = await knownOf('system', 'vm-without-table')
  assert.equal(system.virtual, true)
  assert.equal(why(system.manufacturer), 'not-supported')
  assert.equal(why(system.serial), 'not-supported')
})
