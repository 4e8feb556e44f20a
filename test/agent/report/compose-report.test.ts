/** What travels: everything at first, then only what is news. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Check } from 'typebox/value'
import { composeReport, MAX_BODIES_CHARACTERS } from '#agent/report/compose-report.ts'
import { acknowledgedAfter } from '#agent/send/acknowledge.ts'
import type { Acknowledged, Inventory } from '#agent/state/schemas.ts'
import { type Answer, type Report, ReportSchema, type Sample } from '#shared/report.ts'
import { inventory, NOON, quarters, report } from '../samples.ts'

const now = new Date(NOON).toISOString()
const answer = (sent: Report, need: string[] = []): Answer => ({
  id: sent.id,
  repeated: false,
  need,
  nextContactSeconds: 60,
  targets: [],
  switchedOff: [],
})

function acknowledgedWith(from: Inventory, need: string[] = []): Acknowledged {
  const sent = report(NOON, [], from)
  return acknowledgedAfter({ report: sent, answer: answer(sent, need), before: undefined, inventory: from, at: now })
}

function compose(from: Inventory, acknowledged: Acknowledged | undefined, samples: Sample[] = []): Report {
  const composed = composeReport({ id: report().id, now, agentVersion: '0.1.0', inventory: from, acknowledged, samples })
  assert.ok(Check(ReportSchema, composed))
  return composed
}

test('the first report carries the manifest and every body', () => {
  const first = compose(inventory(), undefined)
  assert.deepEqual(Object.keys(first.bodies ?? {}), ['board', 'software', 'tpm'])
  assert.deepEqual(Object.keys(first.manifest ?? {}), ['board', 'software', 'tpm'])
})

test('nothing changed: only the hash of the manifest and the samples, under 600 bytes with an hour of samples', () => {
  const unchanged = compose(inventory(), acknowledgedWith(inventory()), quarters(4))
  assert.equal(unchanged.manifest, undefined)
  assert.equal(unchanged.bodies, undefined)
  const bytes = Buffer.byteLength(JSON.stringify(unchanged))
  assert.ok(bytes < 600, `${bytes} bytes`)
})

test('one fact changed: its body alone', () => {
  const changed = inventory({ tpm: { known: { present: false }, source: 'sysfs tpm' } })
  assert.deepEqual(Object.keys(compose(changed, acknowledgedWith(inventory())).bodies ?? {}), ['tpm'])
})

test('a fact that went away changes the manifest and carries no body', () => {
  const more = inventory({ bios: { unknown: 'failed' } })
  const fewer = compose(inventory(), acknowledgedWith(more))
  assert.ok(fewer.manifest)
  assert.equal(fewer.bodies, undefined)
})

test('bodies the collector asked for travel again, and the manifest when it asked for that', () => {
  const asked = compose(inventory(), acknowledgedWith(inventory(), ['board']))
  assert.deepEqual(Object.keys(asked.bodies ?? {}), ['board'])
  const manifestFirst = compose(inventory(), acknowledgedWith(inventory(), ['manifest']))
  assert.ok(manifestFirst.manifest)
  assert.equal(manifestFirst.bodies, undefined)
})

test('a collector that asks for a fact nobody knows gets an ordinary check-in', () => {
  assert.equal(compose(inventory(), acknowledgedWith(inventory(), ['telepathy'])).manifest, undefined)
})

test('bodies too many for one report are left for the collector to ask for, the small ones first', () => {
  const long = (name: string) => ({ known: name.repeat(MAX_BODIES_CHARACTERS / name.length), source: 'x' })
  const large = compose(inventory({ bios: long('a'), os: long('b') }), undefined)
  assert.deepEqual(Object.keys(large.bodies ?? {}), ['board', 'software', 'tpm'])
  const alone = compose(inventory({ bios: long('a') }), acknowledgedWith(inventory()))
  assert.deepEqual(Object.keys(alone.bodies ?? {}), ['bios'])
})
