/** What PCs are alike in, as one number and back. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CODES_END, codeOf, gatheredOf } from '#collector/fleet/plan/gathered-code.ts'
import { FINDINGS_END, HELD_UP } from '#collector/plan/findings.ts'
import type { Gathered } from '#collector/plan/settle.ts'

test('every PC has a number of its own, which leads back to it', () => {
  const seen = new Set<number>()
  for (const findings of [0, 1, 4, HELD_UP, FINDINGS_END - 1])
    for (const nature of ['unknown', 'office', 'virtual', 'server'] as const)
      for (const casing of ['unknown', 'desktop', 'laptop'] as const)
        for (const memory of ['unknown', 'ddr3', 'ddr4', 'ddr5', 'other'] as const)
          for (const life of ['unknown', 'within', 'past'] as const)
            for (const system of ['unknown', 'windows', 'other'] as const) {
              const gathered: Gathered = { findings, nature, casing, memory, life, system }
              const code = codeOf(gathered)
              assert.ok(Number.isSafeInteger(code) && code < CODES_END)
              assert.deepEqual(gatheredOf(code), gathered)
              seen.add(code)
            }
  assert.equal(seen.size, 5 * 4 * 3 * 5 * 3 * 3)
})

test('with the number of a unit beside it, it stays a number databases hold', () => {
  assert.ok(BigInt(CODES_END) * 200_000n < 2n ** 63n)
})

test('what has no number is told, and not taken for another', () => {
  assert.throws(
    () => codeOf({ findings: 0, nature: 'office', casing: 'tower' as never, memory: 'ddr4', life: 'past', system: 'windows' }),
    /casing "tower"/,
  )
})
