/** The small parts of the resident process. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { test } from 'node:test'
import { createLane } from '#agent/resident/lane.ts'
import { nextContact } from '#agent/resident/next-contact.ts'
import { NOON } from '../samples.ts'

const policy = { nextContactSeconds: 3_600, targets: [], switchedOff: [] }
const outcome = (
  result: Parameters<typeof nextContact>[0] extends infer O ? (NonNullable<O> extends { result: infer R } ? R : never) : never,
  retry = false,
) => ({ result, retry })

test('comes back when the collector said, a tenth to either side', () => {
  const acknowledged = outcome({ kind: 'acknowledged', reports: 1, policy })
  assert.deepEqual(
    nextContact(acknowledged, 3, NOON, () => 0),
    { afterMs: 3_240_000, failures: 0 },
  )
  assert.deepEqual(
    nextContact(acknowledged, 3, NOON, () => 0.5),
    { afterMs: 3_600_000, failures: 0 },
  )
})

test('backs off further with each failure, to an hour at most, and never below what Retry-After says', () => {
  const kept = outcome({ kind: 'kept', sentence: 'x' })
  const ceiling = (failures: number) => {
    const next = nextContact(kept, failures, NOON, () => 1)
    return 'afterMs' in next ? next.afterMs : 0
  }
  assert.deepEqual([ceiling(0), ceiling(1), ceiling(2), ceiling(20)], [60_000, 120_000, 240_000, 3_600_000])
  const asked = outcome({ kind: 'kept', sentence: 'x', notBefore: new Date(NOON + 7_200_000).toISOString() })
  assert.deepEqual(
    nextContact(asked, 0, NOON, () => 0),
    { afterMs: 7_200_000, failures: 1 },
  )
})

test('waits for an enrolment, unless it holds a token to try again with', () => {
  const unknownPc = { kind: 'not-enrolled', sentence: 'x' } as const
  assert.deepEqual(
    nextContact(outcome(unknownPc), 0, NOON, () => 0.5),
    { whenEnrolled: true },
  )
  assert.deepEqual(
    nextContact(outcome(unknownPc, true), 0, NOON, () => 0.5),
    { afterMs: 30_000, failures: 1 },
  )
})

test('a child that gave no result counts as a failure', () => {
  assert.deepEqual(
    nextContact(undefined, 0, NOON, () => 0),
    { afterMs: 5_000, failures: 1 },
  )
})

test('jobs go one after another, and one that fails stops none', async () => {
  const order: string[] = []
  const lane = createLane((error) => void order.push(String(error)))
  void lane.add(async () => {
    await Promise.resolve()
    order.push('first')
  })
  void lane.add(() => Promise.reject(new Error('second')))
  await lane.add(async () => void order.push('third'))
  assert.deepEqual(order, ['first', 'Error: second', 'third'])
})

test('memory is given back when a row of jobs is over, not between them', async () => {
  const order: string[] = []
  const lane = createLane(
    () => undefined,
    () => void order.push('rest'),
  )
  void lane.add(async () => void order.push('first'))
  await lane.add(() => Promise.reject(new Error('second')))
  assert.deepEqual(order, ['first', 'rest'])
  await lane.add(async () => void order.push('third'))
  assert.deepEqual(order, ['first', 'rest', 'third', 'rest'])
})

/** Every module a file loads at run time, through static imports and dynamic ones alike. */
function loadedBy(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  const source = readFileSync(file, 'utf8')
  for (const [, specifier = ''] of source.matchAll(/^(?:import|export) (?!type\b)(?:[^'"]*? from )?'([^']+)'/gm)) {
    if (specifier.startsWith('.')) loadedBy(resolve(dirname(file), specifier), seen)
    else if (specifier.startsWith('@somay/shared/')) loadedBy(join(root, 'shared/src', specifier.slice('@somay/shared/'.length)), seen)
    else seen.add(specifier)
  }
  return seen
}

const root = new URL('../../../', import.meta.url).pathname

test('the resident process loads neither the schema library, axios nor systeminformation', () => {
  const loaded = loadedBy(join(root, 'agent/src/commands/run.ts'))
  const packages = [...loaded].filter((one) => !one.startsWith('/') && !one.startsWith('node:'))
  assert.deepEqual(packages, ['node-cron'])
  assert.ok(loaded.size > 15, 'the walk saw the modules')
  assert.ok(loadedBy(join(root, 'agent/src/commands/once.ts')).has('axios'), 'the walk finds axios where it is')
})
