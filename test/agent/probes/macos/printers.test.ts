/** Printers set up on Macs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownOf, why } from '../known.ts'
import { macPc, profileOf } from './mac-pc.ts'

test('attached, over the network and virtual printers, by their device', async () => {
  const { printers } = await knownOf('printers', macPc('macbook-pro-t2'))
  assert.deepEqual(printers[0], { name: 'Canon LBP2900', driver: 'Canon LBP2900', connection: 'local', shared: false, isDefault: true })
  assert.deepEqual(
    printers.map(({ name, connection, shared }) => [name, connection, shared]),
    [
      ['Canon LBP2900', 'local', false],
      ['Máy in tầng 2', 'network', true],
      ['PDF', 'virtual', false],
    ],
  )
})

test('a maker’s own kind of device is not guessed', async () => {
  const [hp, riso] = (await knownOf('printers', macPc('mac-mini-m2'))).printers
  assert.deepEqual([hp?.connection, why(riso?.connection)], ['network', 'not-supported'])
})

test('no printers is said only by a report that tells of CUPS', async () => {
  assert.deepEqual((await knownOf('printers', macPc('macbook-air-m1'))).printers, [])
})

test('makes nothing of what is missing', async () => {
  const [row] = profileOf('mac-mini-m2').SPPrintersDataType
  const pc = macPc('mac-mini-m2', {
    types: { SPPrintersDataType: [{ ...row, ppd: undefined, shared: 'perhaps', default: undefined }, { status: 'idle' }] },
  })
  const { printers } = await knownOf('printers', pc)
  assert.equal(printers.length, 1)
  assert.deepEqual(
    [why(printers[0]?.driver), why(printers[0]?.shared), why(printers[0]?.isDefault)],
    ['not-supported', 'failed', 'not-supported'],
  )
})
