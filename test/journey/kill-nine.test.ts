/** The collector is killed with -9 twenty times in the middle of 2,000 reports: no report it acknowledged is missing or doubled. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { openDatabase } from '#collector/store/database.ts'
import type { Answer, Report } from '#shared/report.ts'
import { startCollector } from '../collector-process.ts'
import { known, makeReport } from '../make-report.ts'
import { enrolledPcs } from './enrolled-pcs.ts'

const REPORTS = 2_000
const KILLS = 20
const AT_ONCE = 32

type Waiting = { readonly credential: string; readonly pcId: number; readonly report: Report; acknowledged: number }

async function send({ credential, report }: Waiting, url: string): Promise<Answer | undefined> {
  try {
    const response = await fetch(new URL('/api/v1/reports', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${credential}` },
      body: JSON.stringify(report),
    })
    return response.ok ? ((await response.json()) as Answer) : undefined
  } catch {
    // The collector died before its answer came: the report counts as unsent and goes again.
    return undefined
  }
}

/** Sends what is not acknowledged yet until `enough` says stop; then whoever is under way finishes or fails. */
async function sendAll(waiting: readonly Waiting[], url: string, enough: () => boolean): Promise<void> {
  const left = waiting.filter((entry) => entry.acknowledged === 0)
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let entry = left.pop(); entry && !enough(); entry = left.pop()) if (await send(entry, url)) entry.acknowledged++
    }),
  )
}

test('no acknowledged report is missing after twenty kills in the middle of 2,000', async (t) => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'somay-kill-'))
  t.after(() => rmSync(dataFolder, { recursive: true, force: true }))
  const pcs = await enrolledPcs(dataFolder, REPORTS)
  const waiting: Waiting[] = pcs.map((pc, index) => ({
    ...pc,
    acknowledged: 0,
    report: makeReport({ takenAt: Date.now() + index, facts: { system: known('system', { serial: `KILL-${index}` }) } }),
  }))
  const acknowledged = () => waiting.filter((entry) => entry.acknowledged > 0).length

  let kills = 0
  while (kills < KILLS) {
    const collector = await startCollector(t, { dataFolder })
    const killAt = Math.round(((kills + 1) * (REPORTS - 100)) / KILLS)
    let killed: Promise<void> | undefined
    await sendAll(waiting, collector.url, () => {
      if (acknowledged() >= killAt) killed ??= collector.kill()
      return killed !== undefined && acknowledged() >= killAt + AT_ONCE
    })
    assert.ok(killed, 'the kill came before all was sent')
    await killed
    kills++
  }
  const last = await startCollector(t, { dataFolder })
  await sendAll(waiting, last.url, () => false)
  assert.equal(acknowledged(), REPORTS)
  for (const entry of waiting.slice(0, 50)) assert.equal((await send(entry, last.url))?.repeated, true)
  assert.equal(await last.stop(), 0)

  const database = await openDatabase(dataFolder)
  const stored = new Set((await database.read.selectFrom('report').select('id').execute()).map((row) => row.id))
  for (const entry of waiting) assert.ok(stored.has(entry.report.id), `report ${entry.report.id} was acknowledged and is missing`)
  assert.equal(stored.size, REPORTS)
  const serials = await database.read.selectFrom('pc').select('serial').execute()
  assert.equal(new Set(serials.map((row) => row.serial)).size, REPORTS)
  const counted = await database.read
    .selectFrom('pc_contact')
    .select((row) => row.fn.sum<number>('report_count').as('n'))
    .executeTakeFirstOrThrow()
  assert.equal(Number(counted.n), REPORTS)
  await database.close()
})
