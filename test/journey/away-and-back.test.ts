/** The collector is away, its answers get lost, or it asks for time: the agent keeps everything, comes when it may, and nothing is lost or counted twice. */
import assert from 'node:assert/strict'
import { describe, type TestContext, test } from 'node:test'
import { openSampleLog } from '#agent/outbox/sample-log.ts'
import { thisClocks } from '#agent/platform/boot-clock.ts'
import { calendarOf } from '#collector/ingest/calendar.ts'
import { type EnrolledAgent, enrolledAgent } from '../agent-process.ts'
import { type RunningCollector, startCollector } from '../collector-process.ts'
import { type Line, unsteadyLine } from '../unsteady-line.ts'
import { heldOf } from './held-of-pc.ts'
import { probeTargetOf } from './probe-target.ts'

const HOUR_SECONDS = 3_600
const DAY_MS = 86_400_000

async function overALine(t: TestContext): Promise<{ collector: RunningCollector; line: Line; agent: EnrolledAgent }> {
  const collector = await startCollector(t)
  const line = await unsteadyLine(t, { kind: 'open', to: collector.url })
  return { collector, line, agent: await enrolledAgent(t, collector, { url: line.url, quick: true }) }
}

// At the same time, because an agent that found nobody waits a little before it tries again.
describe('an agent whose collector', { concurrency: true }, () => {
  test('was away keeps reports and samples, and delivers them oldest first', async (t) => {
    const { collector, line, agent } = await overALine(t)
    const target = await probeTargetOf(t, agent)
    assert.equal(await collector.stop(), 0)
    line.become({ kind: 'cut' })

    const daysAgo = [40, 2, 1].map((days) => Date.now() - days * DAY_MS)
    const log = openSampleLog(agent.stateFolder, thisClocks())
    for (const at of daysAgo) log.append({ at: new Date(at).toISOString(), state: 'internet', reachedCollector: false })
    for (const [times, page] of (['expected', 'portal', 'expected'] as const).entries()) {
      target.show(page)
      assert.equal((await agent.once()).code, 1, 'kept for later')
      assert.equal(agent.waiting().length, times + 1)
    }
    target.show('portal')
    const waiting = agent.waiting()
    const states = [...waiting.flatMap(({ samples }) => samples), ...log.read()].map(({ state }) => state)
    assert.deepEqual(states, [...daysAgo.map(() => 'internet'), 'internet', 'captive', 'internet'])

    const back = await startCollector(t, { dataFolder: collector.dataFolder })
    line.become({ kind: 'open', to: back.url })
    const ended = await agent.once()
    assert.deepEqual([ended.code, ended.err], [0, ''])
    assert.deepEqual([agent.waiting(), log.read()], [[], []])

    const { reports, contact, facts, presence } = await heldOf(agent.pcId, collector.dataFolder)
    assert.deepEqual(
      reports.slice(0, waiting.length).map(({ id }) => id),
      waiting.map(({ id }) => id),
    )
    assert.deepEqual([reports.length, contact.report_count], [waiting.length + 1, waiting.length + 1])
    const received = reports.map(({ received_at }) => received_at)
    assert.deepEqual(received, received.toSorted())
    // Each saw another network than the one before; out of order the older ones would have been taken without their facts.
    assert.equal(facts.filter(({ fact }) => fact === 'connectivity').length, reports.length)
    const dayOf = calendarOf('Asia/Ho_Chi_Minh')
    for (const at of [...daysAgo, Date.parse(waiting[0]?.takenAt ?? '')]) {
      const { month, bit } = dayOf(at)
      assert.ok((presence.find((row) => row.month === month)?.internet ?? 0) & bit, `${new Date(at).toISOString()} had internet`)
    }
  })

  test('loses its answer sends the report again, and it is recognised and counted once', async (t) => {
    const { collector, line, agent } = await overALine(t)
    line.become({ kind: 'loses-answers', to: collector.url })
    assert.equal((await agent.once()).code, 1, 'kept for later')
    const [kept, ...more] = agent.waiting()
    assert.deepEqual(more, [])
    assert.ok(line.lostAnswers() > 0 && line.lostAnswers() === line.reports(), 'every answer was lost')
    const stored = await heldOf(agent.pcId, collector.dataFolder)
    assert.deepEqual([stored.reports.map(({ id }) => id), stored.contact.report_count], [[kept?.id], 1])

    line.become({ kind: 'open', to: collector.url })
    const ended = await agent.once()
    assert.deepEqual([ended.code, ended.err, agent.waiting()], [0, '', []])
    const after = await heldOf(agent.pcId, collector.dataFolder)
    assert.deepEqual(after.reports[0], stored.reports[0])
    // Every report that went over the line beyond those tries was another one: the round brought a new sample and what has changed.
    assert.equal(after.contact.report_count, line.reports() - line.lostAnswers())
  })

  test('asks for an hour stays away that long, though everything works again', async (t) => {
    const { collector, line, agent } = await overALine(t)
    const askedAt = Date.now()
    line.become({ kind: 'busy', to: collector.url, retryAfterSeconds: HOUR_SECONDS })
    assert.equal((await agent.once()).code, 1, 'kept for later')
    const rest = Date.parse(agent.status().notBefore ?? '') - askedAt
    assert.ok(rest >= HOUR_SECONDS * 1_000 && rest <= Date.now() - askedAt + HOUR_SECONDS * 1_000, `it rests for ${rest} ms`)
    assert.equal(line.reports(), 1, 'it did not try again at once')

    line.become({ kind: 'open', to: collector.url })
    assert.equal((await agent.once()).code, 1, 'kept for later')
    assert.equal(line.reports(), 1, 'it did not come before its time')
    assert.equal((await heldOf(agent.pcId, collector.dataFolder)).contact.report_count, 0)
    assert.match((await agent.run('status')).out, new RegExp(`Reports waiting: ${agent.waiting().length}\n[^]*Last error: .*HTTP 503`))

    agent.restIsOver()
    assert.equal((await agent.once()).code, 0)
    assert.deepEqual([agent.waiting(), agent.status().notBefore], [[], undefined])
    assert.equal((await heldOf(agent.pcId, collector.dataFolder)).contact.report_count, line.reports() - 1)
  })
})
