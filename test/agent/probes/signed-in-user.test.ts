/** The signed-in user probe over pretended PCs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownOf, reasonOf } from './known.ts'

test('names each account once, and nothing of where it came from', async () => {
  assert.deepEqual((await knownOf('signed-in-user', 'two')).users, [{ name: 'lthoa' }, { name: 'nvan' }])
})

test('nobody logged on is a reading, a missing command is none', async () => {
  assert.deepEqual((await knownOf('signed-in-user', 'nobody')).users, [])
  assert.equal(await reasonOf('signed-in-user', 'not-installed'), 'not-supported')
})
