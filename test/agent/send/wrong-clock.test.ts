/** PCs whose clock lost its battery: what was dated by the wrong clock is dated right once the clock is, and the PC was not started anew. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agentUnderTest, TOKEN } from '../agent-for-test.ts'
import { NOON } from '../samples.ts'
import { scriptedCollector } from '../scripted-collector.ts'

const QUARTER_MS = 900_000
const YEARS_MS = 17 * 365 * 86_400_000

test('samples and inventory taken before the clock was put right move with it', async (t) => {
  const collector = await scriptedCollector(t)
  const pc = agentUnderTest(t, collector)
  await pc.agent.enrol([collector.url], TOKEN)
  pc.setClock(-YEARS_MS)
  await pc.agent.keepSample()
  pc.pass(QUARTER_MS)
  await pc.agent.keepSample()
  await pc.agent.keepInventory()
  pc.pass(QUARTER_MS)
  pc.setClock(YEARS_MS)
  await pc.agent.keepSample()
  assert.equal((await pc.agent.contact()).kind, 'acknowledged')
  const reports = collector.reports()
  const samples = reports.flatMap((report) => report.samples.map(({ at }) => Date.parse(at)))
  assert.deepEqual(samples, [NOON, NOON + QUARTER_MS, NOON + 2 * QUARTER_MS])
  assert.equal(Date.parse(reports.at(-1)?.takenAt ?? ''), NOON + QUARTER_MS)
})

test('a report that waited in the outbox with wrong dates goes out with right ones', async (t) => {
  const collector = await scriptedCollector(t)
  const pc = agentUnderTest(t, collector)
  await pc.agent.enrol([collector.url], TOKEN)
  pc.setClock(-YEARS_MS)
  await pc.agent.keepSample()
  await pc.agent.keepInventory()
  collector.script({ kind: 'status', status: 503 }, { kind: 'status', status: 503 })
  assert.equal((await pc.agent.contact()).kind, 'kept')
  pc.pass(QUARTER_MS)
  pc.setClock(YEARS_MS)
  assert.equal((await pc.agent.contact()).kind, 'acknowledged')
  const sent = collector.reports().at(-1)
  assert.equal(Date.parse(sent?.takenAt ?? ''), NOON)
  assert.deepEqual(
    sent?.samples.map(({ at }) => Date.parse(at)),
    [NOON],
  )
  assert.equal(Date.parse(sent?.sentAt ?? ''), NOON + QUARTER_MS)
  assert.ok(sent && !('mark' in sent))
})

test('a sample of an earlier start keeps its date when the clock of this start is put right', async (t) => {
  const collector = await scriptedCollector(t)
  const pc = agentUnderTest(t, collector)
  await pc.agent.enrol([collector.url], TOKEN)
  await pc.agent.keepSample()
  pc.pass(86_400_000)
  pc.restart()
  pc.setClock(-YEARS_MS)
  await pc.agent.keepSample()
  await pc.agent.keepInventory()
  pc.pass(QUARTER_MS)
  pc.setClock(YEARS_MS)
  assert.equal((await pc.agent.contact()).kind, 'acknowledged')
  assert.deepEqual(
    collector.reports().flatMap(({ samples }) => samples),
    [NOON, NOON + 86_400_000].map((at) => ({ ...collector.reports()[0]?.samples[0], at: new Date(at).toISOString() })),
    'each moment right, and no mark travels',
  )
})

test('after a new start nobody can tell, so dates stay as they were written', async (t) => {
  const collector = await scriptedCollector(t)
  const pc = agentUnderTest(t, collector)
  await pc.agent.enrol([collector.url], TOKEN)
  await pc.agent.keepSample()
  pc.restart()
  pc.pass(QUARTER_MS)
  pc.setClock(86_400_000)
  await pc.agent.keepInventory()
  await pc.agent.contact()
  assert.deepEqual(
    collector.reports().flatMap(({ samples }) => samples.map(({ at }) => Date.parse(at))),
    [NOON],
  )
})

test('a clock that is put right by seconds moves nothing', async (t) => {
  const collector = await scriptedCollector(t)
  const pc = agentUnderTest(t, collector)
  await pc.agent.enrol([collector.url], TOKEN)
  await pc.agent.keepSample()
  pc.pass(QUARTER_MS)
  pc.setClock(20_000)
  await pc.agent.keepInventory()
  await pc.agent.contact()
  assert.deepEqual(
    collector.reports().flatMap(({ samples }) => samples.map(({ at }) => Date.parse(at))),
    [NOON],
  )
})
