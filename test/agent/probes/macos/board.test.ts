/** The main board of Macs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownOf, reasonOf, why } from '../known.ts'
import { DENIED, macPc } from './mac-pc.ts'

test('Apple silicon names its board and tells its serial, padded with zeros as the firmware keeps it', async () => {
  assert.deepEqual(await knownOf('board', macPc('macbook-air-m1')), {
    manufacturer: 'Apple Inc.',
    model: 'J313',
    serial: 'FTEST0000000MLB1A',
  })
})

test('Intel names its board and keeps the serial to itself', async () => {
  const { manufacturer, model, serial } = await knownOf('board', macPc('imac-intel'))
  assert.deepEqual([manufacturer, model, why(serial)], ['Apple Inc.', 'Mac-BE088AF8C5EB4FA2', 'not-supported'])
})

test('is unknown when the registry is silent or closed', async () => {
  assert.equal(await reasonOf('board', macPc('imac-intel', { commands: { machine: '' } })), 'not-supported')
  assert.equal(await reasonOf('board', macPc('imac-intel', { commands: { machine: DENIED } })), 'access-denied')
})
