/** The printers probe over pretended PCs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownOf, reasonOf, why } from './known.ts'

test('tells attached, network and virtual printers apart, and guesses none', async () => {
  const { printers } = await knownOf('printers', 'cups')
  assert.deepEqual(
    printers.map(({ name, connection, isDefault }) => [name, why(connection) ?? connection, isDefault]),
    [
      ['Canon_LBP2900', 'local', true],
      ['PDF', 'virtual', false],
      ['Ricoh-van-thu', 'network', false],
      ['la', 'not-supported', false],
    ],
  )
})

test('without a default printer none is the default', async () => {
  assert.deepEqual(
    (await knownOf('printers', 'no-default')).printers.map(({ isDefault }) => isDefault),
    [false],
  )
})

test('"no printers" is said only when the print system said so', async () => {
  assert.deepEqual(await knownOf('printers', 'none'), { printers: [] })
  assert.equal(await reasonOf('printers', 'no-scheduler'), 'failed')
  assert.equal(await reasonOf('printers', 'not-installed'), 'not-supported')
})
