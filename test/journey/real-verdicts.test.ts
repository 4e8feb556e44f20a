/** A verdict for each of six thousand real PCs, by the year of its firmware; what nobody read is explained and buys nothing. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { takeInventory } from '#agent/report/take-inventory.ts'
import { measure } from '#collector/plan/measures/measure.ts'
import { FIRST_POLICY } from '#collector/plan/policy.ts'
import { FIRST_PRICES } from '#collector/plan/prices.ts'
import { BUILT_IN } from '#collector/plan/reference/reference.ts'
import { verdictOf } from '#collector/plan/verdict.ts'
import type { FactBody } from '#shared/facts/spec.ts'
import { isUnknown } from '#shared/unknown.ts'
import { NOWHERE } from '../agent/probes/known.ts'
import { pretendPlatform } from '../agent/probes/pretend-platform.ts'
import { known } from '../make-report.ts'
import { pretend, type RealPc, realPcs } from './real-pc.ts'

const ON = '2026-11-24'

async function factsOf(pc: RealPc): Promise<Readonly<Record<string, FactBody>>> {
  const context = { platform: pretendPlatform(pretend(pc)), reach: NOWHERE }
  return (await takeInventory({ context, switchedOff: ['software', 'signed-in-user'], now: Date.now })).bodies
}

/** The collection tells neither system nor disk; what offices had when these were bought. */
function withSystem(facts: Readonly<Record<string, FactBody>>, pc: RealPc): Readonly<Record<string, FactBody>> {
  const old = Number((pc.bios.date ?? '2000').slice(0, 4)) < 2016
  const disk = {
    name: 'disk',
    model: 'm',
    serial: { unknown: 'failed' },
    sizeBytes: 500_107_862_016,
    bus: 'SATA',
    health: 'good',
    removable: false,
  }
  return {
    ...facts,
    os: known('os', { ubr: 6_456 }),
    disks: { known: { disks: [{ ...disk, kind: old ? 'hdd' : 'ssd', holdsSystem: true }] }, source: 'test' } as FactBody,
  }
}

test('every real PC gets a verdict or is told what to read first', async (t) => {
  const pcs = realPcs(6_000)
  if (!pcs) {
    console.error('NOT RUN: the collection of real PCs does not lie beside this project.')
    return t.skip('no collection')
  }
  const byYear = new Map<string, Map<string, number>>()
  let bought = 0
  const missing = new Map<string, number>()
  for (const pc of pcs.filter(({ id }) => id)) {
    const facts = await factsOf(pc)
    const bare = verdictOf(measure(facts, undefined, BUILT_IN), { policy: FIRST_POLICY, prices: FIRST_PRICES, on: ON })
    // Without disk and system even a PC that is too small may be a server: nothing is bought. One of them is virtual, and says so.
    assert.ok(bare.kind === 'unknown' ? bare.missing.length > 0 : bare.kind === 'apart', bare.kind)
    assert.equal(bare.costDong, 0)
    const measures = measure(withSystem(facts, pc), undefined, BUILT_IN)
    const verdict = verdictOf(measures, { policy: FIRST_POLICY, prices: FIRST_PRICES, on: ON })
    for (const outcome of verdict.outcomes.values())
      if (outcome.is === 'unknown') assert.ok(outcome.missing.every((name) => isUnknown(measures[name])))
    if (verdict.kind === 'unknown') assert.equal(verdict.costDong, 0)
    bought += verdict.costDong ?? 0
    for (const name of verdict.missing) missing.set(name, (missing.get(name) ?? 0) + 1)
    const year = isUnknown(measures.biosYear) ? 'unknown' : String(measures.biosYear)
    const row = byYear.get(year) ?? new Map<string, number>()
    const label = verdict.kind === 'mend' ? [...verdict.remedies].sort().join('+') : verdict.kind
    byYear.set(year, row.set(label, (row.get(label) ?? 0) + 1))
  }
  for (const [year, row] of [...byYear].sort()) t.diagnostic(`${year}: ${[...row].map(([label, count]) => `${label} ${count}`).join(', ')}`)
  t.diagnostic(`to be read first: ${[...missing].map(([name, count]) => `${name} ${count}`).join(', ')}`)
  t.diagnostic(`all together ${bought.toLocaleString('en')} dong`)
  const shareReplaced = (year: string) =>
    (byYear.get(year)?.get('replace') ?? 0) / [...(byYear.get(year)?.values() ?? [])].reduce((sum, one) => sum + one, 0)
  assert.ok(shareReplaced('2013') > 0.85, 'Windows 11 takes none of that age')
  assert.ok(shareReplaced('2022') < 0.25, 'most of that age it takes')
})
