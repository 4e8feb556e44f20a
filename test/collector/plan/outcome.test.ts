/** What became of a line of a committed plan, as a table: what was planned, what stands now, what is told. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Measures } from '#collector/plan/measures/measures.ts'
import { outcomeOf } from '#collector/plan/outcome.ts'
import { FIRST_POLICY } from '#collector/plan/policy.ts'
import { FIRST_PRICES } from '#collector/plan/prices.ts'
import { verdictOf } from '#collector/plan/verdict.ts'
import { unknown } from '#shared/unknown.ts'
import { GIB, GOOD_PC } from './good-pc.ts'

const TERMS = { policy: FIRST_POLICY, prices: FIRST_PRICES, on: '2026-11-24' }
const of = (changes: Partial<Measures>) => verdictOf({ ...GOOD_PC, ...changes }, TERMS)

const SMALL = { memoryBytes: 4 * GIB, memoryVisibleBytes: 3.9 * GIB } as const
const FULL = { ...SMALL, memoryFreeSlots: 0 } as const
const SPINNING = { systemDiskKind: 'hdd' } as const
const FAILING = { systemDiskHealth: 'failing' } as const
const WORN = { portable: true, batteryWornPercent: 90 } as const
const OLD = { bits64: false } as const
const HEARD = { isHeard: true, isMoved: false } as const

test('done, not yet, differently, or not to be told: by what the rules of the plan say now', () => {
  for (const [planned, now, told, since = HEARD] of [
    [SMALL, {}, 'done: add-memory'],
    [SMALL, SMALL, 'not-yet: add-memory'],
    // The slot was filled with too little: memory is still missing.
    [SMALL, FULL, 'not-yet: add-memory'],
    [{ ...SMALL, ...SPINNING }, SPINNING, 'not-yet: add-ssd; done: add-memory'],
    [{ ...SMALL, ...SPINNING }, {}, 'done: add-memory, add-ssd'],
    [SMALL, { memoryBytes: unknown('failed'), memoryVisibleBytes: unknown('failed') }, 'cannot-tell: add-memory'],
    [SMALL, {}, 'cannot-tell: add-memory', { isHeard: false, isMoved: false }],
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
    [OLD, {}, 'differently'],
    [OLD, { bits64: unknown('failed') }, 'cannot-tell: replace'],
    [{ ...OLD, yearInUse: 2025 }, { ...OLD, yearInUse: 2025 }, 'not-yet: replace'],
    [{ ...OLD, yearInUse: 2025 }, { ...OLD, yearInUse: 2025 }, 'done: replace', { isHeard: true, isMoved: true }],
  ] as const) {
    const line = of(planned)
    const { outcome, done, open } = outcomeOf({ ...line, verdict: line.kind }, { now: now && of(now), ...since }, TERMS)
    const parts =
      outcome === 'done'
        ? [`done: ${done.join(', ')}`]
        : [open.length > 0 ? `${outcome}: ${open.join(', ')}` : outcome, ...(done.length > 0 ? [`done: ${done.join(', ')}`] : [])]
    assert.equal(parts.join('; '), told, JSON.stringify([planned, now]))
  }
})
