/** A credential that has grown old is changed between two check-ins, and a PC that goes back in time with its disk finds its way in. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Credential } from '#agent/state/schemas.ts'
import { createEnrolToken } from '#collector/store/enrol-tokens.ts'
import { agentUnderTest } from '../agent/agent-for-test.ts'
import { fixture } from '../agent/probes/pretend-platform.ts'
import { NOON } from '../agent/samples.ts'
import { appOver } from '../collector/app-over.ts'

const DAY_MS = 86_400_000

test('half a year after its enrolment a PC changes its credential, and nothing else about it changes', async (t) => {
  const time = { ms: NOON }
  const { app, database, ledger } = await appOver(t, '', {}, undefined, () => time.ms)
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const { agent, pass, show } = agentUnderTest(t, { url })
  show(fixture('system', 'desktop'))
  const later = (ms: number) => {
    time.ms += ms
    pass(ms)
  }
  const held = () => agent.state.read('credential') as Credential
  const ofPcs = database.read.selectFrom('event').select('kind').where('pc_id', 'is not', null).orderBy('id')
  const kinds = async () => (await ofPcs.execute()).map(({ kind }) => kind)
  const { token } = await createEnrolToken(database, {
    who: 'test',
    unitId: ledger.unitId,
    label: '',
    at: time.ms,
    validMs: DAY_MS,
    useLimit: 1,
  })
  await agent.enrol([url], token)
  await agent.keepInventory()
  assert.equal((await agent.contact()).kind, 'acknowledged')
  const first = held()

  later(100 * DAY_MS)
  assert.equal((await agent.contact()).kind, 'acknowledged')
  assert.equal(held().credential, first.credential, 'it is not old yet')

  later(120 * DAY_MS)
  assert.equal((await agent.contact()).kind, 'acknowledged')
  const second = held()
  assert.notEqual(second.credential, first.credential)
  assert.deepEqual([second.publicKey, second.pcId], [first.publicKey, first.pcId])
  assert.ok(agent.state.read('acknowledged'), 'what was acknowledged still holds')
  later(DAY_MS)
  assert.equal((await agent.contact()).kind, 'acknowledged')
  assert.deepEqual(await kinds(), ['enrolled', 'key-rotated'])
  assert.equal(held().credential, second.credential)

  // The disk is set back, as restore cards of schools do at every start.
  await agent.state.write('credential', first)
  later(DAY_MS)
  assert.equal((await agent.contact()).kind, 'acknowledged')
  assert.deepEqual(await kinds(), ['enrolled', 'key-rotated', 'key-renewed'])
  assert.equal((await database.read.selectFrom('pc').select('id').execute()).length, 1)
})
