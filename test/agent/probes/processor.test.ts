/** The processor probe over pretended PCs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseProcessor } from '#agent/probes/processor.ts'
import { knownOf, reasonOf, why } from './known.ts'

test('reads CPUID numbers, cores, threads and clock', async () => {
  assert.deepEqual(await knownOf('processor', 'i3-4150'), {
    name: 'Intel(R) Core(TM) i3-4150 CPU @ 3.50GHz',
    vendor: 'GenuineIntel',
    family: 6,
    model: 60,
    stepping: 3,
    sockets: 1,
    cores: 2,
    threads: 4,
    maxMhz: 3500,
    architecture: 'x64',
  })
})

test('counts cores over two sockets and does not take the clock from the name', async () => {
  const processor = await knownOf('processor', 'two-sockets-no-clock')
  assert.deepEqual([processor.sockets, processor.cores, processor.threads], [2, 8, 16])
  assert.equal(why(processor.maxMhz), 'not-supported')
})

test('does not take threads for cores where the kernel gives no ids', async () => {
  const processor = await knownOf('processor', 'old-kernel-without-ids')
  assert.equal(why(processor.cores), 'not-supported')
  assert.equal(why(processor.sockets), 'not-supported')
  assert.equal(processor.threads, 2)
  assert.equal(processor.architecture, 'x86')
})

test('sees a 64-bit processor under a 32-bit system', async () => {
  assert.equal((await knownOf('processor', '64-bit-under-32-bit-system')).architecture, 'x64')
})

test('reads a captured guest', async () => {
  const processor = await knownOf('processor', 'guest')
  assert.equal(processor.vendor, 'AuthenticAMD')
  assert.equal(processor.family, 25)
})

test('takes only the name and clock of systeminformation on ARM, and nothing of an empty answer', () => {
  const cpuinfo = { kind: 'read', value: 'processor\t: 0\nBogoMIPS\t: 108.00\n\nprocessor\t: 1\n' } as const
  const maxKhz = { kind: 'absent', detail: 'x' } as const
  const arm = parseProcessor({ cpuinfo, maxKhz, machine: 'aarch64', subject: { brand: 'Cortex-A72', vendor: 'ARM', speedMax: 1.5 } })
  assert.ok('known' in arm)
  assert.equal(arm.known.name, 'Cortex-A72')
  assert.equal(arm.known.maxMhz, 1500)
  assert.equal(why(arm.known.cores), 'not-supported')
  const empty = parseProcessor({ cpuinfo, maxKhz, machine: 'aarch64', subject: { brand: '', vendor: '', speedMax: 0 } })
  assert.ok('unknown' in empty)
})

test('is unknown when /proc/cpuinfo is garbage, absent or denied', async () => {
  assert.equal(await reasonOf('processor', 'absent'), 'not-supported')
  assert.equal(await reasonOf('processor', 'denied'), 'access-denied')
})
