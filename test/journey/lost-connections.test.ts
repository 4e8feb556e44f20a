/** The database breaks off its connections in the middle of transactions: the collector stays, and what it could not keep comes again. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { known, makeReport } from '../make-report.ts'
import { until } from '../until.ts'
import { collectorPairs } from './collector-pair.ts'
import { sendReport } from './sent-report.ts'

const PCS = 40
const ROUNDS = 5
const BREAKS = 40

const pairs = collectorPairs()

test('forty connections broken off in the middle cost no report, and none is counted twice', async (t) => {
  const { database, pcs, one, other } = await pairs.start(t, PCS)
  let sending = PCS
  let broken = 0
  let refused = 0

  async function breakConnections(): Promise<void> {
    while (broken < BREAKS && sending > 0) {
      const { rows } = await sql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`.execute(database.read)
      broken += rows.length
    }
  }

  /** As an agent does: again and again until it is acknowledged. */
  async function deliver(url: string, credential: string, serial: string): Promise<string> {
    const report = makeReport({ takenAt: Date.now(), facts: { system: known('system', { serial }) } })
    return until(`${serial} is acknowledged`, async () => {
      const sent = await sendReport(url, credential, report)
      assert.ok(sent.kind !== 'no-answer', `a collector is gone: ${one.output()} ${other.output()}`)
      if (sent.kind === 'acknowledged') return report.id
      assert.deepEqual([sent.status, sent.error.code, sent.retryAfter], [503, 'storage-unavailable', '30'], JSON.stringify(sent))
      refused++
      return undefined
    })
  }

  async function stream(credential: string, index: number): Promise<string[]> {
    const ids: string[] = []
    const { url } = index % 2 === 0 ? one : other
    for (let round = 0; round < ROUNDS || broken < BREAKS; round++) ids.push(await deliver(url, credential, `BROKEN-${index}-${round}`))
    sending--
    return ids
  }

  const [acknowledged] = await Promise.all([Promise.all(pcs.map(({ credential }, index) => stream(credential, index))), breakConnections()])
  assert.ok(broken >= BREAKS && refused > 0, `${broken} broken, ${refused} refused`)
  const stored = await database.read.selectFrom('report').select('id').execute()
  assert.deepEqual(stored.map(({ id }) => id).sort(), acknowledged.flat().sort())
  const counts = await database.read.selectFrom('pc_contact').select(['pc_id', 'report_count']).execute()
  for (const [index, { pcId }] of pcs.entries())
    assert.equal(counts.find(({ pc_id }) => pc_id === pcId)?.report_count, acknowledged[index]?.length)
})
