/** A PC becomes "internet" because an administrator named a page by which PCs can tell, and stops being it when a portal stands in the way. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type TestContext, test } from 'node:test'
import { openDatabase } from '#collector/store/database.ts'
import type { PcList } from '#shared/api/pcs.ts'
import { enrolledAgent } from '../agent-process.ts'
import { startCollector } from '../collector-process.ts'
import { loggedIn } from '../http-client.ts'

const EXPECTED = 'somay ok'

async function page(t: TestContext): Promise<{ url: string; show(text: string): void }> {
  let shown = EXPECTED
  const server = createServer((_request, response) => response.end(shown)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    show: (text) => {
      shown = text
    },
  }
}

test('a PC becomes "internet" once the collector names a page, and "captive" when another page comes in its place', async (t) => {
  const target = await page(t)
  const collector = await startCollector(t, {
    environment: { SOMAY_PROBE_TARGETS: `${target.url} ${EXPECTED}`, SOMAY_SAMPLE_MINUTES: '5' },
  })
  const agent = await enrolledAgent(t, collector, { quick: true })
  const client = await loggedIn(collector.url, 'admin', collector.adminPassword)
  const stateNow = async () => {
    assert.equal((await agent.once()).code, 0)
    return (await client.get('/api/v1/pcs?columns=name,state')).json<PcList>().rows[0]?.cells.state
  }

  const untold = await stateNow()
  assert.ok(untold !== null && typeof untold === 'object', 'nobody told the agent yet where to look')
  assert.equal(await stateNow(), 'internet')
  target.show('<html>Please log in</html>')
  assert.equal(await stateNow(), 'captive')

  const sample = agent.acknowledged().lastReport.samples.at(-1)
  assert.equal(sample?.reachedCollector, true)
  await collector.stop()
  const database = await openDatabase(collector.dataFolder, '')
  t.after(() => database.close())
  const [day, ...others] = await database.read.selectFrom('presence').selectAll().execute()
  const bit = day?.reached ?? 0
  assert.deepEqual([others.length, bit.toString(2).split('1').length - 1], [0, 1], 'one day of one month')
  assert.deepEqual([day?.internet, day?.sampled, day?.powered], [bit, bit, bit], 'it had internet on that day, whatever came later')
})
