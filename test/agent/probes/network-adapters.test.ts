/** The network-adapters probe over pretended PCs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownOf, reasonOf, why } from './known.ts'

test('tells wired from wireless from bridges, and leaves out the loopback and container links', async () => {
  const { adapters } = await knownOf('network-adapters', 'office-desktop')
  assert.deepEqual(
    adapters.map(({ name, medium, physical }) => [name, medium, physical]),
    [
      ['docker0', 'other', false],
      ['enp3s0', 'wired', true],
      ['wlp2s0', 'wireless', true],
    ],
  )
})

test('an adapter on USB is told from one on the board', async () => {
  const { adapters } = await knownOf('network-adapters', 'office-desktop')
  assert.deepEqual(
    adapters.map(({ bus }) => bus),
    ['other', 'built-in', 'usb'],
  )
  assert.equal(why((await knownOf('network-adapters', 'zero-mac')).adapters[0]?.bus), 'not-supported')
})

test('keeps lasting addresses only: no link-local, no temporary ones', async () => {
  const { adapters } = await knownOf('network-adapters', 'office-desktop')
  assert.deepEqual(adapters.find(({ name }) => name === 'enp3s0')?.addresses, ['10.34.2.14', 'fd00::2'])
})

test('speed is unknown without a link, and an address drawn by chance is none', async () => {
  const { adapters } = await knownOf('network-adapters', 'office-desktop')
  assert.equal(why(adapters.find(({ name }) => name === 'wlp2s0')?.speedBitS), 'not-supported')
  assert.equal(why(adapters.find(({ name }) => name === 'docker0')?.mac), 'not-supported')
})

test('reports the address burnt in, not the one Wi-Fi pretends', async () => {
  assert.equal((await knownOf('network-adapters', 'random-wifi-address')).adapters[0]?.mac, '3c:a9:f4:00:11:22')
  assert.equal(why((await knownOf('network-adapters', 'random-wifi-without-ip')).adapters[0]?.mac), 'not-supported')
})

test('an address of zeros is none', async () => {
  assert.equal(why((await knownOf('network-adapters', 'zero-mac')).adapters[0]?.mac), 'not-supported')
})

test('makes nothing of garbage, and no short list of a denied one', async () => {
  const [garbage] = (await knownOf('network-adapters', 'garbage')).adapters
  assert.equal(why(garbage?.mac), 'failed')
  assert.equal(why((await knownOf('network-adapters', 'inet6-denied')).adapters[0]?.addresses), 'access-denied')
  assert.equal(await reasonOf('network-adapters', 'denied'), 'access-denied')
  assert.equal(await reasonOf('network-adapters', 'absent'), 'not-supported')
})
