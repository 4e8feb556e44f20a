/** Drafts of reports over HTTP, on both databases: worked on by several, never mistaken for a frozen one, ended by being frozen. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre'
import type { Audit } from '#shared/api/audit.ts'
import type { FrozenReport } from '#shared/api/frozen-reports.ts'
import type { Draft, Drafts } from '#shared/api/report-drafts.ts'
import { appOver } from '../app-over.ts'
import { bothEngines } from '../both-engines.ts'

const DAY_MS = 86_400_000
/** In the morning of 30/09/2026 in Viet Nam. */
const NOW = Date.UTC(2026, 8, 30, 2)
const DAY = '2026-09-29'

async function houseOf(t: TestContext, address: string) {
  const clock = { ms: NOW }
  const house = await appOver(t, address, {}, undefined, () => clock.ms)
  await house.ledger.enrol({ hostName: 'NV-1', unitId: house.ledger.unitId, at: NOW - 90 * DAY_MS })
  const planner = await house.logIn('planner')
  const admin = await house.logIn('administrator')
  const send = (method: 'POST' | 'PUT' | 'DELETE', path: string, payload?: object, headers = planner) =>
    house.app.inject({ method, url: `/api/v1/${path}`, headers, ...(payload && { payload }) })
  const get = async <T>(path: string, headers = planner): Promise<T> => {
    const answer = await house.app.inject({ url: `/api/v1/${path}`, headers })
    assert.equal(answer.statusCode, 200, answer.body)
    return answer.json<T>()
  }
  const make = async (more: object = {}) => {
    const answer = await send('POST', 'report-drafts', { asOf: DAY, title: 'Quý III', ...more })
    assert.equal(answer.statusCode, 200, answer.body)
    return get<Draft>(`report-drafts/${answer.json().id}`)
  }
  return { ...house, clock, planner, admin, send, get, make }
}

const codeOf = (answer: { json(): { error: { code: string } } }) => answer.json().error.code

for (const [engine, address] of Object.entries(bothEngines('drafts'))) {
  test(`${engine}: a draft is worked on by all who freeze, and what another wrote meanwhile is not overwritten`, async (t) => {
    const { clock, make, send, get, admin, planner } = await houseOf(t, await address())
    const draft = await make({ note: 'Kỳ họp' })
    assert.deepEqual({ ...draft, who: '' }, { id: draft.id, asOf: DAY, title: 'Quý III', note: 'Kỳ họp', who: '', changedAt: NOW })
    clock.ms += 1_000
    const change = { asOf: '2026-09-28', title: 'Quý III, sửa', note: '' }
    const path = `report-drafts/${draft.id}`
    assert.equal((await send('PUT', path, { ...change, changedAt: draft.changedAt }, admin)).statusCode, 204)
    const late = await send('PUT', path, { ...change, title: 'Đè lên', changedAt: draft.changedAt })
    assert.deepEqual([late.statusCode, codeOf(late)], [409, 'draft-changed'])
    const now = await get<Draft>(path)
    assert.deepEqual([now.title, now.asOf, now.note], ['Quý III, sửa', '2026-09-28', ''])
    // Within one ms, or by a clock put back, a change is one all the same.
    clock.ms -= 60_000
    assert.equal((await send('PUT', path, { ...change, title: 'Lần ba', changedAt: now.changedAt })).statusCode, 204)
    assert.ok((await get<Draft>(path)).changedAt > now.changedAt)
    const { deeds } = await get<Audit>('audit?kind=draft-saved', admin)
    assert.deepEqual(deeds.at(-2)?.detail.old, { asOf: DAY, title: 'Quý III', note: 'Kỳ họp' })
    assert.equal((await send('DELETE', path, undefined, planner)).statusCode, 204)
    assert.equal((await send('DELETE', path)).statusCode, 404)
    assert.deepEqual((await get<Drafts>('report-drafts')).drafts, [])
  })

  test(`${engine}: frozen, a draft is one no more; of two who freeze it at once one does; a changed one is not frozen unseen`, async (t) => {
    const { clock, make, send, get } = await houseOf(t, await address())
    const { id, changedAt } = await make()
    const body = { asOf: DAY, title: 'Quý III', draft: { id, changedAt } }
    clock.ms += 1_000
    assert.equal((await send('PUT', `report-drafts/${id}`, { asOf: DAY, title: 'Sửa', changedAt })).statusCode, 204)
    const unseen = await send('POST', 'frozen-reports', body)
    assert.deepEqual([unseen.statusCode, codeOf(unseen)], [409, 'draft-changed'])
    const seen = { ...body, draft: { id, changedAt: (await get<Draft>(`report-drafts/${id}`)).changedAt } }
    const both = await Promise.all([send('POST', 'frozen-reports', seen), send('POST', 'frozen-reports', seen)])
    // The other comes too late, or just in time to see it taken.
    assert.deepEqual(both.map(({ statusCode }) => statusCode === 200).sort(), [false, true])
    const frozen = both.find(({ statusCode }) => statusCode === 200)
    assert.equal((await get<FrozenReport>(`frozen-reports/${frozen?.json().id}`)).title, 'Quý III')
    assert.deepEqual((await get<Drafts>('report-drafts')).drafts, [])
    assert.equal(codeOf(await send('POST', 'frozen-reports', seen)), 'draft-gone')
  })

  test(`${engine}: the draft of a day that is not over waits for it; its correction found corrected, it stays a draft`, async (t) => {
    const { clock, make, send, logIn } = await houseOf(t, await address())
    const { id, changedAt } = await make({ asOf: '2026-09-30' })
    const body = { asOf: '2026-09-30', title: 'Hôm nay', draft: { id, changedAt } }
    assert.equal(codeOf(await send('POST', 'frozen-reports', body)), 'day-not-over')
    clock.ms += DAY_MS
    const tomorrow = await logIn('planner')
    const wrong = await send('POST', 'frozen-reports', { ...body, corrects: 999 }, tomorrow)
    assert.equal(codeOf(wrong), 'correction-unknown')
    assert.equal((await send('POST', 'frozen-reports', body, tomorrow)).statusCode, 200)
  })

  test(`${engine}: every file of a draft says that it is one, hostile words stay words, and nothing else of the kind is taken`, async (t) => {
    const { app, planner, make, send, logIn } = await houseOf(t, await address())
    const { id } = await make({ title: '=cmd|"/C calc"!A0 <script>', note: 'Ghi chú <b>' })
    const file = (format: string) =>
      app.inject({ url: `/api/v1/report-drafts/${id}/export?format=${format}&language=vi`, headers: planner })
    const letter = await file('docx')
    assert.match(String(letter.headers['content-disposition']), /du-thao-\d+-2026-09-29\.docx/)
    const words = strFromU8(unzipSync(letter.rawPayload)['word/document.xml'] as Uint8Array)
    assert.match(words, /DỰ THẢO: số liệu chưa chốt/)
    assert.match(words, /&lt;script&gt;/)
    const { sheets } = await readXlsx((await file('xlsx')).rawPayload)
    assert.match(JSON.stringify(sheets), /DỰ THẢO: số liệu chưa chốt.*Ghi chú <b>|Ghi chú <b>.*DỰ THẢO: số liệu chưa chốt/)
    // A table alone has its name to say it.
    assert.match(String((await file('csv')).headers['content-disposition']), /du-thao-\d+-2026-09-29\.csv/)
    for (const payload of [
      { title: 'x'.repeat(10_000) },
      { title: '' },
      { title: 'xuống\ndòng' },
      { asOf: '2026-02-30' },
      { asOf: '2099-01-01' },
    ])
      assert.equal(
        (await send('POST', 'report-drafts', { asOf: DAY, title: 'Quý III', ...payload })).statusCode,
        400,
        JSON.stringify(payload),
      )
    for (const role of ['viewer', 'it-staff'] as const)
      assert.equal((await app.inject({ url: '/api/v1/report-drafts', headers: await logIn(role) })).statusCode, 403)
  })

  test(`${engine}: the 101st draft is refused with what to do`, async (t) => {
    const { send } = await houseOf(t, await address())
    const all = await Promise.all(Array.from({ length: 101 }, () => send('POST', 'report-drafts', { asOf: DAY, title: 'Nháp' })))
    const refused = all.filter(({ statusCode }) => statusCode !== 200)
    assert.deepEqual(refused.map(codeOf), ['too-many-drafts'])
  })
}
