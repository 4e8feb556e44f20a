/** The secure-boot probe over pretended PCs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownOf, reasonOf, why } from './known.ts'

test('reads the variable', async () => {
  assert.deepEqual(await knownOf('secure-boot', 'on'), { capable: true, enabled: true })
  assert.deepEqual(await knownOf('secure-boot', 'off'), { capable: true, enabled: false })
})

test('a legacy start is not "off and incapable": capable stays unknown', async () => {
  const started = await knownOf('secure-boot', 'legacy-start')
  assert.equal(started.enabled, false)
  assert.equal(why(started.capable), 'not-supported')
})

test('firmware from before Secure Boot cannot do it', async () => {
  assert.deepEqual(await knownOf('secure-boot', 'old-uefi'), { capable: false, enabled: false })
})

test('what cannot be seen or understood stays unknown', async () => {
  assert.equal(await reasonOf('secure-boot', 'variables-not-mounted'), 'not-supported')
  assert.equal(await reasonOf('secure-boot', 'no-firmware'), 'not-supported')
  const denied = await knownOf('secure-boot', 'denied')
  assert.deepEqual([why(denied.capable), why(denied.enabled)], ['access-denied', 'access-denied'])
  assert.equal(why((await knownOf('secure-boot', 'garbage')).enabled), 'failed')
})
