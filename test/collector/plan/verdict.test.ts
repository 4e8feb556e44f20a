/** The verdict over the rules: the cheapest that clears every need, replaced only where nothing else does, and nothing bought for what is unknown. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Measures } from '#collector/plan/measures/measures.ts'
import { FIRST_POLICY, type Policy } from '#collector/plan/policy.ts'
import { ceilingsOn, FIRST_PRICES } from '#collector/plan/prices.ts'
import { verdictOf } from '#collector/plan/verdict.ts'
import { unknown } from '#shared/unknown.ts'
import { GIB, GOOD_PC, WINDOWS_10 } from './good-pc.ts'

const verdict = (changes: Partial<Measures>, policy: Partial<Policy> = {}) => {
  const found = verdictOf({ ...GOOD_PC, ...changes }, { policy: { ...FIRST_POLICY, ...policy }, prices: FIRST_PRICES, on: '2026-11-24' })
  return [found.kind, [...found.remedies].sort().join('+'), found.costDong]
}

const SMALL = { memoryBytes: 4 * GIB, memoryVisibleBytes: 3.9 * GIB } as const

test('a PC that needs nothing is kept, one that needs a module and a disk gets both', () => {
  assert.deepEqual(verdict({}), ['keep', '', 0])
  assert.deepEqual(verdict(SMALL), ['mend', 'add-memory', 700_000])
  assert.deepEqual(verdict({ ...SMALL, systemDiskKind: 'hdd' }), ['mend', 'add-memory+add-ssd', 1_700_000])
})

test('a disk that is failing and spinning is bought once', () => {
  assert.deepEqual(verdict({ systemDiskKind: 'hdd', systemDiskHealth: 'failing' }), ['mend', 'add-ssd', 1_000_000])
})

test('Windows 10 out of support: upgraded for nothing where Windows 11 goes, else the PC is replaced', () => {
  assert.deepEqual(verdict(WINDOWS_10), ['mend', 'upgrade-os', 0])
  assert.deepEqual(verdict({ ...WINDOWS_10, windows11Processor: false }), ['replace', 'upgrade-os', 20_000_000])
  assert.deepEqual(verdict({ ...WINDOWS_10, windows11Processor: false, portable: true }), ['replace', 'upgrade-os', 25_000_000])
  assert.deepEqual(verdict({ ...WINDOWS_10, windows11Processor: false }, { extendedSupport: true }), ['keep', '', 0])
  // It runs Windows 10 of the long-term channel: nobody asks whether Windows 11 would go.
  assert.deepEqual(verdict({ windows11Processor: false }), ['keep', '', 0])
})

test('where the policy asks for Windows 11, a system in support goes there too, and a PC that cannot is replaced', () => {
  const longTerm = { mayGoToWindows11: true } as const
  assert.deepEqual(verdict(longTerm), ['keep', '', 0])
  assert.deepEqual(verdict(longTerm, { windows11: true }), ['mend', 'upgrade-os', 0])
  assert.deepEqual(verdict({ ...longTerm, windows11Processor: false }, { windows11: true }), ['replace', 'upgrade-os', 20_000_000])
  assert.deepEqual(verdict({ mayGoToWindows11: unknown('failed') }, { windows11: true })[0], 'unknown')
})

test('a TPM that is not seen is looked for in the firmware, not bought', () => {
  const found = verdictOf({ ...GOOD_PC, ...WINDOWS_10, tpm: 'none' }, { policy: FIRST_POLICY, prices: FIRST_PRICES, on: '2026-11-24' })
  assert.deepEqual([found.kind, found.remedies, found.works, found.costDong], ['mend', ['upgrade-os'], ['check-firmware'], 0])
})

test('replaced when mending costs more than its share of a new PC', () => {
  const needs = { ...SMALL, memoryFreeSlots: 0, systemDiskKind: 'hdd', ...WINDOWS_10, upgradesForFree: false } as const
  assert.deepEqual(verdict(needs), ['mend', 'add-ssd+license-os+swap-memory', 5_800_000])
  assert.deepEqual(verdict(needs, { replaceSharePercent: 25 }), ['replace', 'add-ssd+license-os+swap-memory', 20_000_000])
})

test('within its useful life a PC cannot be liquidated: it goes elsewhere, and costs nothing', () => {
  assert.deepEqual(verdict({ yearInUse: 2023, bits64: false }), ['move', '', 0])
  assert.deepEqual(verdict({ yearInUse: unknown('not-supported'), bits64: false }), ['replace', '', 20_000_000])
})

test('what is unknown and could mean a new PC holds up every purchase, and is named', () => {
  const found = verdictOf(
    { ...GOOD_PC, ...WINDOWS_10, ...SMALL, windows11Processor: unknown('access-denied') },
    { policy: FIRST_POLICY, prices: FIRST_PRICES, on: '2026-11-24' },
  )
  assert.deepEqual([found.kind, found.costDong, found.missing], ['unknown', 0, ['windows11Processor']])
  assert.deepEqual(found.remedies, ['add-memory', 'upgrade-os'], 'what is needed for sure is told all the same')
})

test('what is unknown and could mean little holds nothing up', () => {
  assert.deepEqual(verdict({ ...SMALL, systemDiskHealth: unknown('failed'), batteryWornPercent: unknown('failed') }), [
    'mend',
    'add-memory',
    700_000,
  ])
})

test('ceilings are those of the day', () => {
  const desktopOn = (day: string) => ceilingsOn(day).find(({ item }) => item === 'desktop')?.dong
  assert.deepEqual(['2016-09-30', '2025-06-30', '2026-11-24'].map(desktopOn), [13_000_000, 15_000_000, 20_000_000])
  assert.deepEqual(
    ceilingsOn('2016-09-30').map(({ item }) => item),
    ['desktop'],
    'of laptops none is known then',
  )
  assert.deepEqual(ceilingsOn('2010-01-01'), [])
})
