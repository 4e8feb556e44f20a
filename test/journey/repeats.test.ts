/** The same report comes again and again, one after another and at the same moment: it counts once, and a repeat changes nothing. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PcHistory, PcPage } from '#shared/api/pcs.ts'
import type { Report } from '#shared/report.ts'
import { temporaryFolder } from '../agent/temporary-folder.ts'
import { type RunningCollector, startCollector } from '../collector-process.ts'
import { loggedIn } from '../http-client.ts'
import { known, makeReport, unchangedAfter } from '../make-report.ts'
import { enrolledPcs } from './enrolled-pcs.ts'
import { heldOf } from './held-of-pc.ts'
import { sendReport } from './sent-report.ts'

type Pc = { readonly pcId: number; readonly credential: string }

const TIMES = 10

/** True for each answer that says the report was known already; anything but an acknowledgement fails the test. */
async function sendTimes(times: number, { url }: RunningCollector, { credential }: Pc, report: Report): Promise<boolean[]> {
  const all = await Promise.all(Array.from({ length: times }, () => sendReport(url, credential, report)))
  return all.map((sent) => {
    assert.ok(sent.kind === 'acknowledged', JSON.stringify(sent))
    assert.deepEqual([sent.answer.id, sent.answer.need], [report.id, []])
    return sent.answer.repeated
  })
}

const newOnes = (repeated: readonly boolean[]) => repeated.filter((was) => !was).length

/** The tables beneath and what a person is shown above them. */
async function everythingOf({ pcId }: Pc, { url, dataFolder, adminPassword }: RunningCollector) {
  const client = await loggedIn(url, 'admin', adminPassword)
  const { at: _askedAt, ...page } = (await client.get(`/api/v1/pcs/${pcId}`)).json<PcPage>()
  const { changes } = (await client.get(`/api/v1/pcs/${pcId}/history`)).json<PcHistory>()
  return { held: await heldOf(pcId, dataFolder), page, changes }
}

async function counted({ url, adminPassword }: RunningCollector): Promise<Record<string, number>> {
  const { text } = await (await loggedIn(url, 'admin', adminPassword)).get('/metrics')
  return Object.fromEntries(
    [...text.matchAll(/^somay_reports_total\{outcome="(.+)"\} (\d+)$/gm)].map(([, outcome, n]) => [outcome, Number(n)]),
  )
}

test('a report sent ten times counts once, after a kill too, and under its id nothing else gets in', async (t) => {
  const dataFolder = temporaryFolder(t)
  const [slow, hasty] = await enrolledPcs(dataFolder, 2)
  assert.ok(slow && hasty)
  const first = await startCollector(t, { dataFolder })
  const sample = { at: new Date().toISOString(), state: 'internet', reachedCollector: true } as const
  const report = makeReport({ takenAt: Date.now(), samples: [sample] })
  const ofHasty = makeReport({ takenAt: Date.now(), samples: [sample] })

  // One after another, then at the same moment.
  assert.deepEqual(await sendTimes(1, first, slow, report), [false])
  const before = await everythingOf(slow, first)
  assert.equal(before.held.contact.report_count, 1)
  for (let time = 1; time < TIMES / 2; time++) assert.deepEqual(await sendTimes(1, first, slow, report), [true])
  assert.equal(newOnes(await sendTimes(TIMES / 2, first, slow, report)), 0)
  // Nobody knows which of ten at the same moment is the first, and one of them is.
  assert.equal(newOnes(await sendTimes(TIMES, first, hasty, ofHasty)), 1)
  assert.deepEqual(await everythingOf(slow, first), before)
  const oneEach = await everythingOf(hasty, first)
  assert.deepEqual([oneEach.held.contact.report_count, oneEach.held.reports.length, oneEach.held.presence.length], [1, 1, 1])
  assert.deepEqual(await counted(first), { inventory: 2, repeated: 2 * TIMES - 2 })

  await first.kill()
  const second = await startCollector(t, { dataFolder })
  assert.equal(newOnes(await sendTimes(TIMES, second, slow, report)), 0)
  assert.deepEqual(await everythingOf(slow, second), before)

  const DAY_MS = 86_400_000
  const other = makeReport({
    id: report.id,
    takenAt: Date.now() + DAY_MS,
    facts: { system: known('system', { serial: 'ANOTHER' }), tpm: undefined },
    samples: [{ at: new Date(Date.now() - 3 * DAY_MS).toISOString(), state: 'internet', reachedCollector: true }],
  })
  assert.deepEqual(await sendTimes(1, second, slow, other), [true])
  assert.deepEqual(await everythingOf(slow, second), before)
  assert.deepEqual(await counted(second), { repeated: TIMES + 1 })
})

test('an unchanged check-in repeated counts once, and an inventory repeated after it is recognised still', async (t) => {
  const dataFolder = temporaryFolder(t)
  const [pc] = await enrolledPcs(dataFolder, 1)
  assert.ok(pc)
  const collector = await startCollector(t, { dataFolder })
  const inventory = makeReport({ takenAt: Date.now() })
  const checkIn = unchangedAfter(inventory, Date.now() + 1_000)
  await sendTimes(1, collector, pc, inventory)

  assert.equal(newOnes(await sendTimes(TIMES, collector, pc, checkIn)), 1)
  const before = await everythingOf(pc, collector)
  assert.equal(before.held.contact.report_count, 2)
  assert.equal(newOnes(await sendTimes(TIMES, collector, pc, inventory)), 0)
  assert.deepEqual(await everythingOf(pc, collector), before)
  assert.deepEqual(await counted(collector), { inventory: 1, 'check-in': 1, repeated: 2 * TIMES - 1 })
})
