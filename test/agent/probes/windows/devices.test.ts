/** Disks, screens, batteries, adapters and printers of Windows PCs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownOf, reasonOf, why } from '../known.ts'
import { ACCESS_DENIED, NO_NAMESPACE, windowsPc } from './windows-pc.ts'

test('a disk is told once by both classes, and an empty card slot is none', async () => {
  assert.deepEqual((await knownOf('disks', windowsPc('office-desktop'))).disks, [
    {
      name: 'PHYSICALDRIVE0',
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

test('an NVMe disk has the serial of its label', async () => {
  const [disk] = (await knownOf('disks', windowsPc('laptop'))).disks
  assert.deepEqual([disk?.serial, disk?.kind, disk?.bus], ['S674NF0W123456', 'ssd', 'NVMe'])
})

test('without the storage service the older class stands in, and says only what it knows', async () => {
  const [disk] = (await knownOf('disks', windowsPc('windows-7'))).disks
  assert.deepEqual([disk?.serial, disk?.bus, disk?.health, disk?.holdsSystem], ['WD-WCAVD21B3254', 'IDE', 'failing', true])
  assert.equal(why(disk?.kind), 'not-supported')
  const blind = windowsPc('office-desktop', {
    'disks.physical': NO_NAMESPACE,
    'disks.systemPartitions': ACCESS_DENIED,
    'disks.drives': ACCESS_DENIED,
  })
  assert.equal(await reasonOf('disks', blind), 'access-denied')
  const unsure = windowsPc('office-desktop', { 'disks.systemPartitions': ACCESS_DENIED })
  assert.equal(why((await knownOf('disks', unsure)).disks[0]?.holdsSystem), 'access-denied')
})

test('volumes with their free room in steps, and which of them holds Windows', async () => {
  const { volumes } = await knownOf('volumes', windowsPc('office-desktop'))
  assert.deepEqual(volumes[0], { mount: 'C:', fileSystem: 'NTFS', sizeBytes: 249_532_772_352, holdsSystem: true })
  assert.equal(volumes[1]?.holdsSystem, false)
  const locked = {
    value: [
      { DeviceID: 'C:', FileSystem: 'NTFS', Size: 1, FreeSpace: 1 },
      { DeviceID: 'D:', FileSystem: null, Size: null, FreeSpace: null },
    ],
  }
  const pc = windowsPc('office-desktop', { 'volumes.volumes': locked })
  assert.equal(why((await knownOf('volumes', pc)).volumes[1]?.sizeBytes), 'not-supported')
  assert.equal(await reasonOf('volumes', windowsPc('office-desktop', { 'volumes.volumes': { value: [] } })), 'failed')
})

test('usage keeps the boot to the minute, the free room and the wear of the battery', async () => {
  const usage = await knownOf('usage', windowsPc('laptop'))
  assert.deepEqual([usage.lastBootAt, usage.updateListsFreshAt], ['2026-11-22T15:01:00.000Z', '2026-11-22T15:05:00.000Z'])
  assert.deepEqual(usage.batteries, [{ name: 'SMP 5B10W51876', fullCapacityMwh: 51_230, cycles: 211 }])
  assert.deepEqual(usage.volumes, [{ mount: 'C:', freeBytes: Math.floor(301_203_283_968 / 2 ** 26) * 2 ** 26, holdsSystem: true }])
})

test('memory of a graphics card over 4 GB is whole, one that nobody tells is unknown, and software is no card', async () => {
  const { adapters } = await knownOf('graphics', windowsPc('laptop'))
  assert.deepEqual(
    adapters.map(({ name, memoryBytes }) => [name, why(memoryBytes) ?? memoryBytes]),
    [
      ['Intel(R) UHD Graphics', 'not-supported'],
      ['NVIDIA GeForce RTX 3060', 12 * 2 ** 30],
    ],
  )
})

test('monitors tell of themselves, with or without their block, and one that is switched away is not connected', async () => {
  assert.deepEqual((await knownOf('monitors', windowsPc('office-desktop'))).monitors, [
    { manufacturer: 'DEL', model: 'DELL E1916H', serial: 'G7XK2P1', madeYear: 2017, widthPx: 1366, heightPx: 768 },
  ])
  const { monitors } = await knownOf('monitors', windowsPc('laptop'))
  assert.equal(monitors.length, 1)
  assert.deepEqual([monitors[0]?.manufacturer, monitors[0]?.model, monitors[0]?.madeYear], ['LEN', '40A9', 2022])
  assert.deepEqual(monitors[0]?.serial, { placeholder: '0' })
  assert.equal(why(monitors[0]?.widthPx), 'not-supported')
  assert.equal(await reasonOf('monitors', windowsPc('windows-7')), 'not-supported')
})

test('a desktop has no battery, a backup supply is none, and a battery without a unit has no capacity', async () => {
  assert.deepEqual((await knownOf('battery', windowsPc('office-desktop'))).batteries, [])
  assert.deepEqual((await knownOf('battery', windowsPc('laptop'))).batteries, [{ name: 'SMP 5B10W51876', designCapacityMwh: 57_000 }])
  const made = (Capabilities: number) => ({
    'battery.made': { value: [{ InstanceName: 'a', DeviceName: 'X', DesignedCapacity: 100, Capabilities }] },
  })
  assert.deepEqual((await knownOf('battery', windowsPc('laptop', made(0xa000_0000)))).batteries, [])
  const [relative] = (await knownOf('battery', windowsPc('laptop', made(0xc000_0000)))).batteries
  assert.equal(why(relative?.designCapacityMwh), 'not-supported')
  assert.equal(await reasonOf('battery', windowsPc('office-desktop', { 'battery.batteries': ACCESS_DENIED })), 'access-denied')
})

test('adapters: the MAC burnt in, lasting addresses only, software told from hardware', async () => {
  const [vpn, wifi, ...others] = (await knownOf('network-adapters', windowsPc('laptop'))).adapters
  assert.deepEqual(others, [])
  assert.deepEqual(
    [vpn?.name, vpn?.physical, vpn?.medium, vpn?.up, why(vpn?.speedBitS)],
    ['Ethernet 2', false, 'other', false, 'not-supported'],
  )
  assert.deepEqual(wifi, {
    name: 'Wi-Fi',
    mac: '44:00:00:0a:ff:14',
    physical: true,
    medium: 'wireless',
    bus: 'built-in',
    up: true,
    speedBitS: { unknown: 'not-supported', detail: 'the rate of a radio link changes by the moment' },
    addresses: ['192.0.2.54', '2001:db8::3a27:1bd1:1148:d87'],
  })
})

test('Windows 7: hardware told by the bus, names in Vietnamese whole, IPv6 unknown because a day’s address looks like a lasting one', async () => {
  const [adapter] = (await knownOf('network-adapters', windowsPc('windows-7'))).adapters
  assert.deepEqual(
    [adapter?.name, adapter?.physical, adapter?.medium, adapter?.mac, adapter?.speedBitS],
    ['Kết nối Vùng Cục bộ', true, 'wired', '00:25:22:6a:7b:8c', 100_000_000],
  )
  assert.equal(why(adapter?.addresses), 'not-supported')
})

test('printers by their port; whose default it is, only where the account has one', async () => {
  const { printers } = await knownOf('printers', windowsPc('office-desktop'))
  assert.deepEqual(
    printers.map(({ name, connection, isDefault }) => [name, connection, isDefault]),
    [
      ['Canon LBP2900', 'local', true],
      ['Microsoft Print to PDF', 'virtual', false],
      ['Máy in tầng 2', 'network', false],
    ],
  )
  assert.deepEqual((await knownOf('printers', windowsPc('laptop'))).printers, [])
  assert.equal(why((await knownOf('printers', windowsPc('windows-7'))).printers[0]?.isDefault), 'not-supported')
})
