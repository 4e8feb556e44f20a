/** Network adapters of Macs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownOf, reasonOf, why } from '../known.ts'
import { DENIED, macPc, type Situation } from './mac-pc.ts'

async function adapters(situation: Situation, changes = {}) {
  const list = (await knownOf('network-adapters', macPc(situation, changes))).adapters
  return new Map(list.map((adapter) => [adapter.name, adapter]))
}

test('Wi-Fi with the address burnt in, not the private one of the moment, and lasting IP addresses alone', async () => {
  const found = await adapters('macbook-air-m1')
  assert.deepEqual([...found.keys()], ['Thunderbolt Bridge', 'Wi-Fi'])
  assert.deepEqual(found.get('Wi-Fi'), {
    name: 'Wi-Fi',
    mac: '00:00:5e:00:53:a1',
    physical: true,
    medium: 'wireless',
    bus: 'built-in',
    up: true,
    speedBitS: { unknown: 'not-supported', detail: 'the rate of a radio link changes by the moment' },
    addresses: ['192.0.2.54', '2001:db8::1c91:2bff:fe00:53a1'],
  })
})

test('the service of an adapter that is not there is no adapter, nor is a link of the moment', async () => {
  const names = [...(await adapters('macbook-air-m1')).keys()]
  for (const gone of ['USB 10/100/1000 LAN', 'iPhone USB', 'awdl0', 'anpi0', 'utun0']) assert.ok(!names.includes(gone), gone)
})

test('a wired adapter with its controller, a bridge of software, and Bluetooth of which nobody can tell', async () => {
  const found = await adapters('macbook-pro-t2')
  const wired = found.get('Ethernet của bàn')
  assert.deepEqual(
    [wired?.mac, wired?.physical, wired?.medium, wired?.up, wired?.speedBitS],
    ['00:00:5e:00:53:b6', true, 'wired', true, 1_000_000_000],
  )
  const bridge = found.get('Thunderbolt Bridge')
  assert.deepEqual([bridge?.physical, bridge?.medium, bridge?.up], [false, 'other', false])
  const bluetooth = found.get('Bluetooth PAN')
  assert.deepEqual([why(bluetooth?.physical), why(bluetooth?.medium), bluetooth?.addresses], ['not-supported', 'not-supported', []])
  assert.ok(!found.has('VPN cơ quan'))
})

test('speeds in the ways ifconfig writes them', async () => {
  assert.equal((await adapters('imac-intel')).get('Ethernet')?.speedBitS, 100_000_000)
  assert.equal((await adapters('mac-mini-m2')).get('Ethernet')?.speedBitS, 10_000_000_000)
})

test('the controller is found by its older key too', async () => {
  assert.equal((await adapters('imac-intel')).get('Ethernet')?.physical, true)
})

test('a private Wi-Fi address is unknown, not evidence of another PC', async () => {
  assert.equal(why((await adapters('mac-mini-m2')).get('Wi-Fi')?.mac), 'not-supported')
})

test('without ifconfig only sure hardware is listed, and nothing live is said of it', async () => {
  const found = await adapters('macbook-pro-t2', { commands: { interfaces: DENIED } })
  assert.deepEqual([...found.keys()], ['Ethernet của bàn', 'Wi-Fi'])
  const wifi = found.get('Wi-Fi')
  assert.deepEqual(
    [wifi?.mac, why(wifi?.up), why(wifi?.addresses), why(wifi?.speedBitS)],
    ['00:00:5e:00:53:b0', 'access-denied', 'access-denied', 'access-denied'],
  )
})

test('without the list of controllers Ethernet may be a device or software', async () => {
  const wired = (await adapters('imac-intel', { types: { SPEthernetDataType: undefined } })).get('Ethernet')
  assert.deepEqual([wired?.mac, why(wired?.physical), why(wired?.medium)], ['00:00:5e:00:53:c0', 'failed', 'failed'])
})

test('an address that is none is not understood, and zeros are none', async () => {
  const service = (mac: string) => ({
    types: { SPNetworkDataType: [{ _name: 'Ethernet', interface: 'en0', Ethernet: { 'MAC Address': mac } }], SPEthernetDataType: [] },
  })
  assert.equal(why((await adapters('imac-intel', service('unknown'))).get('Ethernet')?.mac), 'failed')
  assert.equal(why((await adapters('imac-intel', service('00:00:00:00:00:00'))).get('Ethernet')?.mac), 'not-supported')
})

test('is unknown when the services could not be read', async () => {
  assert.equal(await reasonOf('network-adapters', macPc('imac-intel', { types: { SPNetworkDataType: undefined } })), 'failed')
  assert.equal(await reasonOf('network-adapters', macPc('imac-intel', { types: { SPNetworkDataType: 'en0' } })), 'failed')
})
