/** Wear of batteries that stand in two facts of different days, and the word length of a processor. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { measure } from '#collector/plan/measures/measure.ts'
import { FIRST_POLICY } from '#collector/plan/policy.ts'
import { FIRST_PRICES } from '#collector/plan/prices.ts'
import { BUILT_IN } from '#collector/plan/reference/reference.ts'
import { verdictOf } from '#collector/plan/verdict.ts'
import { isUnknown, type Unknown, unknown } from '#shared/unknown.ts'
import { known } from '../../../make-report.ts'
import { GOOD_PC } from '../good-pc.ts'

type Name = string | Unknown

function worn(designed: readonly (readonly [Name, number])[], full: readonly (readonly [Name, number])[]): number | string {
  const facts = {
    battery: known('battery', { batteries: designed.map(([name, designCapacityMwh]) => ({ name, designCapacityMwh })) }),
    usage: known('usage', {
      batteries: full.map(([name, fullCapacityMwh]) => ({ name, fullCapacityMwh, cycles: unknown('not-supported') })),
    }),
  }
  const { batteryWornPercent } = measure(facts, undefined, BUILT_IN)
  return isUnknown(batteryWornPercent) ? 'unknown' : batteryWornPercent
}

test('wear is told of the same batteries alone: one that was taken out is not worn off', () => {
  const NO_NAME = unknown('not-supported')
  assert.equal(worn([['a', 50_000]], [['a', 38_000]]), 24)
  assert.equal(
    worn(
      [
        ['a', 50_000],
        ['b', 50_000],
      ],
      [['a', 38_000]],
    ),
    'unknown',
  )
  assert.equal(worn([['a', 50_000]], [['b', 38_000]]), 'unknown')
  assert.equal(
    worn(
      [
        ['a', 50_000],
        ['b', 50_000],
      ],
      [
        ['b', 30_000],
        ['a', 40_000],
      ],
    ),
    30,
  )
  assert.equal(worn([[NO_NAME, 50_000]], [['a', 38_000]]), 24)
  assert.equal(worn([['a', 50_000]], []), 'unknown')
})

test('a processor of another architecture is not taken for one of 32 bits, and no PC is bought for it', () => {
  const bits64 = (architecture: string) => measure({ processor: known('processor', { architecture }) }, undefined, BUILT_IN).bits64
  assert.deepEqual([bits64('x64'), bits64('arm64'), bits64('x86')], [true, true, false])
  assert.ok(isUnknown(bits64('other')))
  const found = verdictOf({ ...GOOD_PC, bits64: bits64('other') }, { policy: FIRST_POLICY, prices: FIRST_PRICES, on: '2026-11-24' })
  assert.deepEqual([found.kind, found.missing], ['unknown', ['bits64']])
})
