/** A disk copied to a second PC, agent and key with it: the list ends with two PCs, each with its own facts and key, none mixed. */
import assert from 'node:assert/strict'
import { cpSync } from 'node:fs'
import { test } from 'node:test'
import { newKeys } from '#agent/state/keys.ts'
import type { Clones } from '#shared/api/identity.ts'
import type { PcHistory, PcList, PcPage } from '#shared/api/pcs.ts'
import { agentUnderTest } from '../agent/agent-for-test.ts'
import { fixture, type PretendPc } from '../agent/probes/pretend-platform.ts'
import { temporaryFolder } from '../agent/temporary-folder.ts'
import { startCollector } from '../collector-process.ts'
import { loggedIn } from '../http-client.ts'

const HOUR_MS = 3_600_000
const original = fixture('system', 'desktop')

/** The same model and the same disk image (host name and machine id too) in another case. */
const copy: PretendPc = {
  ...original,
  files: {
    ...original.files,
    '/sys/class/dmi/id/product_serial': '9QW4T72\n',
    '/sys/class/dmi/id/product_uuid': '4C4C4544-0051-5710-8034-B9C04F543732\n',
  },
}

test('two PCs with one copied disk become two PCs, each with a key and facts of its own', async (t) => {
  const collector = await startCollector(t)
  const token = await collector.command('enrol-token', 'create')
  const folder = temporaryFolder(t)
  const first = agentUnderTest(t, collector, folder)
  first.show(original)
  assert.equal((await first.agent.enrol([collector.url], token)).kind, 'enrolled')
  await first.agent.keepInventory()
  assert.equal((await first.agent.contact()).kind, 'acknowledged')

  const copiedFolder = temporaryFolder(t)
  cpSync(folder, copiedFolder, { recursive: true })
  const second = agentUnderTest(t, collector, copiedFolder)
  second.show(copy)
  second.pass(HOUR_MS)
  await second.agent.keepInventory()
  assert.equal((await second.agent.contact()).kind, 'acknowledged')
  first.pass(2 * HOUR_MS)
  await first.agent.keepInventory()
  assert.equal((await first.agent.contact()).kind, 'acknowledged')

  const [one, two] = [first.agent.state.read('credential'), second.agent.state.read('credential')]
  assert.notEqual(one?.pcId, two?.pcId)
  assert.notEqual(one?.credential, two?.credential)
  assert.notEqual(one?.privateKey, two?.privateKey)

  const client = await loggedIn(collector.url, 'admin', collector.adminPassword)
  const list = (await client.get('/api/v1/pcs?columns=name,serial')).json<PcList>()
  assert.deepEqual(
    new Map(list.rows.map(({ id, cells }) => [id, cells.serial])),
    new Map([
      [one?.pcId, '7XK2P12'],
      [two?.pcId, '9QW4T72'],
    ]),
  )
  const eventsOf = async (id: number | undefined) =>
    (await client.get(`/api/v1/pcs/${id}`)).json<PcPage>().events.map(({ kind, otherPcId }) => [kind, otherPcId])
  assert.deepEqual(await eventsOf(one?.pcId), [
    ['key-renewed', undefined],
    ['key-shared', undefined],
    ['enrolled', undefined],
  ])
  assert.deepEqual(await eventsOf(two?.pcId), [['split-off', one?.pcId]])
  for (const id of [one?.pcId, two?.pcId]) {
    const { changes } = (await client.get(`/api/v1/pcs/${id}/history`)).json<PcHistory>()
    assert.deepEqual(
      changes.filter(({ before }) => before !== undefined),
      [],
      'nothing of one PC stood in the other',
    )
  }
})

test('two PCs set up from an image with a key in it, each of which joins, are two, marked as such, and end with a key of their own', async (t) => {
  const collector = await startCollector(t)
  const folder = temporaryFolder(t)
  await agentUnderTest(t, collector, folder).agent.state.write('key', newKeys())
  const copiedFolder = temporaryFolder(t)
  cpSync(folder, copiedFolder, { recursive: true })
  const pcs = [agentUnderTest(t, collector, folder), agentUnderTest(t, collector, copiedFolder)] as const
  for (const [place, { agent, show }] of pcs.entries()) {
    show(place === 0 ? original : copy)
    const token = await collector.command('enrol-token', 'create')
    assert.equal((await agent.enrol([collector.url], token)).kind, 'enrolled')
  }
  const keys = () => pcs.map(({ agent }) => agent.state.read('credential')?.publicKey)
  assert.equal(new Set(keys()).size, 1)
  for (const { agent } of pcs) {
    await agent.keepInventory()
    assert.equal((await agent.contact()).kind, 'acknowledged')
  }
  assert.equal(new Set(keys()).size, 2)
  const client = await loggedIn(collector.url, 'admin', collector.adminPassword)
  const { clones } = (await client.get('/api/v1/identity/clones')).json<Clones>()
  assert.deepEqual(
    new Set(clones.map(({ pc, isWaiting }) => `${pc.id} ${isWaiting}`)),
    new Set(pcs.map(({ agent }) => `${agent.state.read('credential')?.pcId} false`)),
  )
})
