/** The firewall probe over pretended PCs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownOf, reasonOf, why } from './known.ts'

test('reads either firewall, on or off', async () => {
  assert.deepEqual((await knownOf('firewall', 'ufw-on')).profiles, [{ name: 'ufw', enabled: true }])
  assert.deepEqual((await knownOf('firewall', 'firewalld-on')).profiles, [{ name: 'firewalld', enabled: true }])
  assert.deepEqual((await knownOf('firewall', 'ufw-off-firewalld-stopped')).profiles, [
    { name: 'firewalld', enabled: false },
    { name: 'ufw', enabled: false },
  ])
})

test('a firewall that could not be asked is unknown, not off', async () => {
  const { profiles } = await knownOf('firewall', 'ufw-on-firewalld-denied')
  assert.deepEqual(
    profiles.map(({ name, enabled }) => [name, why(enabled) ?? enabled]),
    [
      ['firewalld', 'access-denied'],
      ['ufw', true],
    ],
  )
})

test('where none could be asked it is not known which there are', async () => {
  assert.equal(await reasonOf('firewall', 'garbage-and-denied'), 'access-denied')
})

test('a PC with neither may still filter: unknown, not off', async () => {
  assert.equal(await reasonOf('firewall', 'neither'), 'not-supported')
})
