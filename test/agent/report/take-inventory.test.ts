/** The inventory of the PC the tests run on: it fits the schemas, it is stable, and one bad probe spoils nothing. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { Check } from 'typebox/value'
import { thisPlatform } from '#agent/platform/platform.ts'
import { PROBES } from '#agent/probes/index.ts'
import type { Probe } from '#agent/probes/probe.ts'
import { withSteadyCheck } from '#agent/report/steady-check.ts'
import { switchedOffFacts } from '#agent/report/switched-off.ts'
import { inventoryOf, takeInventory } from '#agent/report/take-inventory.ts'
import { InventorySchema } from '#agent/state/schemas.ts'
import { canonical } from '#shared/canonical.ts'
import { FACT_NAMES, FACTS, type FactName } from '#shared/facts/index.ts'
import { FactBodySchema } from '#shared/facts/spec.ts'
import { NOWHERE } from '../probes/known.ts'

const context = { platform: thisPlatform(), reach: NOWHERE }

/** Other tests write to the same disk meanwhile, so its free room may really have changed. */
const withoutFreeRoom = (body: unknown): unknown =>
  JSON.parse(JSON.stringify(body ?? null, (key, value) => (key === 'freeBytes' ? 'free' : value)))

test('two real inventories in a row fit every schema and have equal hashes', async () => {
  const take = () => takeInventory({ context, switchedOff: switchedOffFacts(undefined), now: Date.now })
  const first = await take()
  const second = withSteadyCheck(await take(), first)
  assert.ok(Check(InventorySchema, first))
  assert.deepEqual(Object.keys(first.bodies).sort(), [...FACT_NAMES].sort())
  for (const fact of FACT_NAMES) {
    const body = first.bodies[fact]
    assert.ok(Check(FactBodySchema, body), fact)
    if ('known' in body) assert.ok(Check(FACTS[fact].value, body.known), `${fact}: ${JSON.stringify(body.known)}`)
    assert.deepEqual(withoutFreeRoom(second.bodies[fact]), withoutFreeRoom(body), `${fact} changed between two runs`)
  }
})

test('a fact switched off is not even read', async () => {
  const touched: string[] = []
  const spies = Object.fromEntries(
    FACT_NAMES.map((fact) => [
      fact,
      {
        fact,
        timeLimitMs: 1_000,
        linux: async () => {
          touched.push(fact)
          return { unknown: 'failed' as const }
        },
      } satisfies Probe,
    ]),
  ) as unknown as Record<FactName, Probe>
  const { bodies } = await takeInventory({ context, switchedOff: ['software', 'os'], now: Date.now, probes: spies })
  assert.equal((bodies.os as { unknown: string }).unknown, 'turned-off')
  assert.deepEqual(touched.sort(), FACT_NAMES.filter((fact) => fact !== 'software' && fact !== 'os').sort())
})

test('one probe that throws leaves the others known', async () => {
  const tpm = { ...PROBES.tpm, linux: () => Promise.reject(new Error('boom')) } as Probe
  const quick = Object.fromEntries(
    FACT_NAMES.map((fact) => [fact, { fact, timeLimitMs: 1_000, linux: async () => ({ known: FACTS[fact].example, source: 'x' }) }]),
  ) as unknown as Record<FactName, Probe>
  const { bodies } = await takeInventory({ context, switchedOff: [], now: Date.now, probes: { ...quick, tpm } })
  assert.deepEqual(bodies.tpm, { detail: 'Error: boom', unknown: 'failed' })
  assert.ok('known' in (bodies.os as object))
})

test('bodies lie in the order the collector hashes them in', () => {
  const { bodies, manifest, manifestHash } = inventoryOf('2026-11-23T05:00:00.000Z', {
    tpm: { source: 'b', known: { z: 1, a: { d: 1, c: 2 } } },
    board: { unknown: 'failed' },
  })
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
  for (const [fact, body] of Object.entries(bodies)) {
    assert.equal(JSON.stringify(body), canonical(body))
    assert.equal(manifest[fact], sha256(JSON.stringify(body)))
  }
  assert.equal(manifestHash, sha256(JSON.stringify(manifest)))
})
