/** Joining a collector: what is sent, and how the credential is kept. */
import assert from 'node:assert/strict'
import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { Check } from 'typebox/value'
import { EnrolmentSchema } from '#shared/enrolment.ts'
import { agentUnderTest, TOKEN } from '../agent-for-test.ts'
import { fixture } from '../probes/pretend-platform.ts'
import { NOON } from '../samples.ts'
import { scriptedCollector } from '../scripted-collector.ts'

test('sends evidence and the own key, and keeps the credential readable by its owner only', async (t) => {
  const collector = await scriptedCollector(t)
  const { agent, folder, show } = agentUnderTest(t, collector)
  show(fixture('system', 'desktop'))
  assert.equal((await agent.enrol([collector.url], TOKEN)).kind, 'enrolled')
  const [sent] = collector.enrolments()
  assert.ok(Check(EnrolmentSchema, sent))
  assert.equal(sent.token, TOKEN)
  assert.equal(sent.evidence.systemSerial, '7XK2P12')
  const file = join(folder, 'credential.json')
  assert.equal(statSync(file).mode & 0o777, 0o600)
  assert.equal(statSync(folder).mode & 0o777, 0o700)
  const kept = agent.state.read('credential')
  assert.equal(kept?.credential, 'secret-credential')
  assert.ok(!readFileSync(file, 'utf8').includes(TOKEN), 'the token is not kept')
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: sent.publicKey }, format: 'jwk' })
  const text = Buffer.from('a bundle')
  assert.ok(verify(null, text, publicKey, sign(null, text, createPrivateKey(kept?.privateKey ?? ''))))
})

test('enrolling again keeps the key, and starts the telling anew', async (t) => {
  const collector = await scriptedCollector(t)
  const { agent } = agentUnderTest(t, collector)
  await agent.enrol([collector.url], TOKEN)
  await agent.keepInventory()
  await agent.contact()
  await agent.enrol([`${collector.url}/`], TOKEN)
  const [first, second] = collector.enrolments()
  assert.equal(first?.publicKey, second?.publicKey)
  await agent.contact()
  assert.ok(collector.reports().at(-1)?.bodies)
})

test('an enrolment whose answer was lost goes again with the same key', async (t) => {
  const collector = await scriptedCollector(t)
  const { agent } = agentUnderTest(t, collector)
  collector.losesEnrolments(1)
  assert.equal((await agent.enrol([collector.url], TOKEN)).kind, 'no-reply')
  assert.equal((await agent.enrol([collector.url], TOKEN)).kind, 'enrolled')
  const [first, second] = collector.enrolments()
  assert.equal(first?.publicKey, second?.publicKey)
  assert.equal(agent.state.read('key'), undefined, 'it stands in the credential alone')
})

test('a new collector does not have to wait as long as the last one asked for', async (t) => {
  const [old, other] = [await scriptedCollector(t), await scriptedCollector(t)]
  const { agent } = agentUnderTest(t, other)
  await agent.enrol([old.url], TOKEN)
  await agent.keepInventory()
  await agent.state.write('status', { failures: 3, notBefore: new Date(NOON + 3_600_000).toISOString() })
  assert.equal((await agent.contact()).kind, 'kept')
  await agent.enrol([other.url], TOKEN)
  assert.equal((await agent.contact()).kind, 'acknowledged')
})

test('a refusal and a collector that is away leave nothing behind', async (t) => {
  const collector = await scriptedCollector(t)
  const { agent } = agentUnderTest(t, collector)
  const refused = await agent.enrol([`${collector.url}/wrong`], TOKEN)
  assert.ok(refused.kind === 'refused')
  await collector.stop()
  assert.equal((await agent.enrol([collector.url], TOKEN)).kind, 'no-reply')
  assert.equal(agent.state.read('credential'), undefined)
})
