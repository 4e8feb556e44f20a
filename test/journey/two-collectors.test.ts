/** Two collectors over one PostgreSQL are one ledger: whoever is asked knows what the other took, and either may die. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PcPage } from '#shared/api/pcs.ts'
import type { Units } from '#shared/api/units.ts'
import { FACT_NAMES, keepsHistory } from '#shared/facts/index.ts'
import type { Report } from '#shared/report.ts'
import { enrolledAgent } from '../agent-process.ts'
import { loggedIn } from '../http-client.ts'
import { known, makeReport } from '../make-report.ts'
import { collectorPairs } from './collector-pair.ts'
import { heldOf } from './held-of-pc.ts'
import { sendReport } from './sent-report.ts'

const SHARING = 200
const STREAMING = 40
const ROUNDS = 6
const KILL_AT = (STREAMING * ROUNDS) / 3

const pairs = collectorPairs()

/** With its bodies in the opposite order: whoever stored them as they come would wait for the other collector, and the other for it. */
function turned(report: Report, isTurned: boolean): Report {
  const bodies = Object.fromEntries(Object.entries(report.bodies ?? {}).reverse())
  return isTurned ? { ...report, bodies: bodies as NonNullable<Report['bodies']> } : report
}

test('two collectors started together on an empty database are one ledger: an agent of one reports at the other', async (t) => {
  const { address, one, other } = await pairs.start(t)
  const agent = await enrolledAgent(t, one, { quick: true })
  const ended = await agent.run('once', '--collector', other.url)
  assert.deepEqual([ended.code, ended.err], [0, ''])

  const held = await heldOf(agent.pcId, '', address)
  for (const { url } of [one, other]) {
    const again = await sendReport(url, agent.credential(), agent.acknowledged().lastReport)
    assert.ok(again.kind === 'acknowledged' && again.answer.repeated, JSON.stringify(again))
  }
  assert.deepEqual(await heldOf(agent.pcId, '', address), held)
  const pages = []
  for (const { url, adminPassword } of [one, other]) {
    const client = await loggedIn(url, 'admin', adminPassword)
    pages.push({ ...(await client.get(`/api/v1/pcs/${agent.pcId}`)).json<PcPage>(), at: 0 })
    assert.equal((await client.get('/api/v1/units')).json<Units>().units.length, 1)
  }
  assert.deepEqual(pages[0], pages[1])
  pairs.assertNoTrouble(one, other)
})

test('200 PCs with the same facts report to both at once: all are acknowledged, and each fact is stored once', async (t) => {
  const { database, pcs, one, other } = await pairs.start(t, SHARING)
  const reports = pcs.map((_, index) => turned(makeReport({ takenAt: Date.now() }), index % 2 === 0))
  const sent = await Promise.all(
    pcs.map(({ credential }, index) => sendReport((index % 2 === 0 ? one : other).url, credential, reports[index] as Report)),
  )
  for (const each of sent)
    assert.ok(each.kind === 'acknowledged' && !each.answer.repeated && each.answer.need.length === 0, JSON.stringify(each))
  const bodies = await database.read.selectFrom('fact_body').select('hash').execute()
  const shared = Object.entries(reports[0]?.manifest ?? {}).filter(([fact]) => keepsHistory(fact))
  assert.deepEqual(bodies.map(({ hash }) => hash.toString('hex')).sort(), [...new Set(shared.map(([, hash]) => hash))].sort())
  const facts = await database.read.selectFrom('pc_fact').select('pc_id').where('until', 'is', null).execute()
  assert.equal(facts.length, SHARING * shared.length)
  const latest = await database.read.selectFrom('pc_latest').select('pc_id').execute()
  assert.equal(latest.length, SHARING * (FACT_NAMES.length - shared.length))
  pairs.assertNoTrouble(one, other)
})

test('a report that reaches both at the same moment counts once', async (t) => {
  const { database, pcs, one, other } = await pairs.start(t, SHARING)
  const answers = await Promise.all(
    pcs.map(({ credential }, index) => {
      const report = makeReport({ takenAt: Date.now(), facts: { system: known('system', { serial: `TWICE-${index}` }) } })
      return Promise.all([one, other].map(({ url }) => sendReport(url, credential, report)))
    }),
  )
  for (const both of answers) {
    const repeated = both.map((sent) => (sent.kind === 'acknowledged' ? sent.answer.repeated : sent))
    assert.deepEqual(repeated.toSorted(), [false, true])
  }
  const counts = await database.read.selectFrom('pc_contact').select('report_count').execute()
  assert.deepEqual(new Set(counts.map(({ report_count }) => report_count)), new Set([1]))
  pairs.assertNoTrouble(one, other)
})

test('one of two is killed in the middle of a stream: the PCs go on with the other, and nothing acknowledged is missing', async (t) => {
  const { database, pcs, one, other } = await pairs.start(t, STREAMING)
  let acknowledgedByOne = 0
  let killed: Promise<void> | undefined
  const acknowledged = await Promise.all(
    pcs.map(async ({ credential }, index) => {
      const ids: string[] = []
      for (let round = 0; round < ROUNDS; round++) {
        const report = makeReport({ takenAt: Date.now(), facts: { system: known('system', { serial: `STREAM-${index}-${round}` }) } })
        let sent = await sendReport(one.url, credential, report)
        if (sent.kind === 'acknowledged' && ++acknowledgedByOne === KILL_AT) killed = one.kill()
        if (sent.kind === 'no-answer') sent = await sendReport(other.url, credential, report)
        assert.ok(sent.kind === 'acknowledged', JSON.stringify(sent))
        ids.push(report.id)
      }
      return ids
    }),
  )
  assert.ok(killed, 'the kill came in the middle')
  await killed
  const stored = await database.read.selectFrom('report').select(['id', 'pc_id']).execute()
  assert.deepEqual(stored.map(({ id }) => id).sort(), acknowledged.flat().sort())
  const counts = await database.read.selectFrom('pc_contact').select('report_count').execute()
  assert.deepEqual(new Set(counts.map(({ report_count }) => report_count)), new Set([ROUNDS]))
  const rows = await database.read.selectFrom('pc').select(['id', 'serial']).execute()
  for (const [index, { pcId }] of pcs.entries()) assert.equal(rows.find(({ id }) => id === pcId)?.serial, `STREAM-${index}-${ROUNDS - 1}`)
  pairs.assertNoTrouble(other)
})
