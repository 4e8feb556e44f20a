/** The board probe over pretended PCs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownOf, reasonOf, why } from './known.ts'

test('reads maker, model and serial', async () => {
  assert.deepEqual(await knownOf('board', 'desktop'), {
    manufacturer: 'Dell Inc.',
    model: '040DDP',
    version: 'A01',
    serial: '/7XK2P12/CN7220043I00JX/',
  })
})

test('keeps a placeholder serial beside a real model', async () => {
  const board = await knownOf('board', 'white-box')
  assert.equal(board.model, 'H61M-DS2')
  assert.deepEqual(board.serial, { placeholder: 'To be filled by O.E.M.' })
})

test('says that a plain user may not read the serial', async () => {
  assert.equal(why((await knownOf('board', 'plain-user')).serial), 'access-denied')
})

test('is unknown without a table, and when the table describes no board', async () => {
  assert.equal(await reasonOf('board', 'no-table'), 'not-supported')
  assert.equal(await reasonOf('board', 'system-table-only'), 'not-supported')
})
