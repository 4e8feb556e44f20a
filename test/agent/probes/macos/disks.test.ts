/** Physical disks of Macs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownOf, reasonOf, why } from '../known.ts'
import { macPc, profileOf } from './mac-pc.ts'

test('the NVMe disk of Apple silicon, whole', async () => {
  assert.deepEqual((await knownOf('disks', macPc('macbook-air-m1'))).disks, [
    {
      name: 'disk0',
      model: 'APPLE SSD AP0256Q',
      serial: '0ba0000000000a01',
      sizeBytes: 251_000_193_024,
      kind: 'ssd',
      bus: 'NVMe',
      health: 'good',
      removable: false,
      holdsSystem: true,
    },
  ])
})

test('a failing SATA disk without its padding; neither the optical drive nor the empty card reader is a disk', async () => {
  const { disks } = await knownOf('disks', macPc('imac-intel'))
  const [disk, stick, ...others] = disks
  assert.deepEqual(others, [])
  assert.deepEqual(
    [disk?.name, disk?.model, disk?.serial, disk?.kind, disk?.bus, disk?.health, disk?.removable, disk?.holdsSystem],
    ['disk0', 'WDC WD10EZEX-21M2NA0', 'WD-TEST00000003', 'hdd', 'SATA', 'failing', false, true],
  )
  assert.deepEqual(
    [stick?.name, stick?.serial, stick?.bus, stick?.removable, stick?.holdsSystem],
    ['disk2', 'TEST000000000001', 'USB', true, false],
  )
})

test('a stick that calls itself verified tells neither its health nor its kind', async () => {
  const [, stick] = (await knownOf('disks', macPc('imac-intel'))).disks
  assert.deepEqual([why(stick?.health), why(stick?.kind)], ['not-supported', 'not-supported'])
})

test('where no data type lists USB media, the volume on the disk stands in, without size and serial', async () => {
  const [, outside] = (await knownOf('disks', macPc('mac-mini-m2'))).disks
  assert.deepEqual([outside?.name, outside?.bus, outside?.removable, outside?.holdsSystem], ['disk7', 'USB', true, false])
  for (const part of [outside?.model, outside?.serial, outside?.sizeBytes, outside?.kind]) assert.equal(why(part), 'not-supported')
})

test('does not guess which of two alike disks holds the system, or a disk nobody listed', async () => {
  const [controller] = profileOf('mac-mini-m2').SPNVMeDataType
  const [disk] = (controller?._items ?? []) as object[]
  const twin = { ...controller, _items: [disk, { ...disk, bsd_name: 'disk1', device_serial: '0ba0000000000d05' }] }
  for (const { name, holdsSystem } of (await knownOf('disks', macPc('mac-mini-m2', { types: { SPNVMeDataType: [twin] } }))).disks)
    assert.deepEqual(name === 'disk7' ? holdsSystem : why(holdsSystem), name === 'disk7' ? false : 'not-supported')
  const renamed = { ...controller, _items: [{ ...disk, device_model: 'Fusion Drive' }] }
  const [other] = (await knownOf('disks', macPc('mac-mini-m2', { types: { SPNVMeDataType: [renamed] } }))).disks
  assert.equal(why(other?.holdsSystem), 'not-supported')
  const [alone] = (await knownOf('disks', macPc('imac-intel', { types: { SPStorageDataType: undefined } }))).disks
  assert.equal(why(alone?.holdsSystem), 'failed')
})

test('a bus that could not be read takes the list with it: a disk may hang on it', async () => {
  assert.equal(await reasonOf('disks', macPc('mac-mini-m2', { types: { SPSerialATADataType: undefined } })), 'failed')
  assert.equal(await reasonOf('disks', macPc('imac-intel', { types: { SPNVMeDataType: undefined } })), 'failed')
})

test('no disk at all is no list', async () => {
  const types = { SPNVMeDataType: [], SPSerialATADataType: [], SPStorageDataType: [] }
  assert.equal(await reasonOf('disks', macPc('mac-mini-m2', { types })), 'failed')
})

test('makes nothing of garbage', async () => {
  const garbage = {
    _items: [{ bsd_name: 'disk0', size_in_bytes: '500 GB', smart_status: 'Wonderful', removable_media: 1, device_serial: '' }],
  }
  const pc = macPc('mac-mini-m2', { types: { SPNVMeDataType: [garbage], SPStorageDataType: [] } })
  const [disk] = (await knownOf('disks', pc)).disks
  assert.deepEqual(
    [why(disk?.sizeBytes), why(disk?.health), why(disk?.removable), why(disk?.serial)],
    ['failed', 'not-supported', 'not-supported', 'not-supported'],
  )
})
