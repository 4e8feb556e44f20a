/** The os probe over pretended PCs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownOf, reasonOf, why } from './known.ts'

test('reads a captured Debian', async () => {
  const os = await knownOf('os', 'debian-12')
  assert.equal(os.name, 'Debian GNU/Linux 12 (bookworm)')
  assert.equal(os.version, '12')
  assert.equal(os.supportEdition, 'community')
  assert.equal(why(os.build), 'not-supported')
  assert.equal(why(os.installedAt), 'not-supported')
})

test('tells an LTS from an interim release and knows when Ubuntu was installed', async () => {
  const lts = await knownOf('os', 'ubuntu-24-04')
  assert.equal(lts.supportEdition, 'lts')
  assert.equal(lts.installedAt, '2024-09-12T03:04:00.000Z')
  assert.equal((await knownOf('os', 'ubuntu-interim')).supportEdition, 'community')
})

test('invents neither version nor edition', async () => {
  const os = await knownOf('os', 'rolling')
  assert.equal(os.name, 'Some Linux')
  assert.equal(os.architecture, 'arm64')
  assert.equal(why(os.version), 'not-supported')
  assert.equal(why(os.supportEdition), 'not-supported')
})

test('is unknown when the file is garbage, denied or absent', async () => {
  assert.equal(await reasonOf('os', 'garbage'), 'failed')
  assert.equal(await reasonOf('os', 'denied'), 'access-denied')
  assert.equal(await reasonOf('os', 'absent'), 'not-supported')
})
