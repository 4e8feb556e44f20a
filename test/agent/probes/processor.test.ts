/** The processor probe over pretended PCs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownOf, reasonOf, why } from './known.ts'
import { fixture } from './pretend-platform.ts'

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

test('takes the names of lscpu on ARM, and nothing of an empty answer', async () => {
  const arm = await knownOf('processor', 'arm')
  assert.deepEqual([arm.name, arm.vendor, arm.maxMhz, arm.architecture], ['Cortex-A72', 'ARM', 1500, 'arm64'])
  assert.equal(why(arm.cores), 'not-supported')
  const pc = fixture('processor', 'arm')
  assert.equal(await reasonOf('processor', { ...pc, commands: { lscpu: 'Architecture: aarch64\n' } }), 'not-supported')
  const late = { kind: 'timed-out', detail: 'lscpu took longer than 5000 ms' } as const
  assert.equal(await reasonOf('processor', { ...pc, commands: { lscpu: late } }), 'timed-out')
})

test('is unknown when /proc/cpuinfo is garbage, absent or denied', async () => {
  assert.equal(await reasonOf('processor', 'garbage'), 'not-supported')
  assert.equal(await reasonOf('processor', 'absent'), 'not-supported')
  assert.equal(await reasonOf('processor', 'denied'), 'access-denied')
})
