/** Marking PCs as not to be connected: both rates follow from that moment on, a report after it is an incident, within one's scope alone; on both databases. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { Alerts } from '#shared/api/alerts.ts'
import type { Counts } from '#shared/api/counts.ts'
import type { PcPage } from '#shared/api/pcs.ts'
import { sumsOf } from '#shared/text/figures.ts'
import { makeReport, unchangedAfter } from '../../make-report.ts'
import { appOver } from '../app-over.ts'
import { bothEngines } from '../both-engines.ts'

const DAY_MS = 86_400_000
const NOW = Date.UTC(2026, 8, 30, 2)

async function office(t: TestContext, address: string) {
  const clock = { ms: NOW }
  const house = await appOver(t, address, {}, undefined, () => clock.ms)
  const pc = (await house.ledger.enrol({ hostName: 'MAT-01', at: NOW - 60 * DAY_MS })) as number
  const sent = makeReport({ takenAt: NOW - DAY_MS, samples: [{ at: new Date(NOW - DAY_MS).toISOString(), state: 'internet' }] })
  await house.ledger.report(pc, sent)
  const get = async <T>(path: string, headers: Record<string, string>) => {
    const answer = await house.app.inject({ url: `/api/v1/${path}`, headers })
    assert.equal(answer.statusCode, 200, answer.body)
    return answer.json<T>()
  }
  const mark = async (exempt: boolean, headers: Record<string, string>) =>
    (await house.app.inject({ method: 'POST', url: '/api/v1/pcs/exemptions', headers, payload: { pcIds: [pc], exempt } })).json()
  return { ...house, clock, pc, sent, get, mark }
}

for (const [engine, address] of Object.entries(bothEngines('exemptions'))) {
  test(`${engine}: from the mark on the PC leaves the second denominator, earlier days stay, and taking it off brings it back`, async (t) => {
    const { clock, get, mark, logIn, pc } = await office(t, await address())
    assert.deepEqual(await mark(true, await logIn('it-staff')), { changed: 1 })
    assert.deepEqual(await mark(true, await logIn('it-staff')), { changed: 0 })
    clock.ms += 2 * DAY_MS
    const headers = await logIn('it-staff')
    const figures = async (day: string) => sumsOf((await get<Counts>(`counts?asOf=${day}`, headers)).total)
    assert.deepEqual(await figures('2026-09-29'), { connected: 1, all: 1, allowed: 1 })
    assert.deepEqual(await figures('2026-09-30'), { connected: 0, all: 1, allowed: 0 })
    const page = await get<PcPage>(`pcs/${pc}`, headers)
    assert.equal(page.exemptSince, NOW)
    assert.equal(page.events[0]?.kind, 'exempted')
    assert.match(page.events[0]?.who ?? '', /^person-/)
    assert.deepEqual(await mark(false, headers), { changed: 1 })
    assert.equal((await get<PcPage>(`pcs/${pc}`, headers)).exemptSince, undefined)
    clock.ms += DAY_MS
    const later = await logIn('it-staff')
    assert.deepEqual(sumsOf((await get<Counts>('counts?asOf=2026-10-02', later)).total), { connected: 1, all: 1, allowed: 1 })
  })

  test(`${engine}: a marked PC that reports all the same is an alert, of a time after the mark only`, async (t) => {
    const { clock, get, mark, logIn, pc, sent, ledger } = await office(t, await address())
    await mark(true, await logIn('it-staff'))
    const alerts = async (scope: 'all' | number[] = 'all') => get<Alerts>('alerts', await logIn('it-staff', scope))
    assert.equal((await alerts()).exemptReported.count, 0)
    clock.ms += 3_600_000
    await ledger.report(pc, unchangedAfter(sent, clock.ms))
    const { exemptReported, clones } = await alerts()
    assert.deepEqual([exemptReported.count, exemptReported.pcs[0]?.name, clones.count], [1, exemptReported.pcs[0]?.name, 0])
    assert.equal(exemptReported.pcs[0]?.id, pc)
    assert.equal((await alerts([])).exemptReported.count, 0)
  })

  test(`${engine}: nobody marks a PC outside their scope, and a viewer marks none`, async (t) => {
    const { mark, logIn, ledger, app, pc } = await office(t, await address())
    const other = await ledger.unit('Sở Tài chính')
    assert.deepEqual(await mark(true, await logIn('it-staff', [other])), { changed: 0 })
    const payload = { pcIds: [pc], exempt: true }
    const answer = await app.inject({ method: 'POST', url: '/api/v1/pcs/exemptions', headers: await logIn('viewer'), payload })
    assert.equal(answer.statusCode, 403)
  })
}
