/** Contacts with a scripted collector on the loopback: nothing lost, nothing told twice, no more than needed. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Check } from 'typebox/value'
import { countWaiting } from '#agent/outbox/count-waiting.ts'
import { collectorClient } from '#agent/send/collector-client.ts'
import { FACT_NAMES } from '#shared/facts/index.ts'
import { ReportSchema } from '#shared/report.ts'
import { agentUnderTest, PC, TOKEN } from '../agent-for-test.ts'
import { quarters } from '../samples.ts'
import { COLLECTOR_ERROR, scriptedCollector } from '../scripted-collector.ts'

async function enrolledAgent(t: Parameters<typeof scriptedCollector>[0], standing = {}) {
  const collector = await scriptedCollector(t, { switchedOff: ['software', 'signed-in-user'], ...standing })
  const under = agentUnderTest(t, collector)
  assert.equal((await under.agent.enrol([collector.url], TOKEN)).kind, 'enrolled')
  await under.agent.keepInventory()
  return { collector, ...under }
}

const NO_TPM = { ...PC, files: { '/proc/meminfo': 'MemTotal: 4084280 kB\n' }, folders: ['/sys/class/tpm'] }

test('the first contact tells everything, compressed; the next almost nothing', async (t) => {
  const { collector, agent, folder } = await enrolledAgent(t)
  assert.equal((await agent.contact()).kind, 'acknowledged')
  const [first] = collector.reports()
  assert.ok(Check(ReportSchema, first))
  assert.ok(Object.keys(first.bodies ?? {}).length >= 17)
  assert.equal(collector.received.at(-1)?.headers['content-encoding'], 'gzip')
  assert.equal(collector.received.at(-1)?.headers.authorization, 'Bearer secret-credential')
  await agent.keepInventory()
  await agent.keepSample()
  assert.equal((await agent.contact()).kind, 'acknowledged')
  const second = collector.received.at(-1)
  assert.deepEqual(Object.keys(collector.reports()[1]?.bodies ?? {}), [])
  assert.equal(second?.headers['content-encoding'], undefined)
  assert.ok((second?.wireBytes ?? 1_000) < 600, `${second?.wireBytes} bytes`)
  t.diagnostic(`an unchanged check-in with one sample: ${second?.wireBytes} bytes of body`)
  assert.equal(countWaiting(folder), 0)
})

test('after a change only the changed fact travels', async (t) => {
  const { collector, agent, show } = await enrolledAgent(t)
  await agent.contact()
  show(NO_TPM)
  await agent.keepInventory()
  await agent.contact()
  assert.deepEqual(Object.keys(collector.reports().at(-1)?.bodies ?? {}), ['tpm'])
})

test('bodies the collector lacks follow in the same contact, first the manifest when it asks for that', async (t) => {
  const { collector, agent } = await enrolledAgent(t)
  await agent.contact()
  collector.script({ kind: 'answer', more: { need: ['manifest'] } }, { kind: 'answer', more: { need: ['os', 'board'] } })
  assert.equal((await agent.contact()).kind, 'acknowledged')
  const [, asked, manifest, bodies] = collector.reports()
  assert.equal(asked?.manifest, undefined)
  assert.ok(manifest?.manifest && !manifest.bodies)
  assert.deepEqual(Object.keys(bodies?.bodies ?? {}), ['board', 'os'])
  assert.equal(collector.reports().length, 4)
})

test('a collector that never has enough does not keep the PC busy', async (t) => {
  const { collector, agent } = await enrolledAgent(t, { need: ['os'] })
  await agent.contact()
  assert.ok(collector.reports().length <= 5, `${collector.reports().length} reports`)
})

test('an answer that was lost: the same report goes again under the same id', async (t) => {
  const { collector, agent, folder } = await enrolledAgent(t)
  collector.script({ kind: 'lose' }, { kind: 'lose' })
  assert.equal((await agent.contact()).kind, 'kept')
  assert.equal(countWaiting(folder), 1)
  collector.script({ kind: 'answer', more: { repeated: true } })
  assert.equal((await agent.contact()).kind, 'acknowledged')
  const [first, again, later] = collector.reports()
  assert.equal(first?.id, again?.id)
  assert.equal(first?.id, later?.id)
  assert.deepEqual({ ...later, sentAt: '' }, { ...first, sentAt: '' })
})

test('503 with Retry-After: everything is kept, and the collector left alone until then', async (t) => {
  const { collector, agent, pass, folder } = await enrolledAgent(t)
  collector.script({ kind: 'status', status: 503, body: COLLECTOR_ERROR('overloaded'), headers: { 'retry-after': '120' } })
  const kept = await agent.contact()
  assert.ok(kept.kind === 'kept' && kept.notBefore === '2026-11-23T05:02:00.000Z')
  assert.equal(collector.reports().length, 1, 'a wait this long ends the contact')
  pass(119_000)
  assert.equal((await agent.contact()).kind, 'kept')
  assert.equal(collector.reports().length, 1)
  pass(2_000)
  assert.equal((await agent.contact()).kind, 'acknowledged')
  assert.equal(countWaiting(folder), 0)
})

test('a short failure is tried again within the contact', async (t) => {
  const { collector, agent } = await enrolledAgent(t)
  collector.script({ kind: 'status', status: 500 })
  assert.equal((await agent.contact()).kind, 'acknowledged')
  assert.equal(collector.reports().length, 2)
})

test('a revoked credential stops the sending, not the collecting, until the PC is enrolled again', async (t) => {
  const { collector, agent, folder, pass } = await enrolledAgent(t)
  collector.script({ kind: 'status', status: 401, body: COLLECTOR_ERROR('agent-not-enrolled') })
  assert.equal((await agent.contact()).kind, 'not-enrolled')
  await agent.keepSample()
  assert.equal((await agent.contact()).kind, 'not-enrolled')
  assert.equal(collector.reports().length, 1)
  assert.equal(countWaiting(folder), 1)
  pass(1_000)
  await agent.enrol([collector.url], TOKEN)
  assert.equal((await agent.contact()).kind, 'acknowledged')
  assert.equal(countWaiting(folder), 0)
  assert.equal(collector.reports().at(-1)?.samples.length, 1)
})

test('a report refused for good is set aside and does not block what comes after it', async (t) => {
  const { collector, agent, show, folder } = await enrolledAgent(t)
  show(NO_TPM)
  await agent.keepInventory()
  assert.equal(countWaiting(folder), 2)
  collector.script({ kind: 'status', status: 422, body: COLLECTOR_ERROR('fact-invalid') })
  assert.equal((await agent.contact()).kind, 'refused')
  assert.equal(collector.reports().length, 2)
  assert.equal(countWaiting(folder), 0)
  const [rejected] = agent.outbox().rejected()
  assert.match(rejected?.reason ?? '', /422 fact-invalid/)
})

test('a PC whose facts are refused is counted all the same: a check-in without them carries its samples', async (t) => {
  const { collector, agent, folder, show } = await enrolledAgent(t)
  await agent.contact()
  show(NO_TPM)
  await agent.keepInventory()
  await agent.keepSample()
  collector.script({ kind: 'status', status: 400, body: COLLECTOR_ERROR('fact-invalid') })
  assert.equal((await agent.contact()).kind, 'refused')
  const [, whole, bare] = collector.reports()
  assert.ok(whole?.bodies?.tpm)
  assert.deepEqual([bare?.manifest, bare?.bodies, bare?.samples.length], [undefined, undefined, 1])
  assert.equal(countWaiting(folder), 0)
  assert.ok(agent.state.read('acknowledged')?.bodies.tpm, 'what was acknowledged before still is')
  assert.equal((await agent.contact()).kind, 'acknowledged')
  assert.ok(collector.reports().at(-1)?.bodies?.tpm, 'the facts are tried again')
})

test('a check-in without facts that is refused too takes its samples with it, and the PC does not ask on and on', async (t) => {
  const { collector, agent } = await enrolledAgent(t)
  await agent.keepSample()
  const refusal = { kind: 'status', status: 400, body: COLLECTOR_ERROR('report-invalid') } as const
  collector.script(refusal, refusal, refusal, refusal, refusal)
  assert.equal((await agent.contact()).kind, 'refused')
  assert.ok(collector.reports().length <= 3)
  assert.deepEqual(agent.outbox().samples.read(), [])
})

test('a private authority that cannot be read costs trust in it, not the contact, and is named when nobody vouches', async (t) => {
  const collector = await scriptedCollector(t)
  const client = (caFile: string) =>
    collectorClient({ collectorUrl: collector.url.replace('http:', 'https:'), network: { proxy: '', caFile }, timeoutMs: 5_000 })
  for (const [caFile, why] of [
    ['/nowhere/ca.pem', /\/nowhere\/ca\.pem: ENOENT/],
    [new URL(import.meta.url).pathname, /holds no PEM certificate/],
  ] as const) {
    const http = client(caFile)
    const reply = await http.post('/api/v1/reports', {})
    http.close()
    assert.ok(reply.kind === 'no-reply')
    assert.match(reply.sentence, why)
  }
})

test('a month away: what changed is told in order, unchanged days pile up nothing, every sample arrives once', async (t) => {
  const { collector, agent, show, pass, folder } = await enrolledAgent(t)
  await agent.contact()
  await collector.stop()
  for (let day = 0; day < 30; day++) {
    show(day < 10 ? PC : day < 20 ? NO_TPM : PC)
    pass(86_400_000)
    await agent.keepSample()
    await agent.keepInventory()
    await agent.contact()
  }
  assert.ok(countWaiting(folder) <= 3, `${countWaiting(folder)} waiting`)
  const again = await scriptedCollector(t, {}, Number(new URL(collector.url).port))
  assert.equal((await agent.contact()).kind, 'acknowledged')
  const told = again.reports()
  assert.deepEqual(
    told.map(({ id }) => id),
    told.map(({ id }) => id).toSorted(),
  )
  const samples = told.flatMap((one) => one.samples.map(({ at }) => at))
  assert.equal(samples.length, 30)
  assert.equal(new Set(samples).size, 30)
  assert.equal(countWaiting(folder), 0)
  assert.ok(
    told.some((one) => JSON.stringify(one.bodies ?? {}).includes('"present":false')),
    'the change in between is told too',
  )
})

test('policy is kept: a fact the collector does not want is not read any more', async (t) => {
  const { collector, agent } = await enrolledAgent(t, { switchedOff: ['tpm', 'software'] })
  await agent.contact()
  await agent.keepInventory()
  await agent.contact()
  assert.deepEqual(collector.reports().at(-1)?.bodies?.tpm, { detail: 'the administrator did not turn this on', unknown: 'turned-off' })
})

test('probe targets come from the collector', async (t) => {
  const targets = [{ url: 'http://probe.example/ok', expect: 'ok' }]
  const { agent } = await enrolledAgent(t, { targets })
  assert.deepEqual(agent.reach().targets, [])
  await agent.contact()
  assert.deepEqual(agent.reach().targets, targets)
})

test('a thousand samples and more fit in one report', async (t) => {
  const { collector, agent } = await enrolledAgent(t)
  await agent.contact()
  await agent.outbox().samples.replace(quarters(3_500))
  await agent.contact()
  const last = collector.reports().at(-1)
  assert.ok(Check(ReportSchema, last))
  assert.ok(last.samples.length > 1_000)
})

test('what was acknowledged can be shown whole, though only a part of it travelled last', async (t) => {
  const { agent, show } = await enrolledAgent(t)
  await agent.contact()
  show(NO_TPM)
  await agent.keepInventory()
  await agent.contact()
  const shown = agent.state.read('acknowledged')
  assert.equal(Object.keys(shown?.bodies ?? {}).length, FACT_NAMES.length)
  assert.deepEqual(shown?.bodies.tpm, { known: { present: false }, source: 'sysfs tpm' })
})
