/** Moving PCs over HTTP: within the mover's scope alone, with an event each, and the counts of each day follow. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Counts } from '#shared/api/counts.ts'
import type { ErrorAnswer } from '#shared/api/error.ts'
import type { MovedPcs } from '#shared/api/moves.ts'
import type { PcPage } from '#shared/api/pcs.ts'
import { sumsOf } from '#shared/text/figures.ts'
import { appOver, type TestApp } from '../app-over.ts'

const DAY_MS = 86_400_000
const NOW = Date.UTC(2026, 8, 30, 2)

async function houseOf(t: Parameters<typeof appOver>[0]) {
  let now = NOW
  const house = await appOver(t, '', {}, undefined, () => now)
  const health = await house.ledger.unit('Sở Y tế')
  const ids = (await house.ledger.enrolAll([{}, {}, {}].map(() => ({ at: NOW - 5 * DAY_MS })))) as number[]
  return {
    ...house,
    health,
    ids /** A day passes, and whoever was logged in logs in again. */,
    nextDay() {
      now += DAY_MS
      return house.logIn('it-staff')
    },
  }
}

const move = ({ app }: TestApp, headers: Record<string, string>, payload: object) =>
  app.inject({ method: 'POST', url: '/api/v1/pcs/moves', headers, payload })

/** The units are gone since a day before; their PCs and tokens are left as they are. */
const end = ({ database }: TestApp, unitId: number) =>
  database.write((db) => db.updateTable('unit').set({ valid_to: '2026-09-01' }).where('id', '=', unitId).execute())

const countsOf = async ({ app }: TestApp, headers: Record<string, string>, asOf: string) => {
  const { rows } = (await app.inject({ url: `/api/v1/counts?asOf=${asOf}`, headers })).json<Counts>()
  return Object.fromEntries(rows.filter(({ kind }) => kind === 'unit').map(({ name, figures }) => [name, sumsOf(figures).all]))
}

test('a move counts from its day on, a PC taken out is gone and can come back, and its page says who did it', async (t) => {
  const house = await houseOf(t)
  let headers = await house.logIn('it-staff')
  const [first, second] = house.ids
  assert.deepEqual((await move(house, headers, { pcIds: [first], unitId: house.health })).json<MovedPcs>(), { moved: 1 })
  assert.deepEqual((await move(house, headers, { pcIds: [first, 999], unitId: house.health })).json<MovedPcs>(), { moved: 0 })
  headers = await house.nextDay()
  assert.deepEqual((await move(house, headers, { pcIds: [first, second] })).json<MovedPcs>(), { moved: 2 })
  headers = await house.nextDay()
  assert.deepEqual((await move(house, headers, { pcIds: [second], unitId: house.ledger.unitId })).json<MovedPcs>(), { moved: 1 })
  assert.deepEqual(await countsOf(house, headers, '2026-09-29'), { 'Sở Nội vụ': 3, 'Sở Y tế': 0 })
  assert.deepEqual(await countsOf(house, headers, '2026-09-30'), { 'Sở Nội vụ': 2, 'Sở Y tế': 1 })
  assert.deepEqual(await countsOf(house, headers, '2026-10-01'), { 'Sở Nội vụ': 1, 'Sở Y tế': 0 })
  assert.deepEqual(await countsOf(house, headers, '2026-10-02'), { 'Sở Nội vụ': 2, 'Sở Y tế': 0 })
  const { events } = (await house.app.inject({ url: `/api/v1/pcs/${second}`, headers })).json<PcPage>()
  assert.deepEqual(
    events.slice(0, 2).map(({ kind, step }) => [kind, step?.from, step?.to]),
    [
      ['returned', 'Sở Nội vụ', 'Sở Nội vụ'],
      ['retired', 'Sở Nội vụ', undefined],
    ],
  )
  assert.match(events[0]?.step?.who ?? '', /^person-/)
})

test('no PC is moved into a unit that has ended, nor taken back into one', async (t) => {
  const house = await houseOf(t)
  const headers = await house.logIn('it-staff')
  const ended = await house.ledger.unit('Sở Thông tin và Truyền thông')
  await end(house, ended)
  const [first, second] = house.ids
  await move(house, headers, { pcIds: [second] })
  for (const pcIds of [[first], [second]]) {
    const refused = await move(house, headers, { pcIds, unitId: ended })
    assert.deepEqual([refused.statusCode, refused.json<ErrorAnswer>().error.code], [409, 'unit-unknown'])
  }
  assert.equal((await house.app.inject({ url: `/api/v1/pcs/${first}`, headers })).json<PcPage>().unit, 'Sở Nội vụ')
})

test('nobody moves a PC that is not of their units, nor into a unit that is not', async (t) => {
  const house = await houseOf(t)
  const headers = await house.logIn('it-staff', [house.health])
  assert.deepEqual((await move(house, headers, { pcIds: house.ids, unitId: house.health })).json<MovedPcs>(), { moved: 0 })
  assert.deepEqual((await move(house, headers, { pcIds: house.ids })).json<MovedPcs>(), { moved: 0 })
  for (const unitId of [house.ledger.unitId, 999]) {
    const refused = await move(house, headers, { pcIds: house.ids, unitId })
    assert.equal(refused.json<ErrorAnswer>().error.code, 'unit-elsewhere')
  }
  for (const wrong of [{}, { pcIds: [] }, { pcIds: [0] }, { pcIds: ['1'] }, { pcIds: [1, 1] }, { pcIds: [1], unitId: null }])
    assert.equal((await move(house, headers, wrong)).statusCode, 400, JSON.stringify(wrong))
  assert.equal((await move(house, await house.logIn('planner'), { pcIds: house.ids })).statusCode, 403)
})
