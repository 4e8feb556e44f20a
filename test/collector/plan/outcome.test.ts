/** What became of a line of a committed plan, as a table: what was planned, what stands now, what is told. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Measures, NO_BATTERY } from '#collector/plan/measures/measures.ts'
import { outcomeOf, type Since } from '#collector/plan/outcome.ts'
import { FIRST_POLICY } from '#collector/plan/policy.ts'
import { FIRST_PRICES } from '#collector/plan/prices.ts'
import { type Verdict, verdictOf } from '#collector/plan/verdict.ts'
import { unknown } from '#shared/unknown.ts'
import { GIB, GOOD_PC, WINDOWS_10 } from './good-pc.ts'

const TERMS = { policy: FIRST_POLICY, prices: FIRST_PRICES, on: '2026-11-24' }
const of = (changes: Partial<Measures>) => verdictOf({ ...GOOD_PC, ...changes }, TERMS)

const SMALL = { memoryBytes: 4 * GIB, memoryVisibleBytes: 3.9 * GIB } as const
const FULL = { ...SMALL, memoryFreeSlots: 0 } as const
const SPINNING = { systemDiskKind: 'hdd' } as const
const FAILING = { systemDiskHealth: 'failing' } as const
const WORN = { portable: true, batteryWornPercent: 90 } as const
const OLD = { bits64: false } as const
const HEARD = { isHeard: true, isMoved: false, system: 'unread', updates: 'untold', windows11: { hinders: [], unknown: [] } } as const

function inWords(line: Verdict, now: Verdict | undefined, since: Omit<Since, 'now'>): string {
  const { outcome, done, open } = outcomeOf({ ...line, verdict: line.kind }, { now, ...since }, TERMS)
  if (outcome === 'done' && open.length === 0) return `done: ${done.join(', ')}`
  return [open.length > 0 ? `${outcome}: ${open.join(', ')}` : outcome, ...(done.length > 0 ? [`done: ${done.join(', ')}`] : [])].join('; ')
}

test('done, not yet, differently, or not to be told: by what the rules of the plan say now', () => {
  for (const [planned, now, told, since = HEARD] of [
    [SMALL, {}, 'done: add-memory'],
    [SMALL, SMALL, 'not-yet: add-memory'],
    // The slot was filled with too little: memory is still missing.
    [SMALL, FULL, 'not-yet: add-memory'],
    [{ ...SMALL, ...SPINNING }, SPINNING, 'not-yet: add-ssd; done: add-memory'],
    [{ ...SMALL, ...SPINNING }, {}, 'done: add-memory, add-ssd'],
    [SMALL, { memoryBytes: unknown('failed'), memoryVisibleBytes: unknown('failed') }, 'cannot-tell: add-memory'],
    [SMALL, {}, 'cannot-tell: add-memory', { ...HEARD, isHeard: false }],
    [FAILING, {}, 'done: add-ssd'],
    // A disk that is no longer read is not a disk that was replaced.
    [FAILING, { systemDiskHealth: unknown('failed') }, 'cannot-tell: add-ssd'],
    [FAILING, { systemDiskHealth: 'warning' }, 'cannot-tell: add-ssd'],
    [{ ...SMALL, ...FAILING }, { systemDiskHealth: unknown('failed') }, 'cannot-tell: add-ssd; done: add-memory'],
    [WORN, { batteryWornPercent: unknown('failed') }, 'cannot-tell: replace-battery'],
    // The board turned out to take no more: nobody added anything.
    [SMALL, { ...SMALL, memoryMaximumBytes: 4 * GIB }, 'not-yet: add-memory'],
    [SMALL, undefined, 'differently'],
    [{ ...OLD, yearInUse: 2025 }, undefined, 'differently'],
    [OLD, undefined, 'done: replace'],
    [OLD, OLD, 'not-yet: replace'],
    // What would be bought is still not known, and nothing was.
    [{ ...OLD, portable: unknown('failed') }, OLD, 'not-yet: replace'],
    [OLD, { ...OLD, nature: unknown('failed') }, 'cannot-tell: replace'],
    [OLD, {}, 'differently'],
    [OLD, { bits64: unknown('failed') }, 'cannot-tell: replace'],
    [{ ...OLD, yearInUse: 2025 }, { ...OLD, yearInUse: 2025 }, 'not-yet: replace'],
    [{ ...OLD, yearInUse: 2025 }, { ...OLD, yearInUse: 2025 }, 'done: replace', { ...HEARD, isMoved: true }],
  ] as const) {
    assert.equal(inWords(of(planned), now && of(now), since), told, JSON.stringify([planned, now]))
  }
})

/** Support that was prolonged by a newer table. */
const PROLONGED = { ...WINDOWS_10, supportEndsOn: '2029-10-09' } as const
const TINY = { memoryBytes: 2 * GIB, memoryVisibleBytes: 1.9 * GIB } as const
const LICENSED = { ...WINDOWS_10, upgradesForFree: false } as const
const SAME = { ...HEARD, system: 'same' } as const
const CHANGED = { ...HEARD, system: 'changed' } as const

test('a system is upgraded when it is another one that is in support, whatever newer tables say of the one it was', () => {
  for (const [planned, now, told, since] of [
    [WINDOWS_10, {}, 'done: upgrade-os', CHANGED],
    [WINDOWS_10, WINDOWS_10, 'not-yet: upgrade-os', SAME],
    [WINDOWS_10, PROLONGED, 'not-yet: upgrade-os', SAME],
    [WINDOWS_10, WINDOWS_10, 'differently', CHANGED],
    [WINDOWS_10, PROLONGED, 'done: upgrade-os', CHANGED],
    [WINDOWS_10, PROLONGED, 'cannot-tell: upgrade-os', HEARD],
    [WINDOWS_10, { supportEndsOn: unknown('not-supported') }, 'cannot-tell: upgrade-os', CHANGED],
    [WINDOWS_10, { ...PROLONGED, supportEndsOn: unknown('not-supported') }, 'not-yet: upgrade-os', SAME],
    [LICENSED, {}, 'done: license-os', CHANGED],
    [LICENSED, { ...PROLONGED, upgradesForFree: false }, 'not-yet: license-os', SAME],
    // Of two things one is done, the other otherwise than planned.
    [{ ...WINDOWS_10, ...SPINNING }, WINDOWS_10, 'differently; done: add-ssd', CHANGED],
    [{ ...WINDOWS_10, ...SPINNING }, { ...PROLONGED, ...SPINNING }, 'not-yet: add-ssd, upgrade-os', SAME],
    // To be replaced because Windows 11 does not take it: a longer support of what it runs replaces nothing.
    [
      { ...WINDOWS_10, windows11Processor: false },
      { ...PROLONGED, windows11Processor: false },
      'not-yet: replace',
      lacking('win11-processor'),
    ],
    [{ ...WINDOWS_10, windows11Processor: false }, PROLONGED, 'differently', SAME],
  ] as const)
    assert.equal(inWords(of(planned), of(now), since), told, JSON.stringify([planned, now, since.system]))
})

function lacking(...hinders: Since['windows11']['hinders']): Omit<Since, 'now'> {
  return { ...SAME, windows11: { hinders, unknown: [] } }
}

test('what Windows 11 asked for is told by what it would meet, also where a newer table has nobody ask any more', () => {
  const terms = { ...TERMS, policy: { ...FIRST_POLICY, memoryBytes: GIB } }
  const small = verdictOf({ ...GOOD_PC, ...WINDOWS_10, ...TINY }, terms)
  assert.deepEqual(small.remedies, ['add-memory', 'upgrade-os'])
  const outcome = (since: Omit<Since, 'now'>) =>
    outcomeOf({ ...small, verdict: small.kind }, { now: verdictOf({ ...GOOD_PC, ...PROLONGED, ...TINY }, terms), ...since }, terms)
  assert.deepEqual(outcome(lacking('win11-memory')), { outcome: 'not-yet', done: [], open: ['add-memory', 'upgrade-os'] })
  assert.deepEqual(outcome(lacking()), { outcome: 'not-yet', done: ['add-memory'], open: ['upgrade-os'] })
  const unread = { ...SAME, windows11: { hinders: [], unknown: ['win11-memory'] } } as const
  assert.deepEqual(outcome(unread), { outcome: 'not-yet', done: [], open: ['add-memory', 'upgrade-os'] })
})

test('updates stand beside the outcome, which follows what costs money', () => {
  const late = { ...SMALL, missingSince: '2026-06-09', patchedUntil: '2026-06-09' } as const
  for (const [now, updates, told] of [
    [{}, 'in', 'done: add-memory, install-updates'],
    [{}, 'not-in', 'done: install-updates; done: add-memory'],
    [{}, 'untold', 'done: add-memory'],
    [SMALL, 'in', 'not-yet: add-memory; done: install-updates'],
    [SMALL, 'not-in', 'not-yet: add-memory, install-updates'],
    [{ bits64: unknown('failed') }, 'in', 'cannot-tell: add-memory; done: install-updates'],
  ] as const)
    assert.equal(inWords(of(late), of(now), { ...HEARD, updates }), told, JSON.stringify([now, updates]))
})

test('a year written into the register changes nothing about a PC that was to be replaced for its price', () => {
  const terms = { ...TERMS, policy: { ...FIRST_POLICY, replaceSharePercent: 20 } }
  const dear = { ...FULL, ...SPINNING, ...WINDOWS_10, upgradesForFree: false } as const
  const at = (changes: Partial<Measures>) => verdictOf({ ...GOOD_PC, ...dear, ...changes }, terms)
  // Committed before an unknown year had to be told first.
  const line = { ...at({ yearInUse: unknown('not-supported') }), kind: 'replace' } as const
  const since = { ...HEARD, system: 'same', now: at({ yearInUse: 2025 }) } as const
  assert.deepEqual([line.kind, since.now.kind], ['replace', 'mend'])
  assert.equal(outcomeOf({ ...line, verdict: line.kind }, since, terms).outcome, 'not-yet')
})

test('a replacement that a year or an unread part decided stays open: nobody did anything', () => {
  const of10 = { ...TERMS, policy: { ...FIRST_POLICY, replaceAfterYears: 10 } }
  const ofAge = (yearInUse: Measures['yearInUse']) => verdictOf({ ...GOOD_PC, yearInUse }, of10)
  const old = ofAge(2012)
  for (const now of [ofAge(2020), ofAge(unknown('not-supported'))])
    assert.equal(outcomeOf({ ...old, verdict: old.kind }, { now, ...HEARD }, of10).outcome, 'not-yet')
  const dear = { ...TERMS, policy: { ...FIRST_POLICY, replaceSharePercent: 10 } }
  const laptop = { ...GOOD_PC, ...FULL, ...SPINNING, ...WORN, yearInUse: 2012 }
  const line = verdictOf(laptop, dear)
  assert.equal(line.kind, 'replace')
  const unread = verdictOf({ ...GOOD_PC, portable: true, yearInUse: 2012, batteryWornPercent: unknown('failed') }, dear)
  assert.equal(outcomeOf({ ...line, verdict: line.kind }, { now: unread, ...HEARD }, dear).outcome, 'cannot-tell')
  const linux = { ...laptop, portable: false, batteryWornPercent: NO_BATTERY, osFamily: 'linux', yearInUse: 2012 } as const
  const replaced = verdictOf(linux, dear)
  assert.deepEqual([replaced.kind, replaced.system], ['replace', 'other'])
  assert.equal(outcomeOf({ ...replaced, verdict: replaced.kind }, { now: replaced, ...HEARD }, dear).outcome, 'not-yet')
})
