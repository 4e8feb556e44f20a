/** Processors of Macs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownOf, reasonOf, why } from '../known.ts'
import { DENIED, macPc, textOf } from './mac-pc.ts'

test('Intel with its CPUID numbers', async () => {
  assert.deepEqual(await knownOf('processor', macPc('macbook-pro-t2')), {
    name: 'Intel(R) Core(TM) i7-9750H CPU @ 2.60GHz',
    vendor: 'GenuineIntel',
    family: 6,
    model: 158,
    stepping: 10,
    sockets: 1,
    cores: 6,
    threads: 12,
    maxMhz: 2_600,
    architecture: 'x64',
  })
})

test('Apple silicon has no CPUID, and its clock is not told', async () => {
  const { name, cores, threads, architecture, ...others } = await knownOf('processor', macPc('macbook-air-m1'))
  assert.deepEqual([name, cores, threads, architecture], ['Apple M1', 8, 8, 'arm64'])
  for (const key of ['vendor', 'family', 'model', 'stepping', 'maxMhz'] as const) assert.equal(why(others[key]), 'not-supported', key)
})

test('under Rosetta an Apple chip is still one', async () => {
  const sysctl = `hw.optional.x86_64: 1\n${textOf('macbook-air-m1', 'sysctl.txt')}`
  assert.equal((await knownOf('processor', macPc('macbook-air-m1', { commands: { sysctl } }))).architecture, 'arm64')
})

test('a closed kernel leaves the name of the chip and nothing else', async () => {
  const { name, cores, architecture } = await knownOf('processor', macPc('mac-mini-m2', { commands: { sysctl: DENIED } }))
  assert.deepEqual([name, why(cores), why(architecture)], ['Apple M2', 'access-denied', 'access-denied'])
  assert.equal(await reasonOf('processor', macPc('imac-intel', { commands: { sysctl: DENIED } })), 'access-denied')
})

test('numbers that are none are not understood, and none is zero', async () => {
  const sysctl = textOf('imac-intel', 'sysctl.txt')
    .replace('stepping: 9', 'stepping: nine')
    .replace('physicalcpu_max: 4', 'physicalcpu_max: 0')
  const { stepping, cores } = await knownOf('processor', macPc('imac-intel', { commands: { sysctl } }))
  assert.deepEqual([why(stepping), why(cores)], ['failed', 'failed'])
})
