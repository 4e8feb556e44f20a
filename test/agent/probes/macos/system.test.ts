/** Which Mac it is. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownOf, why } from '../known.ts'
import { brokenMac, DENIED, macPc, profileOf, silentMac, textOf } from './mac-pc.ts'

test('an Apple silicon Mac with serial, hardware UUID and exact model', async () => {
  assert.deepEqual(await knownOf('system', macPc('macbook-air-m1')), {
    hostName: 'mac-01.local',
    manufacturer: 'Apple Inc.',
    model: 'MacBookAir10,1',
    family: 'MacBook Air',
    serial: 'FVFTEST0001A',
    uuid: '5b2c0e10-1111-5000-9000-0123456789ab',
    virtual: false,
  })
})

test('an Intel Mac tells the same by the same keys', async () => {
  const { manufacturer, model, serial, uuid } = await knownOf('system', macPc('macbook-pro-t2'))
  assert.deepEqual(
    [manufacturer, model, serial, uuid],
    ['Apple Inc.', 'MacBookPro16,1', 'C02TEST0002B', '5b2c0e10-2222-5000-9000-0123456789ab'],
  )
})

test('a serial that a repair left empty is a placeholder, and identifies nothing', async () => {
  const [hardware] = profileOf('imac-intel').SPHardwareDataType
  const pc = (serial_number: unknown) => macPc('imac-intel', { types: { SPHardwareDataType: [{ ...hardware, serial_number }] } })
  assert.deepEqual((await knownOf('system', pc('Not Available'))).serial, { placeholder: 'Not Available' })
  assert.deepEqual((await knownOf('system', pc(' '))).serial, { placeholder: '' })
  assert.equal(why((await knownOf('system', pc(undefined))).serial), 'not-supported')
  assert.equal(why((await knownOf('system', pc({ text: 'C02' }))).serial), 'failed')
})

test('the kernel tells a guest from a real Mac; without its word nobody does', async () => {
  const guest = textOf('mac-mini-m2', 'sysctl.txt').replace('hv_vmm_present: 0', 'hv_vmm_present: 1')
  assert.equal((await knownOf('system', macPc('mac-mini-m2', { commands: { sysctl: guest } }))).virtual, true)
  const older = textOf('mac-mini-m2', 'sysctl.txt').replace('kern.hv_vmm_present: 0\n', '')
  assert.equal(why((await knownOf('system', macPc('mac-mini-m2', { commands: { sysctl: older } }))).virtual), 'not-supported')
  assert.equal(why((await knownOf('system', macPc('mac-mini-m2', { commands: { sysctl: DENIED } }))).virtual), 'access-denied')
})

test('the name stands when nothing else could be read', async () => {
  const { hostName, serial, uuid, manufacturer } = await knownOf('system', silentMac('hangs.json'))
  assert.deepEqual([hostName, why(serial), why(uuid), manufacturer], ['mac-01.local', 'timed-out', 'timed-out', 'Apple Inc.'])
  assert.equal(why((await knownOf('system', brokenMac('empty-object.json'))).model), 'failed')
})
