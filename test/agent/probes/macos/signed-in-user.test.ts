/** Who is logged on at Macs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownOf, reasonOf } from '../known.ts'
import { DENIED, macPc } from './mac-pc.ts'

const owner = (console: string) => macPc('imac-intel', { commands: { console } })

test('the owner of the console is who is logged on', async () => {
  assert.deepEqual(await knownOf('signed-in-user', macPc('macbook-air-m1')), { users: [{ name: 'an' }] })
  assert.deepEqual(await knownOf('signed-in-user', owner('1842763 cb van thu\n')), { users: [{ name: 'cb van thu' }] })
})

test('before the log-on window and in the setup assistant nobody is, and that is a reading', async () => {
  assert.deepEqual(await knownOf('signed-in-user', macPc('mac-mini-m2')), { users: [] })
  assert.deepEqual(await knownOf('signed-in-user', macPc('imac-intel')), { users: [] })
})

test('an owner that is not understood is nobody in particular, not nobody', async () => {
  for (const said of ['', 'an\n', 'x an\n']) assert.equal(await reasonOf('signed-in-user', owner(said)), 'failed', said)
  assert.equal(await reasonOf('signed-in-user', macPc('imac-intel', { commands: { console: DENIED } })), 'access-denied')
})
