/** The tpm probe over pretended PCs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownOf, reasonOf, why } from './known.ts'

test('knows a TPM 2.0 and does not guess whether it is enabled', async () => {
  const tpm = await knownOf('tpm', 'tpm-20')
  assert.deepEqual([tpm.present, tpm.specVersion, why(tpm.enabled)], [true, '2.0', 'not-supported'])
})

test('reads a TPM 1.2 with maker and state', async () => {
  assert.deepEqual(await knownOf('tpm', 'tpm-12'), { present: true, specVersion: '1.2', enabled: false, manufacturer: 'IFX' })
  assert.equal((await knownOf('tpm', 'old-kernel-12')).specVersion, '1.2')
  assert.equal(why((await knownOf('tpm', 'old-kernel-20')).specVersion), 'not-supported')
})

test('says "none" only when the kernel looked', async () => {
  assert.deepEqual(await knownOf('tpm', 'none'), { present: false })
  assert.equal(await reasonOf('tpm', 'no-support'), 'not-supported')
  assert.equal(await reasonOf('tpm', 'announced-without-driver'), 'failed')
  assert.equal(await reasonOf('tpm', 'denied'), 'access-denied')
})

test('makes nothing of garbage', async () => {
  const tpm = await knownOf('tpm', 'garbage')
  assert.deepEqual([why(tpm.specVersion), why(tpm.enabled), why(tpm.manufacturer)], ['failed', 'failed', 'failed'])
})
