/** Captured WMI output of real Windows PCs through the real parsers. The captures are not part of the repository: where they are missing, this says so. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { knownOf, why } from '../known.ts'
import { windowsPc } from './windows-pc.ts'

// Beside the clone, or two folders up from a worktree.
const FOLDERS = ['../../../../../shared/data', '../../../../../../shared/data'].map((path) => fileURLToPath(new URL(path, import.meta.url)))
const folder = FOLDERS.find((path) => existsSync(`${path}/7-Win32_Processor.wmi`))
const skip = folder === undefined ? 'no captures in ../shared/data: the parsers were NOT tried on real outputs here' : false

type Row = Record<string, unknown>

/** `wmic ... get * /format:list`: a block for each row, in UTF-16, to rows as the script's query gives them. */
function capture(name: string): Row[] {
  const text = readFileSync(`${folder}/${name}.wmi`, 'utf16le')
    .replace(/^\uFEFF/, '')
    .replaceAll('\r', '')
    .replaceAll('&amp;', '&')
  const blocks = text.split(/\n{2,}/).map((block) => block.split('\n').filter((line) => line.includes('=')))
  return blocks.filter((lines) => lines.length > 0).map((lines) => Object.fromEntries(lines.map(property)))
}

function property(line: string): [string, unknown] {
  const equals = line.indexOf('=')
  const text = line.slice(equals + 1)
  if (text === '') return [line.slice(0, equals), null]
  if (/^(TRUE|FALSE)$/.test(text)) return [line.slice(0, equals), text === 'TRUE']
  const list = /^\{(.*)\}$/.exec(text)?.[1]
  if (list !== undefined && !/^[0-9A-F-]{36}$/i.test(list))
    return [line.slice(0, equals), list.split(',').map((one) => one.replace(/^"|"$/g, ''))]
  return [line.slice(0, equals), text]
}

const rows = (name: string) => ({ value: capture(name) })

test('a French Windows 7: the processor is 64-bit under a 32-bit system, the modules have placeholder serials', { skip }, async () => {
  const pc = windowsPc('windows-7', {
    'processor.processors': rows('7-Win32_Processor'),
    'memory.modules': rows('7-Win32_PhysicalMemory'),
    'memory.arrays': rows('7-Win32_PhysicalMemoryArray'),
  })
  const processor = await knownOf('processor', pc)
  assert.deepEqual([processor.family, processor.model, processor.stepping, processor.cores, processor.architecture], [6, 42, 7, 4, 'x64'])
  const memory = await knownOf('memory', pc)
  assert.deepEqual([memory.installedBytes, memory.slots, memory.freeSlots, memory.maximumBytes], [2 ** 32, 4, 2, 2 ** 35])
  assert.ok(Array.isArray(memory.modules))
  assert.deepEqual(memory.modules[0]?.serial, { placeholder: '0000000' })
})

test('a server with two sockets counts both, and one too old to tell cores counts neither', { skip }, async () => {
  const two = await knownOf(
    'processor',
    windowsPc('windows-7', { 'processor.processors': rows('2008-with-2-different-cpus-Win32_Processor') }),
  )
  assert.deepEqual([two.sockets, two.cores], [2, 8])
  const old = await knownOf('processor', windowsPc('windows-7', { 'processor.processors': rows('2003-Win32_Processor') }))
  assert.deepEqual([why(old.sockets), why(old.cores), old.model], ['not-supported', 'not-supported', 2])
})

test('an NVMe disk, a BitLocker volume and a French Windows 10', { skip }, async () => {
  const disks = windowsPc('laptop', {
    'disks.physical': rows('latitude-7480-MSFT_PhysicalDisk'),
    'disks.drives': rows('latitude-7480-Win32_DiskDrive'),
  })
  const [disk] = (await knownOf('disks', disks)).disks
  assert.deepEqual(
    [disk?.bus, disk?.kind, disk?.sizeBytes, disk?.removable, disk?.serial],
    ['NVMe', 'ssd', 512_110_190_592, false, 'FJ68NXXXXXXXXXXXX'],
  )
  const volumes = windowsPc('laptop', {
    'volumes.volumes': rows('win10-crypt-Win32_LogicalDisk'),
    'encryption.volumes': rows('win10-crypt-Win32_EncryptableVolume'),
  })
  assert.equal((await knownOf('volumes', volumes)).volumes.find(({ mount }) => mount === 'C:')?.sizeBytes, 510_462_619_648)
  assert.deepEqual((await knownOf('disk-encryption', volumes)).volumes[0], {
    mount: 'C:',
    state: 'protected',
    method: 'AES 256',
    holdsSystem: true,
  })
})

test('a Windows 7 in VirtualBox: the serial behind swapped hex, a virtual disk', { skip }, async () => {
  const [disk] = (await knownOf('disks', windowsPc('windows-7', { 'disks.drives': rows('win7-sp1-x64-Win32_DiskDrive') }))).disks
  assert.deepEqual([disk?.serial, disk?.kind], ['VB2cff0f95-b2f7db11', 'virtual'])
})

test('a PC with a VPN: real adapters told from the VPN’s, up or down', { skip }, async () => {
  for (const state of ['up', 'down']) {
    const pc = windowsPc('laptop', {
      'network.adapters': rows(`vpn-${state}-Win32_NetworkAdapter`),
      'network.hardware': rows(`vpn-${state}-MSFT_NetAdapter`),
      'network.configurations': {
        value: capture(`vpn-${state}-Win32_NetworkAdapterConfiguration`).filter(({ IPEnabled }) => IPEnabled === true),
      },
    })
    const { adapters } = await knownOf('network-adapters', pc)
    assert.deepEqual(
      adapters.filter(({ physical }) => physical === true).map(({ name, medium }) => [name, medium]),
      [
        ['Ethernet 4', 'wired'],
        ['Wi-Fi', 'wireless'],
      ],
      state,
    )
    assert.ok(adapters.some(({ physical }) => physical === false))
  }
})

test('graphics: the display of a remote desktop is no card, and 32 bits of memory are not believed', { skip }, async () => {
  const pc = windowsPc('laptop', { 'graphics.controllers': rows('intel+nvidia-Win32_VideoController'), 'graphics.drivers': { value: [] } })
  const { adapters } = await knownOf('graphics', pc)
  assert.deepEqual(
    adapters.map(({ name, memoryBytes }) => [name, why(memoryBytes)]),
    [
      ['Intel(R) HD Graphics 4600', 'not-supported'],
      ['NVIDIA GeForce GTX 950', 'not-supported'],
    ],
  )
})

test('updates of a Windows XP: files of a service pack are none', { skip }, async () => {
  const pc = windowsPc('windows-7', { 'updates-installed.fixes': rows('xp-Win32_QuickFixEngineering') })
  const { installed } = await knownOf('patches', pc)
  assert.ok(Array.isArray(installed) && installed.length > 5)
  assert.ok(installed.every(({ id, installedAt }) => /^KB\d+/.test(id) && (why(installedAt) ?? installedAt) === '2011-01-15T00:00:00.000Z'))
})
