/** The collector's disk fills up and is freed again: nothing is acknowledged that is not kept, and it goes on by itself. */
import assert from 'node:assert/strict'
import { readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { openDatabase } from '#collector/store/database.ts'
import type { PcList } from '#shared/api/pcs.ts'
import { fillDisk, smallDisk } from '../agent/small-disk.ts'
import { enrolledAgent } from '../agent-process.ts'
import { startCollector } from '../collector-process.ts'
import { loggedIn } from '../http-client.ts'
import { known, makeReport } from '../make-report.ts'
import { enrolledPcs } from './enrolled-pcs.ts'
import { sendReport } from './sent-report.ts'

const PCS = 40
const NOT_RUN = 'NOT RUN: mounting a small disk takes Linux and root'

// For a few reports: the disk fills up under the collector's hands.
const ROOM_LEFT_BYTES = 512 * 1024

// Enough for the lines in the log about them to need more room than there is, too.
const REFUSALS = 60

/** Takes up all room but a little, until it is removed again. */
function ballastOn(disk: string): { remove(): void } {
  const file = join(disk, 'ballast')
  const { bavail, bsize } = statfsSync(disk)
  writeFileSync(file, Buffer.alloc(bavail * bsize - ROOM_LEFT_BYTES))
  return { remove: () => rmSync(file) }
}

test('on a full disk reports are refused for a while, and with room again everything arrives without a restart', async (t) => {
  const disk = smallDisk(t, '16m')
  if (disk === undefined) return t.skip(NOT_RUN)
  const dataFolder = join(disk, 'data')
  const pcs = await enrolledPcs(dataFolder, PCS)
  const collector = await startCollector(t, { dataFolder })
  const client = await loggedIn(collector.url, 'admin', collector.adminPassword)
  const agent = await enrolledAgent(t, collector, { quick: true })
  const ballast = ballastOn(disk)

  const acknowledged: string[] = []
  const refused: { credential: string; report: ReturnType<typeof makeReport> }[] = []
  for (let number = 0; refused.length < REFUSALS; number++) {
    const { credential } = pcs[number % PCS] as (typeof pcs)[number]
    const report = makeReport({ takenAt: Date.now(), facts: { system: known('system', { serial: `FULL-${number}` }) } })
    const sent = await sendReport(collector.url, credential, report)
    assert.ok(sent.kind !== 'no-answer', `the collector is gone: ${collector.output()}`)
    if (sent.kind === 'acknowledged') acknowledged.push(report.id)
    else {
      refused.push({ credential, report })
      assert.deepEqual([sent.status, sent.error.code, sent.retryAfter], [503, 'storage-unavailable', '30'])
      assert.match(`${sent.error.message} ${sent.error.todo}`, /nothing was stored.*free disk space/)
    }
  }
  assert.ok(acknowledged.length > 0, 'the disk was not full from the start')
  assert.match(collector.output(), /collector\.log: ENOSPC/)

  assert.equal((await client.get('/api/v1/pcs')).json<PcList>().total, PCS + 1, 'people go on reading')
  const ended = await agent.once()
  assert.equal(ended.code, 1)
  assert.match(ended.err, /storage-unavailable/)
  assert.ok(Date.parse(agent.status().notBefore ?? '') > Date.now(), 'it was asked to stay away for a while')
  const kept = agent.waiting()

  ballast.remove()
  for (const { credential, report } of refused) {
    const sent = await sendReport(collector.url, credential, report)
    assert.ok(sent.kind === 'acknowledged' && !sent.answer.repeated, JSON.stringify(sent))
    acknowledged.push(report.id)
  }
  agent.restIsOver()
  assert.deepEqual([(await agent.once()).code, agent.waiting()], [0, []])
  assert.match(readFileSync(join(dataFolder, 'collector.log'), 'utf8'), /SQLITE_FULL/)
  await collector.kill()

  const database = await openDatabase(dataFolder)
  t.after(() => database.close())
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(database.read)
  assert.deepEqual(rows, [{ integrity_check: 'ok' }])
  const stored = new Set((await database.read.selectFrom('report').select('id').execute()).map(({ id }) => id))
  for (const id of [...acknowledged, ...kept.map((report) => report.id)]) assert.ok(stored.has(id), `${id} was acknowledged and is missing`)
})

test('a collector on a full disk can be stopped, and started again', async (t) => {
  const disk = smallDisk(t, '16m')
  if (disk === undefined) return t.skip(NOT_RUN)
  const dataFolder = join(disk, 'data')
  const [pc] = await enrolledPcs(dataFolder, 1)
  assert.ok(pc)
  const first = await startCollector(t, { dataFolder })
  const report = makeReport({ takenAt: Date.now() })
  assert.equal((await sendReport(first.url, pc.credential, report)).kind, 'acknowledged')
  fillDisk(disk)
  for (let number = 0; number < REFUSALS; number++) await sendReport(first.url, 'nobody', report)
  assert.match(first.output(), /collector\.log: ENOSPC/)
  assert.equal(await first.stop(), 0)

  rmSync(join(disk, 'fill'))
  const second = await startCollector(t, { dataFolder })
  const again = await sendReport(second.url, pc.credential, report)
  assert.ok(again.kind === 'acknowledged' && again.answer.repeated, JSON.stringify(again))
})
