/** The verdict over the rules: the cheapest that clears every need, replaced only where nothing else does, and nothing bought for what is unknown. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Measures } from '#collector/plan/measures/measures.ts'
import { FIRST_POLICY, type Policy } from '#collector/plan/policy.ts'
import { ceilingsOn, FIRST_CEILINGS, FIRST_PRICES, type Prices } from '#collector/plan/prices.ts'
import { remainingDong } from '#collector/plan/remaining-value.ts'
import { decide } from '#collector/plan/rules/rule.ts'
import { win11TpmRule } from '#collector/plan/rules/win11-firmware.ts'
import { verdictOf } from '#collector/plan/verdict.ts'
import { unknown } from '#shared/unknown.ts'
import { GIB, GOOD_PC, WINDOWS_10 } from './good-pc.ts'

const TERMS = { policy: FIRST_POLICY, prices: FIRST_PRICES, on: '2026-11-24' }

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
  assert.deepEqual(verdict({ ...WINDOWS_10, windows11Processor: false }), ['replace', 'upgrade-os', 23_500_000])
  assert.deepEqual(verdict({ ...WINDOWS_10, windows11Processor: false, portable: true }), ['replace', 'upgrade-os', 28_500_000])
  assert.deepEqual(verdict({ ...WINDOWS_10, windows11Processor: false }, { extendedSupport: true }), ['keep', '', 0])
  // It runs a system in support: nobody asks whether Windows 11 would go.
  assert.deepEqual(verdict({ windows11Processor: false }), ['keep', '', 0])
})

test('Windows 11 out of support asks again what it asked: set up past the checks it goes no further', () => {
  const old = { supportEndsOn: '2023-10-10', extendedEndsOn: '2023-10-10' } as const
  assert.deepEqual(verdict(old), ['mend', 'upgrade-os', 0])
  assert.deepEqual(verdict({ ...old, windows11Processor: false }), ['replace', 'upgrade-os', 23_500_000])
  assert.deepEqual(verdict({ ...old, windows11Processor: unknown('failed') }), ['unknown', 'upgrade-os', 0])
})

test('a Mac out of support is undecided: no table tells which macOS it takes', () => {
  const mac = {
    osFamily: 'macos',
    onWindows11: false,
    supportEndsOn: '2024-09-16',
    extendedEndsOn: '2024-09-16',
    upgradesForFree: unknown('not-supported'),
  } as const
  const found = verdictOf({ ...GOOD_PC, ...mac }, TERMS)
  assert.deepEqual([found.kind, found.costDong, found.missing], ['unknown', 0, ['upgradesForFree']])
})

test('the licence of a new PC is an item of its own, unless the book has no price for it', () => {
  const items = (prices: Prices) => verdictOf({ ...GOOD_PC, bits64: false }, { ...TERMS, prices }).items
  assert.deepEqual(items(FIRST_PRICES), ['desktop', 'os-licence-new'])
  const { 'os-licence-new': _, ...without } = FIRST_PRICES
  assert.deepEqual(items(without), ['desktop'])
  assert.deepEqual(items({ ...FIRST_PRICES, 'os-licence-new': 0 }), ['desktop'])
  const replaced = (osFamily: Measures['osFamily'], prices: Prices = FIRST_PRICES) => {
    const found = verdictOf({ ...GOOD_PC, bits64: false, osFamily }, { ...TERMS, prices })
    return [found.kind, found.items.join('+'), found.costDong, found.missing.join()]
  }
  assert.deepEqual(replaced('linux'), ['replace', 'desktop', 20_000_000, ''])
  assert.deepEqual(replaced(unknown('failed')), ['replace', '', undefined, 'osFamily'])
  assert.deepEqual(replaced(unknown('failed'), without), ['replace', 'desktop', 20_000_000, ''])
})

test('a policy that asks for less memory than Windows 11 buys no modules for a PC that takes none', () => {
  const lean = { memoryBytes: 2 * GIB }
  const small = { ...WINDOWS_10, memoryBytes: 2 * GIB, memoryVisibleBytes: 1.9 * GIB } as const
  assert.deepEqual(verdict(small, lean), ['mend', 'add-memory+upgrade-os', 700_000])
  const soldered = { ...small, memorySoldered: true, memoryFreeSlots: 0, memoryAddedBytes: 2 * GIB } as const
  assert.deepEqual(verdict(soldered, lean), ['replace', 'upgrade-os', 23_500_000])
  assert.deepEqual(verdict({ ...small, memoryMaximumBytes: 2 * GIB }, lean), ['replace', 'upgrade-os', 23_500_000])
  // What of the memory was not read is named, and not what was.
  const told = (changes: Partial<Measures>) => {
    const { kind, missing } = verdictOf({ ...GOOD_PC, ...small, ...changes }, { ...TERMS, policy: { ...FIRST_POLICY, ...lean } })
    return [kind, ...missing]
  }
  assert.deepEqual(told({ memoryFreeSlots: unknown('failed'), upgradesForFree: false }), ['unknown', 'memoryFreeSlots'])
  assert.deepEqual(told({ memoryFreeSlots: unknown('failed') }), ['unknown', 'memoryFreeSlots'])
})

test('for a licence nobody pays before it is read whether the system would go', () => {
  const seven = { ...WINDOWS_10, upgradesForFree: false } as const
  assert.deepEqual(verdict(seven), ['mend', 'license-os', 3_500_000])
  for (const measure of ['tpm', 'secureBootCapable', 'systemDiskBytes'] as const) {
    const changes = { ...GOOD_PC, ...seven, [measure]: unknown('failed') }
    const open = verdictOf(changes, { policy: FIRST_POLICY, prices: FIRST_PRICES, on: '2026-11-24' })
    assert.deepEqual([open.kind, open.costDong, open.missing], ['unknown', 0, [measure]], measure)
  }
  // What costs nothing needs no such proof.
  assert.deepEqual(verdict({ ...WINDOWS_10, tpm: unknown('failed') }), ['mend', 'upgrade-os', 0])
})

test('where the policy asks for Windows 11, a system in support goes there too, and a PC that cannot is replaced', () => {
  const longTerm = { mayGoToWindows11: true } as const
  assert.deepEqual(verdict(longTerm), ['keep', '', 0])
  assert.deepEqual(verdict(longTerm, { windows11: true }), ['mend', 'upgrade-os', 0])
  assert.deepEqual(verdict({ ...longTerm, windows11Processor: false }, { windows11: true }), ['replace', 'upgrade-os', 23_500_000])
  assert.deepEqual(verdict({ mayGoToWindows11: unknown('failed') }, { windows11: true })[0], 'unknown')
})

test('a TPM that is not seen is looked for in the firmware, not bought', () => {
  const found = verdictOf({ ...GOOD_PC, ...WINDOWS_10, tpm: 'none' }, { policy: FIRST_POLICY, prices: FIRST_PRICES, on: '2026-11-24' })
  assert.deepEqual([found.kind, found.remedies, found.works, found.costDong], ['mend', ['upgrade-os'], ['check-firmware'], 0])
})

test('of a processor nobody could judge it is not said that it has a TPM in it', () => {
  const says = (windows11Processor: Measures['windows11Processor']) => {
    const told = decide(win11TpmRule, { ...GOOD_PC, tpm: 'none', windows11Processor }, FIRST_POLICY, TERMS.on)
    return told.is === 'blocks' ? told.says.en : told.is
  }
  assert.match(says(true), /processors of this age have one/)
  assert.match(says(unknown('not-supported')), /whether there is one/)
})

test('replaced when mending costs more than its share of a new PC', () => {
  const needs = { ...SMALL, memoryFreeSlots: 0, systemDiskKind: 'hdd', ...WINDOWS_10, upgradesForFree: false } as const
  assert.deepEqual(verdict(needs), ['mend', 'add-ssd+license-os+swap-memory', 5_800_000])
  assert.deepEqual(verdict(needs, { replaceSharePercent: 24 }), ['replace', 'add-ssd+license-os+swap-memory', 23_500_000])
})

test('within its useful life a PC cannot be liquidated: it goes elsewhere, and costs nothing', () => {
  assert.deepEqual(verdict({ yearInUse: 2023, bits64: false }), ['move', '', 0])
  assert.deepEqual(verdict({ yearInUse: unknown('not-supported'), bits64: false }), ['replace', '', 23_500_000])
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

test('the case of a PC that must be replaced was not read: it is replaced for sure, and priced as nothing', () => {
  const found = verdictOf({ ...GOOD_PC, bits64: false, portable: unknown('failed') }, TERMS)
  assert.deepEqual([found.kind, found.items, found.costDong, found.missing], ['replace', [], undefined, ['portable']])
  // What costs nothing new needs no case.
  assert.deepEqual(verdict({ ...SMALL, portable: unknown('failed') }), ['mend', 'add-memory', 700_000])
  assert.deepEqual(verdict({ bits64: false, yearInUse: 2023, portable: unknown('failed') }), ['move', '', 0])
})

test('whether mending is worth it hangs on the case: both answers alike decide, else the case must be read first', () => {
  const needs = { ...SMALL, memoryFreeSlots: 0, systemDiskKind: 'hdd', ...WINDOWS_10, upgradesForFree: false } as const
  const at = (replaceSharePercent: number) =>
    verdictOf({ ...GOOD_PC, ...needs, portable: unknown('failed') }, { ...TERMS, policy: { ...FIRST_POLICY, replaceSharePercent } })
  // 5.8 million: 24.7% of a desktop with its licence for 23.5 million, 20.4% of a laptop for 28.5 million.
  assert.deepEqual([at(30).kind, at(30).costDong, at(30).missing], ['mend', 5_800_000, []])
  assert.deepEqual([at(22).kind, at(22).costDong, at(22).missing], ['unknown', 0, ['portable']])
  assert.deepEqual([at(20).kind, at(20).costDong, at(20).missing], ['replace', undefined, ['portable']])
})

test('whether mending is worth it hangs on the year: both answers alike decide, else the register must say it first', () => {
  const needs = { ...SMALL, memoryFreeSlots: 0, systemDiskKind: 'hdd', ...WINDOWS_10, upgradesForFree: false } as const
  const at = (replaceSharePercent: number, changes: Partial<Measures>) => {
    const found = verdictOf({ ...GOOD_PC, ...needs, ...changes }, { ...TERMS, policy: { ...FIRST_POLICY, replaceSharePercent } })
    return [found.kind, found.costDong, found.missing.join()]
  }
  const noYear = { yearInUse: unknown('not-supported') } as const
  assert.deepEqual(at(24, { yearInUse: 2012 }), ['replace', 23_500_000, ''])
  assert.deepEqual(at(24, { yearInUse: 2025 }), ['mend', 5_800_000, ''])
  assert.deepEqual(at(24, noYear), ['unknown', 0, 'yearInUse'])
  assert.deepEqual(at(30, noYear), ['mend', 5_800_000, ''])
  const noCase = { ...noYear, portable: unknown('failed') } as const
  assert.deepEqual(at(22, noCase), ['unknown', 0, 'yearInUse,portable'])
  assert.deepEqual(at(20, noCase), ['unknown', 0, 'yearInUse'])
  // The licence of the new PC would decide.
  assert.deepEqual(at(26, { osFamily: unknown('failed') }), ['unknown', 0, 'osFamily'])
})

test('at the end of 31/12 the year is worn off: what is past its useful life in the books is so in the plan', () => {
  const lived = (yearInUse: number, on: string) => {
    const { kind, outcomes } = verdictOf({ ...GOOD_PC, bits64: false, yearInUse }, { ...TERMS, on })
    return [kind, outcomes.get('age')?.is, remainingDong({ originalDong: 15_000_000, yearInUse }, FIRST_POLICY.usefulLifeYears, on)]
  }
  assert.deepEqual(lived(2022, '2026-12-30'), ['move', 'meets', 3_000_000])
  assert.deepEqual(lived(2022, '2026-12-31'), ['replace', 'blocks', 0])
  assert.deepEqual(lived(2022, '2027-01-01'), ['replace', 'blocks', 0])
  assert.deepEqual(lived(2023, '2026-12-31'), ['move', 'meets', 3_000_000])
})

test('what nothing is done about makes no PC more urgent', () => {
  const points = (changes: Partial<Measures>) => verdictOf({ ...GOOD_PC, ...SMALL, yearInUse: 2025, ...changes }, TERMS).points
  assert.equal(points({ systemDiskHealth: 'warning' }), points({}))
  assert.equal(points({ yearInUse: 2012 }), points({}))
  assert.equal(points({ systemDiskHealth: 'failing' }), points({}) + 9)
})

test('memory is bought by its type; where that is not known and the price hangs on it, it is needed for sure and priced as nothing', () => {
  const priced = (changes: Partial<Measures>, prices: Prices = FIRST_PRICES) => {
    const { kind, items, costDong, missing } = verdictOf({ ...GOOD_PC, ...SMALL, ...changes }, { ...TERMS, prices })
    return [kind, items.join('+'), costDong, missing.join()]
  }
  assert.deepEqual(priced({ memoryType: 'ddr3' }), ['mend', 'memory-added-ddr3', 600_000, ''])
  assert.deepEqual(priced({ memoryType: 'ddr5', memoryFreeSlots: 0 }), ['mend', 'memory-swapped-ddr5', 2_100_000, ''])
  assert.deepEqual(priced({ memoryType: 'other' }), ['mend', 'memory-added', 700_000, ''])
  const untold = { memoryType: unknown('not-supported') } as const
  assert.deepEqual(priced(untold), ['mend', '', undefined, 'memoryType'])
  // A book of before knows one price for all: then the type changes nothing.
  const { 'memory-added-ddr3': _3, 'memory-added-ddr4': _4, 'memory-added-ddr5': _5, ...general } = FIRST_PRICES
  assert.deepEqual(priced(untold, general), ['mend', 'memory-added', 700_000, ''])
  assert.deepEqual(priced({ memoryType: 'ddr3' }, general), ['mend', 'memory-added', 700_000, ''])
  // DDR5 alone would make it dearer than its share of a new PC.
  const dear = { ...FIRST_PRICES, 'memory-added-ddr5': 12_000_000 }
  assert.deepEqual(priced(untold, dear), ['unknown', '', 0, 'memoryType'])
  assert.deepEqual(priced({ ...untold, systemDiskKind: 'hdd' }, { ...dear, ssd: 12_000_000 }), [
    'replace',
    'desktop+os-licence-new',
    23_500_000,
    '',
  ])
  assert.deepEqual(priced({ ...untold, memoryBytes: 8 * GIB }), ['keep', '', 0, ''])
})

test('virtual PCs and servers are bought nothing, whatever they lack', () => {
  for (const nature of ['virtual', 'server'] as const) {
    assert.deepEqual(verdict({ nature, bits64: false, ...SMALL, systemDiskKind: 'hdd' }), ['apart', '', 0])
    assert.deepEqual(verdict({ nature }), ['apart', '', 0])
    assert.deepEqual(verdict({ nature, systemDiskKind: unknown('failed') }), ['apart', '', 0])
  }
})

test('what may be virtual or a server is bought nothing before that is read; one that needs nothing is kept', () => {
  const nature = unknown('not-supported')
  for (const needs of [SMALL, { bits64: false }, { bits64: false, yearInUse: 2023 }]) {
    const found = verdictOf({ ...GOOD_PC, ...needs, nature }, TERMS)
    assert.deepEqual([found.kind, found.costDong, found.items, found.missing], ['unknown', 0, [], ['nature']])
  }
  assert.deepEqual(verdict({ nature }), ['keep', '', 0])
  const both = verdictOf({ ...GOOD_PC, nature, systemDiskKind: unknown('failed') }, TERMS)
  assert.deepEqual(both.missing, ['systemDiskKind', 'nature'])
})

test('ceilings are those of the day', () => {
  const desktopOn = (day: string) => ceilingsOn(FIRST_CEILINGS, day).find(({ item }) => item === 'desktop')?.dong
  assert.deepEqual(['2016-09-30', '2025-06-30', '2026-11-24'].map(desktopOn), [13_000_000, 15_000_000, 20_000_000])
  assert.deepEqual(
    ceilingsOn(FIRST_CEILINGS, '2016-09-30').map(({ item }) => item),
    ['desktop'],
    'of laptops none is known then',
  )
  assert.deepEqual(ceilingsOn(FIRST_CEILINGS, '2010-01-01'), [])
})
