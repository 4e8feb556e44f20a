/** Whether the line is open, as the runner of an update sees it: by what is placed, and by the way the agent last went. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { firstPointTo } from '#agent/platform/http-agents.ts'
import { collectorAnswers, pointsToTry } from '#agent/runner/collector-answers.ts'
import { agentUnderTest, TOKEN } from '../agent-for-test.ts'
import { scriptedCollector } from '../scripted-collector.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const COLLECTOR = 'https://somay.tinh.gov.vn'

function stateWith(t: TestContext, way?: string): string {
  const folder = temporaryFolder(t)
  mkdirSync(join(folder, 'updates'))
  if (way !== undefined) writeFileSync(join(folder, 'updates/way.json'), way)
  return folder
}

async function pointThatListens(t: TestContext): Promise<string> {
  const server = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1')
  t.after(() => server.close())
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('behind a proxy of the system, of which nothing is placed, time counts where the way the agent last went is open', async (t) => {
  const proxy = await pointThatListens(t)
  // Nothing listens on port 1: from behind the proxy the collector itself is out of reach.
  const collectorUrls = ['http://127.0.0.1:1']
  assert.equal(await collectorAnswers(pointsToTry(collectorUrls, undefined, stateWith(t))), false)
  assert.equal(await collectorAnswers(pointsToTry(collectorUrls, undefined, stateWith(t, JSON.stringify({ point: proxy })))), true)
})

test('what is placed is always tried, and what is no address of a point is not', (t) => {
  const proxy = 'http://proxy.tinh:3128'
  assert.deepEqual(pointsToTry([COLLECTOR], proxy, stateWith(t)), [proxy])
  assert.deepEqual(pointsToTry([COLLECTOR], 'pac+http://wpad.tinh/a.pac', stateWith(t)), [COLLECTOR])
  const way = JSON.stringify({ point: 'http://10.0.0.9:8080' })
  assert.deepEqual(pointsToTry([COLLECTOR], proxy, stateWith(t, way)), [proxy, 'http://10.0.0.9:8080'])
  for (const forged of ['{', '{"point":7}', '{"point":"file:///etc/passwd"}', `{"point":"http://${'a'.repeat(400)}"}`])
    assert.deepEqual(pointsToTry([COLLECTOR], undefined, stateWith(t, forged)), [COLLECTOR], forged)
})

test('a way begins at the proxy that leads to the address, told without its password, and at the address where none does', () => {
  const proxy = 'http://may:mat-khau@proxy.tinh:3128'
  assert.equal(firstPointTo(`${COLLECTOR}/goc/`, { proxy }), 'http://proxy.tinh:3128')
  assert.equal(firstPointTo(`${COLLECTOR}/goc/`, { proxy: '' }), COLLECTOR)
  const routes = { kind: 'pac', by: { [COLLECTOR]: 'http://10.0.0.9:8080' } } as const
  assert.equal(firstPointTo(`${COLLECTOR}/goc/`, { routes }), 'http://10.0.0.9:8080')
  assert.equal(firstPointTo('https://khac.gov.vn/', { routes }), 'https://khac.gov.vn')
})

test('an agent that takes updates leaves its way with each proof', async (t) => {
  const collector = await scriptedCollector(t)
  const { agent, folder } = agentUnderTest(t, collector, temporaryFolder(t), { updateKey: 'K'.repeat(43) })
  assert.equal((await agent.enrol([collector.url], TOKEN)).kind, 'enrolled')
  await agent.keepInventory()
  assert.equal((await agent.contact()).kind, 'acknowledged')
  assert.deepEqual(pointsToTry([], undefined, folder), [new URL(collector.url).origin])
  assert.match(readFileSync(join(folder, 'updates/proof.json'), 'utf8'), /"version"/)
})
