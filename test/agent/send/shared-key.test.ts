/** A key that a copied disk made two PCs share: the agent fetches its own and mixes nothing up. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Check } from 'typebox/value'
import { RenewalSchema } from '#shared/enrolment.ts'
import { agentUnderTest, TOKEN } from '../agent-for-test.ts'
import { fixture } from '../probes/pretend-platform.ts'
import { COLLECTOR_ERROR, scriptedCollector } from '../scripted-collector.ts'

const SHARED = { kind: 'status', status: 409, body: COLLECTOR_ERROR('credential-shared') } as const

test('fetches a key of its own and sends again what waited, when it is still the same PC', async (t) => {
  const collector = await scriptedCollector(t)
  const { agent } = agentUnderTest(t, collector)
  await agent.enrol([collector.url], TOKEN)
  await agent.keepSample()
  await agent.keepInventory()
  collector.script(SHARED)
  const before = agent.state.read('credential')
  assert.equal((await agent.contact()).kind, 'acknowledged')
  const renewal = collector.received.find(({ path }) => path === '/api/v1/credential')
  assert.ok(Check(RenewalSchema, renewal?.body))
  assert.equal(renewal?.headers.authorization, 'Bearer secret-credential')
  const [refused, sent] = collector.reports()
  assert.equal(sent?.id, refused?.id)
  assert.equal(sent?.samples.length, 1)
  assert.equal(collector.received.at(-1)?.headers.authorization, 'Bearer own-credential')
  const after = agent.state.read('credential')
  assert.notEqual(after?.privateKey, before?.privateKey, 'the copied private key is another PC’s too')
  assert.deepEqual(await agent.outbox().waiting(), [])
})

test('tells nothing that came with the copied disk, when it turns out to be another PC', async (t) => {
  const collector = await scriptedCollector(t)
  const { agent, show } = agentUnderTest(t, collector)
  await agent.enrol([collector.url], TOKEN)
  await agent.keepSample()
  await agent.keepInventory()
  // The disk now sits in another PC, whose hardware no inventory has seen yet.
  show(fixture('system', 'desktop'))
  collector.takesFor(8)
  collector.script(SHARED)
  assert.equal((await agent.contact()).kind, 'acknowledged')
  const [copied, own] = collector.reports()
  assert.notEqual(own?.id, copied?.id)
  assert.notEqual(own?.manifest?.system, copied?.manifest?.system)
  assert.deepEqual(own?.samples, [])
  assert.equal(agent.state.read('credential')?.pcId, 8)
  assert.deepEqual(
    agent
      .outbox()
      .rejected()
      .map(({ name }) => name),
    [`${copied?.id}.json`],
  )
})

test('keeps everything and comes again when no key can be had', async (t) => {
  const collector = await scriptedCollector(t)
  const { agent } = agentUnderTest(t, collector)
  await agent.enrol([collector.url], TOKEN)
  await agent.keepInventory()
  collector.script(SHARED)
  collector.refusesRenewals()
  const result = await agent.contact()
  assert.equal(result.kind, 'kept')
  assert.equal((await agent.outbox().waiting()).length, 1)
  assert.equal(agent.state.read('credential')?.credential, 'secret-credential')
})
