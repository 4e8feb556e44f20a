/** The disks probe over pretended PCs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownOf, reasonOf, why } from './known.ts'

test('reads a spinning SATA disk whole, and counts neither loop devices nor the DVD drive', async () => {
  assert.deepEqual((await knownOf('disks', 'spinning-sata')).disks, [
    {
      name: 'sda',
      model: 'ST500DM002-1BD142',
      serial: 'Z3TABC12',
      sizeBytes: 500_107_862_016,
      kind: 'hdd',
      bus: 'SATA',
      health: 'good',
      removable: false,
      holdsSystem: true,
    },
  ])
})

test('finds the system disk under LVM and encryption, and a failing disk', async () => {
  const { disks } = await knownOf('disks', 'nvme-under-lvm-and-usb-stick')
  const [nvme, stick] = disks
  assert.deepEqual([nvme?.name, nvme?.kind, nvme?.bus, nvme?.health, nvme?.holdsSystem], ['nvme0n1', 'ssd', 'NVMe', 'failing', true])
  assert.deepEqual([stick?.bus, stick?.removable, stick?.holdsSystem], ['USB', true, false])
  assert.equal(why(stick?.kind), 'not-supported')
  assert.equal(why(stick?.health), 'not-supported')
})

test('does not believe the "rotational" of a virtual disk', async () => {
  const [disk] = (await knownOf('disks', 'virtio')).disks
  assert.equal(disk?.kind, 'virtual')
  assert.equal(disk?.holdsSystem, true)
  assert.equal(why(disk?.health), 'not-supported')
})

test('says that a plain user may not ask for health', async () => {
  const [disk] = (await knownOf('disks', 'plain-user')).disks
  assert.equal(why(disk?.health), 'access-denied')
  assert.equal(disk?.serial, 'Z3TABC12')
})

test('does not guess which disk holds the system in a container', async () => {
  const [disk] = (await knownOf('disks', 'container-without-block-device')).disks
  assert.equal(why(disk?.holdsSystem), 'not-supported')
})

test('makes nothing of garbage', async () => {
  const [disk] = (await knownOf('disks', 'garbage')).disks
  assert.equal(why(disk?.sizeBytes), 'failed')
  assert.equal(why(disk?.kind), 'failed')
  assert.equal(why(disk?.removable), 'failed')
  assert.equal(why(disk?.health), 'failed')
})

test('is unknown when the list of disks is denied, not an empty list', async () => {
  assert.equal(await reasonOf('disks', 'denied'), 'access-denied')
})
