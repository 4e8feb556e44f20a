/** Every rule as a table: measures in, outcome out, with a row for each outcome and for what is unknown. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Measures, NEVER } from '#collector/plan/measures/measures.ts'
import { FIRST_POLICY, type Policy } from '#collector/plan/policy.ts'
import { RULES } from '#collector/plan/rules/index.ts'
import { decide, type Rule } from '#collector/plan/rules/rule.ts'
import { UNKNOWN_REASONS, unknown } from '#shared/unknown.ts'
import { GIB, GOOD_PC, WINDOWS_10 } from './good-pc.ts'

const ON = '2026-11-24'
const NOT_READ = unknown('timed-out')

type Row = readonly [changes: Partial<Measures>, outcome: string, policy?: Partial<Policy>]

const TABLE: Readonly<Record<string, readonly Row[]>> = {
  memory: [
    [{}, 'meets'],
    [{ memoryBytes: 4 * GIB, memoryVisibleBytes: 3.9 * GIB }, 'add-memory'],
    [{ memoryBytes: 4 * GIB, memoryFreeSlots: 0 }, 'swap-memory'],
    [{ memoryBytes: 2 * GIB, memoryMaximumBytes: 4 * GIB }, 'replace'],
    // What the free slots take is not enough: larger modules in place of those that are in.
    [{ memoryBytes: 4 * GIB, memoryAddedBytes: 6 * GIB }, 'swap-memory'],
    // Soldered: only a free slot helps, and only when it takes enough.
    [{ memoryBytes: 4 * GIB, memorySoldered: true, memoryFreeSlots: 0, memoryAddedBytes: 4 * GIB }, 'replace'],
    [{ memoryBytes: 4 * GIB, memorySoldered: true, memoryFreeSlots: 1, memoryAddedBytes: 6 * GIB }, 'replace'],
    [{ memoryBytes: 4 * GIB, memorySoldered: true, memoryFreeSlots: 1, memoryAddedBytes: 12 * GIB }, 'add-memory'],
    // Whatever the board could take: what is in stays, and no slot is free.
    [
      { memoryBytes: 4 * GIB, memorySoldered: true, memoryFreeSlots: 0, memoryAddedBytes: 4 * GIB, memoryMaximumBytes: NOT_READ },
      'replace',
    ],
    [{ memoryBytes: 4 * GIB, memorySoldered: NOT_READ }, 'add-memory'],
    [{ memoryBytes: 4 * GIB, memorySoldered: NOT_READ, memoryFreeSlots: 0, memoryAddedBytes: 4 * GIB }, 'unknown memorySoldered'],
    [{ memoryBytes: 2 * GIB, memorySoldered: NOT_READ, memoryMaximumBytes: 4 * GIB }, 'replace'],
    [{ memoryBytes: 4 * GIB, memoryAddedBytes: NOT_READ }, 'unknown memoryAddedBytes'],
    [{ memoryBytes: 4 * GIB, memoryFreeSlots: 0, memoryAddedBytes: NOT_READ }, 'swap-memory'],
    [{ memoryBytes: NOT_READ, memoryVisibleBytes: 8 * GIB }, 'meets'],
    // Graphics may have taken what is missing.
    [{ memoryBytes: NOT_READ, memoryVisibleBytes: 6.9 * GIB }, 'unknown memoryBytes'],
    [{ memoryBytes: NOT_READ, memoryVisibleBytes: 3.9 * GIB }, 'add-memory'],
    [{ memoryBytes: NOT_READ, memoryVisibleBytes: NOT_READ }, 'unknown memoryVisibleBytes memoryBytes'],
    [{ memoryBytes: 4 * GIB, memoryMaximumBytes: NOT_READ }, 'unknown memoryMaximumBytes'],
    [{ memoryBytes: 4 * GIB, memoryFreeSlots: NOT_READ }, 'unknown memoryFreeSlots'],
    [{ memoryBytes: 8 * GIB, memoryFreeSlots: NOT_READ, memoryMaximumBytes: NOT_READ }, 'meets'],
  ],
  'system-ssd': [
    [{}, 'meets'],
    [{ systemDiskKind: 'hdd' }, 'add-ssd'],
    [{ systemDiskKind: 'virtual' }, 'meets'],
    [{ systemDiskKind: NOT_READ }, 'unknown systemDiskKind'],
    [{ systemDiskKind: 'hdd' }, 'meets', { systemDiskSsd: false }],
  ],
  'disk-health': [
    [{}, 'meets'],
    [{ systemDiskHealth: 'failing' }, 'add-ssd'],
    [{ systemDiskHealth: 'warning' }, 'none'],
    [{ systemDiskHealth: NOT_READ }, 'unknown systemDiskHealth'],
  ],
  'free-space': [
    [{}, 'meets'],
    [{ systemFreeBytes: 5 * GIB }, 'free-room'],
    [{ systemFreeBytes: 5 * GIB, systemDiskBytes: 32_000_000_000 }, 'add-ssd'],
    [{ systemFreeBytes: NOT_READ }, 'unknown systemFreeBytes'],
    [{ systemFreeBytes: 5 * GIB, systemDiskBytes: NOT_READ }, 'unknown systemDiskBytes'],
  ],
  'os-support': [
    [{}, 'meets'],
    [WINDOWS_10, 'upgrade-os'],
    [WINDOWS_10, 'meets', { extendedSupport: true }],
    // In support anyway, whatever is sold besides; once that is over, what is sold decides.
    [{ extendedEndsOn: NOT_READ }, 'meets', { extendedSupport: true }],
    [{ ...WINDOWS_10, extendedEndsOn: NOT_READ }, 'unknown extendedEndsOn', { extendedSupport: true }],
    [{ ...WINDOWS_10, extendedEndsOn: '2025-10-14' }, 'upgrade-os', { extendedSupport: true }],
    [{ ...WINDOWS_10, upgradesForFree: false }, 'license-os'],
    [{ mayGoToWindows11: true }, 'meets'],
    [{ mayGoToWindows11: true }, 'upgrade-os', { windows11: true }],
    [{ mayGoToWindows11: false }, 'meets', { windows11: true }],
    [{ mayGoToWindows11: NOT_READ }, 'unknown mayGoToWindows11', { windows11: true }],
    [{ supportEndsOn: ON }, 'meets'],
    [{ supportEndsOn: NOT_READ }, 'unknown supportEndsOn'],
    [{ ...WINDOWS_10, upgradesForFree: NOT_READ }, 'unknown upgradesForFree'],
  ],
  'patch-age': [
    [{}, 'meets'],
    [{ missingSince: '2026-11-10', patchedUntil: '2026-11-10' }, 'meets'],
    [{ missingSince: '2026-10-25', patchedUntil: '2026-10-25' }, 'meets'],
    [{ missingSince: '2026-10-24', patchedUntil: '2026-10-24' }, 'install-updates'],
    // Nothing is missing by a table of so many days ago: what came out since may be older than the policy allows.
    [{ patchedUntil: '2026-10-25' }, 'meets'],
    [{ patchedUntil: '2026-10-24' }, 'unknown missingSince'],
    [{ patchedUntil: '2026-10-24' }, 'meets', { patchDays: 31 }],
    [{ patchedUntil: NEVER }, 'meets'],
    [{ missingSince: NOT_READ, patchedUntil: NOT_READ }, 'unknown patchedUntil'],
  ],
  'win11-processor': [
    [{}, 'meets'],
    [{ windows11Processor: false }, 'replace'],
    [{ windows11Processor: NOT_READ, bits64: false }, 'replace'],
    [{ windows11Processor: NOT_READ }, 'unknown windows11Processor'],
  ],
  'win11-tpm': [
    [{}, 'meets'],
    [{ tpm: 'none' }, 'check-firmware'],
    [{ tpm: '1.2' }, 'check-firmware'],
    [{ tpm: NOT_READ }, 'unknown tpm'],
  ],
  'win11-secure-boot': [
    [{}, 'meets'],
    [{ secureBootCapable: false }, 'check-firmware'],
    [{ secureBootCapable: NOT_READ }, 'unknown secureBootCapable'],
  ],
  'win11-memory': [
    [{}, 'meets'],
    [{ memoryBytes: 2 * GIB, memoryVisibleBytes: 1.9 * GIB }, 'add-memory'],
    [{ memoryBytes: 2 * GIB, memoryVisibleBytes: 1.9 * GIB, memoryFreeSlots: 0 }, 'swap-memory'],
    [{ memoryBytes: 2 * GIB, memoryAddedBytes: 3 * GIB }, 'swap-memory'],
    // Nothing can be taken out of what is soldered.
    [{ memoryBytes: 2 * GIB, memorySoldered: true, memoryFreeSlots: 0, memoryAddedBytes: 2 * GIB }, 'replace'],
    [{ memoryBytes: 2 * GIB, memorySoldered: true, memoryFreeSlots: 1, memoryAddedBytes: 4 * GIB }, 'add-memory'],
    [{ memoryBytes: 2 * GIB, memoryMaximumBytes: 2 * GIB }, 'replace'],
    [{ memoryBytes: 2 * GIB, memorySoldered: NOT_READ, memoryFreeSlots: 0, memoryAddedBytes: 2 * GIB }, 'unknown memorySoldered'],
    [{ memoryBytes: 2 * GIB, memoryFreeSlots: NOT_READ }, 'unknown memoryFreeSlots'],
    [{ memoryBytes: NOT_READ, memoryVisibleBytes: 1.9 * GIB }, 'add-memory'],
    // A PC of 3 GB, or one of 4 GB whose graphics took the rest.
    [{ memoryBytes: NOT_READ, memoryVisibleBytes: 2.9 * GIB }, 'unknown memoryBytes'],
    [{ memoryBytes: NOT_READ, memoryVisibleBytes: 4 * GIB }, 'meets'],
    [{ memoryBytes: NOT_READ, memoryVisibleBytes: NOT_READ }, 'unknown memoryVisibleBytes memoryBytes'],
  ],
  'win11-disk': [
    [{}, 'meets'],
    [{ systemDiskBytes: 32_000_000_000 }, 'add-ssd'],
    [{ systemDiskBytes: NOT_READ }, 'unknown systemDiskBytes'],
  ],
  'processor-floor': [
    [{}, 'meets'],
    [{ bits64: false, cores: NOT_READ }, 'replace'],
    [{ cores: 1 }, 'replace'],
    [{ maxMhz: 800, windows11Processor: false }, 'replace'],
    // An Intel N100 tells Windows its base clock.
    [{ maxMhz: 806 }, 'meets'],
    [{ maxMhz: 800, windows11Processor: NOT_READ }, 'unknown windows11Processor'],
    [{ maxMhz: NOT_READ, windows11Processor: false }, 'unknown maxMhz'],
    [{ maxMhz: NOT_READ, cores: 1 }, 'replace'],
    // Of Apple's processors no clock is told.
    [{ maxMhz: NOT_READ, osFamily: 'macos' }, 'meets'],
    [{ cores: NOT_READ }, 'unknown cores'],
    [{ bits64: NOT_READ }, 'unknown bits64'],
  ],
  antivirus: [
    [{}, 'meets'],
    [{ protectedFromMalware: false }, 'protect-from-malware'],
    [{ protectedFromMalware: NOT_READ }, 'unknown protectedFromMalware'],
  ],
  encryption: [
    [{ systemEncrypted: NOT_READ }, 'meets'],
    [{ systemEncrypted: false }, 'encrypt', { encryption: true }],
    [{ systemEncrypted: NOT_READ }, 'unknown systemEncrypted', { encryption: true }],
  ],
  'battery-worn': [
    [{}, 'meets'],
    [{ batteryWornPercent: 40 }, 'meets'],
    [{ batteryWornPercent: 75 }, 'replace-battery'],
    [{ batteryWornPercent: NOT_READ }, 'unknown batteryWornPercent'],
  ],
  age: [
    [{ yearInUse: 2023 }, 'meets'],
    [{}, 'none'],
    [{ yearInUse: 2012 }, 'replace', { replaceAfterYears: 10 }],
    [{ yearInUse: NOT_READ }, 'unknown yearInUse'],
  ],
}

function outcomeOf(rule: Rule, changes: Partial<Measures>, policy: Partial<Policy> = {}): string {
  const outcome = decide(rule, { ...GOOD_PC, ...changes }, { ...FIRST_POLICY, ...policy }, ON)
  if (outcome.is === 'unknown') {
    assert.ok(outcome.says === undefined || (outcome.says.vi.length > 3 && outcome.says.en.length > 3))
    return `unknown ${outcome.missing.join(' ')}`
  }
  assert.ok(outcome.says.vi.length > 3 && outcome.says.en.length > 3 && !/\{\d\}|NaN|undefined/.test(outcome.says.vi + outcome.says.en))
  if (outcome.is !== 'blocks') return 'meets'
  assert.ok(rule.remedies.includes(outcome.remedy), `${rule.code} does not name ${outcome.remedy} among its remedies`)
  return outcome.remedy
}

for (const rule of RULES) {
  test(`${rule.code}: ${rule.question.en}`, () => {
    const rows = TABLE[rule.code]
    assert.ok(rows, 'a rule without a table')
    for (const [changes, outcome, policy] of rows)
      assert.equal(outcomeOf(rule, changes, policy), outcome, JSON.stringify([changes, policy]))
    assert.ok(rows.some(([, outcome]) => outcome === 'meets') && rows.some(([, outcome]) => outcome.startsWith('unknown')))
    assert.ok(rows.some(([, outcome]) => outcome !== 'meets' && !outcome.startsWith('unknown')))
  })
}

test('whatever the reason, a PC of which nothing is known is bought nothing by any rule', () => {
  for (const reason of UNKNOWN_REASONS) {
    const nothing = Object.fromEntries(Object.keys(GOOD_PC).map((name) => [name, unknown(reason)])) as unknown as Measures
    for (const rule of RULES) assert.match(outcomeOf(rule, nothing), rule.code === 'encryption' ? /^meets$/ : /^unknown /, rule.code)
  }
})

test('codes are given once, and what rules come after is there', () => {
  const codes = RULES.map(({ code }) => code)
  assert.equal(new Set(codes).size, codes.length)
  for (const { after } of RULES) for (const code of after) assert.ok(codes.includes(code), code)
})

test('that support ended is said only where none is left for sure', () => {
  const rule = RULES.find(({ code }) => code === 'os-support') as Rule
  const says = (changes: Partial<Measures>, policy: Partial<Policy>) => {
    const outcome = decide(rule, { ...GOOD_PC, ...changes }, { ...FIRST_POLICY, ...policy }, ON)
    return outcome.is === 'blocks' ? outcome.says.vi : outcome.is
  }
  const may = { mayGoToWindows11: true } as const
  assert.equal(says({ ...may, supportEndsOn: NOT_READ }, { windows11: true }), 'Chính sách chọn Windows 11.')
  const half = { ...WINDOWS_10, ...may, extendedEndsOn: NOT_READ }
  assert.equal(says(half, { windows11: true, extendedSupport: true }), 'Chính sách chọn Windows 11.')
  assert.equal(says(half, { windows11: true }), 'Hết hỗ trợ từ 14/10/2025.')
})
