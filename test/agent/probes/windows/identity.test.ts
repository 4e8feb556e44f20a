/** What identifies a Windows PC, and what it is made of, over pretended PCs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownOf, why } from '../known.ts'
import { ACCESS_DENIED, windowsPc } from './windows-pc.ts'

test('a maker’s PC tells who it is, in the form Linux tells it', async () => {
  const system = await knownOf('system', windowsPc('office-desktop'))
  assert.equal(system.hostName, 'SNV-PC-014')
  assert.equal(system.uuid, '4c4c4544-0058-4b10-8032-b7c04f503132')
  assert.equal(system.machineId, '8f2c0a51-6b0e-4c4b-9c57-1d2e3f405162')
  assert.deepEqual([system.membership, system.memberOf, system.virtual], ['workgroup', 'WORKGROUP', false])
  assert.deepEqual(system.assetTag, { placeholder: '' })
  const inDomain = await knownOf('system', windowsPc('laptop'))
  assert.deepEqual([inDomain.membership, inDomain.memberOf], ['domain', 'snv.gov.example'])
})

test('a hypervisor under Windows 11 itself makes no virtual PC, the name of a guest does', async () => {
  assert.equal((await knownOf('system', windowsPc('laptop'))).virtual, false)
  const guest = { value: [{ Manufacturer: 'Microsoft Corporation', Model: 'Virtual Machine', HypervisorPresent: true }] }
  assert.equal((await knownOf('system', windowsPc('laptop', { 'computer.computerSystem': guest }))).virtual, true)
  assert.equal((await knownOf('chassis', windowsPc('laptop', { 'computer.computerSystem': guest }))).kind, 'virtual')
  const surface = { value: [{ Manufacturer: 'Microsoft Corporation', Model: 'Surface Pro 7', HypervisorPresent: true }] }
  assert.equal((await knownOf('system', windowsPc('laptop', { 'computer.computerSystem': surface }))).virtual, false)
})

test('placeholders of a white box stay placeholders, its lone objects are lists of one, its numbers may be text', async () => {
  const system = await knownOf('system', windowsPc('windows-7'))
  assert.deepEqual(system.model, { placeholder: 'To Be Filled By O.E.M.' })
  assert.deepEqual(system.uuid, { placeholder: '00000000-0000-0000-0000-000000000000' })
  assert.equal(why(system.family), 'not-supported')
  assert.equal(why(system.virtual), 'not-supported')
  const board = await knownOf('board', windowsPc('windows-7'))
  assert.deepEqual([board.model, board.serial], ['G41M-VS3', { placeholder: '' }])
  const chassis = await knownOf('chassis', windowsPc('windows-7'))
  assert.deepEqual([chassis.kind, chassis.typeCode], ['desktop', 3])
})

test('the firmware’s date does not move with the time zone, and the start is told by whatever trace there is', async () => {
  const desktop = await knownOf('bios', windowsPc('office-desktop'))
  assert.deepEqual([desktop.date, desktop.startsAs], ['2014-08-21', 'legacy'])
  assert.equal((await knownOf('bios', windowsPc('laptop'))).startsAs, 'uefi')
  assert.equal((await knownOf('bios', windowsPc('laptop', { 'firmware.firmwareType': { value: null } }))).startsAs, 'uefi')
  const byDisk = windowsPc('office-desktop', { 'firmware.firmwareType': { value: {} } })
  assert.equal((await knownOf('bios', byDisk)).startsAs, 'legacy')
  assert.equal(why((await knownOf('bios', windowsPc('windows-7'))).startsAs), 'not-supported')
})

test('the processor has its CPUID numbers, from the registry when WMI refuses', async () => {
  const whole = await knownOf('processor', windowsPc('office-desktop'))
  assert.deepEqual(
    [whole.family, whole.model, whole.stepping, whole.sockets, whole.cores, whole.threads, whole.maxMhz, whole.architecture],
    [6, 60, 3, 1, 2, 4, 3500, 'x64'],
  )
  const broken = await knownOf('processor', windowsPc('office-desktop', { 'processor.processors': ACCESS_DENIED }))
  assert.deepEqual([broken.name, broken.model, why(broken.cores)], ['Intel(R) Core(TM) i3-4150 CPU @ 3.50GHz', 60, 'access-denied'])
  const old = await knownOf('processor', windowsPc('windows-7'))
  assert.deepEqual([old.name, old.architecture], ['Intel(R) Core(TM)2 Duo CPU E7500 @ 2.93GHz', 'x64'])
})

test('how many bits a processor has is told where Windows tells it, and guessed nowhere', async () => {
  const architecture = async (Architecture: number, DataWidth?: number) => {
    const processors = { value: [{ Name: 'Intel(R) Core(TM) i5-8500', Architecture, ...(DataWidth !== undefined && { DataWidth }) }] }
    const told = (await knownOf('processor', windowsPc('office-desktop', { 'processor.processors': processors }))).architecture
    return typeof told === 'string' ? told : why(told)
  }
  assert.deepEqual([await architecture(9, 64), await architecture(9), await architecture(0, 64)], ['x64', 'x64', 'x64'])
  assert.deepEqual([await architecture(0, 32), await architecture(0), await architecture(12)], ['x86', 'not-supported', 'arm64'])
  assert.deepEqual([await architecture(6, 64), await architecture(5)], ['other', 'other'])
})

test('memory counts slots, and does not believe a maximum below what is installed', async () => {
  const desktop = await knownOf('memory', windowsPc('office-desktop'))
  assert.deepEqual([desktop.totalBytes, desktop.installedBytes, desktop.slots, desktop.freeSlots], [4_184_215_552, 2 ** 32, 2, 1])
  assert.equal(desktop.maximumBytes, 2 ** 34)
  assert.deepEqual(desktop.modules, [
    { slot: 'DIMM1', sizeBytes: 2 ** 32, type: 'DDR3', formFactor: 'DIMM', speedMtS: 1600, manufacturer: 'Kingston', serial: '8C2E1A3F' },
  ])
  const old = await knownOf('memory', windowsPc('windows-7'))
  assert.equal(why(old.maximumBytes), 'failed')
  assert.ok(Array.isArray(old.modules))
  assert.equal(why(old.modules[0]?.type), 'not-supported')
  assert.equal(why(old.modules[0]?.speedMtS), 'not-supported')
  const over = { value: [{ Use: 3, MemoryDevices: 4, MaxCapacity: 0x80000000, MaxCapacityEx: 4_294_967_296 }] }
  assert.equal((await knownOf('memory', windowsPc('laptop', { 'memory.arrays': over }))).maximumBytes, 2 ** 42)
  const flash = { value: [{ DeviceLocator: 'SYSTEM ROM', Capacity: 8_388_608, MemoryType: 11 }] }
  assert.equal(why((await knownOf('memory', windowsPc('laptop', { 'memory.modules': flash }))).modules), 'not-supported')
})
