/** What stays unread because the collector does not want it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { switchedOffFacts, wantsSession } from '#agent/report/switched-off.ts'
import { agentUnderTest, TOKEN } from '../agent-for-test.ts'
import { scriptedCollector } from '../scripted-collector.ts'

const policyWithout = (...switchedOff: string[]) => ({ nextContactSeconds: 900, targets: [], switchedOff })
const SOMEBODY = {
  files: { '/run/systemd/sessions/1': 'CLASS=user\nSTATE=active\nTYPE=x11\nREMOTE=0\n' },
  folders: ['/run/systemd/sessions'],
}

test('before the collector has said a word, nothing about persons is read', () => {
  assert.deepEqual([...switchedOffFacts(undefined)].sort(), ['session', 'signed-in-user', 'software'])
  assert.equal(wantsSession(undefined), false)
})

test('what the collector says holds, personal or not', () => {
  assert.deepEqual(switchedOffFacts(policyWithout('printers')), ['printers'])
  assert.deepEqual([wantsSession(policyWithout()), wantsSession(policyWithout('session'))], [true, false])
})

test('a collector that does not want to know whether anybody is logged on is not told', async (t) => {
  const collector = await scriptedCollector(t)
  const { agent, show } = agentUnderTest(t, collector)
  show(SOMEBODY)
  await agent.enrol([collector.url], TOKEN)
  await agent.keepInventory()
  assert.equal((await agent.sampleNow()).session, undefined, 'it has not said anything yet')
  await agent.contact()
  assert.equal((await agent.sampleNow()).session, true)
  await agent.state.write('policy', policyWithout('session'))
  assert.equal((await agent.sampleNow()).session, undefined)
})
