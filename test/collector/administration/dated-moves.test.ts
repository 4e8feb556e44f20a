/** Moves that hold from a day gone by, on both databases: the successors of a split share its PCs from its day on. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { Audit } from '#shared/api/audit.ts'
import type { Counts } from '#shared/api/counts.ts'
import type { ErrorAnswer } from '#shared/api/error.ts'
import type { PcPage } from '#shared/api/pcs.ts'
import type { Reorganised } from '#shared/api/units.ts'
import { sumsOf } from '#shared/text/figures.ts'
import { appOver } from '../app-over.ts'
import { bothEngines } from '../both-engines.ts'

const DAY_MS = 86_400_000
/** In the morning of 30/09/2026 in Viet Nam. */
const NOW = Date.UTC(2026, 8, 30, 2)

/** A unit with four PCs, split on 01/07/2026 into two; it is done and divided three months later. */
async function splitHouse(t: TestContext, address: string) {
  const house = await appOver(t, address, {}, undefined, () => NOW)
  const { app, ledger } = house
  const old = await ledger.unit('Sở Kế hoạch và Tài chính')
  const pcs = (await ledger.enrolAll(
    ['A', 'B', 'C', 'D'].map((hostName) => ({ hostName, unitId: old, at: NOW - 200 * DAY_MS })),
  )) as number[]
  const headers = await house.logIn('administrator')
  const ask = (method: 'GET' | 'POST', path: string, payload?: object) =>
    app.inject({ method, url: `/api/v1/${path}`, headers: { ...headers, 'accept-language': 'en' }, ...(payload && { payload }) })
  const split = {
    day: '2026-07-01',
    made: ['Sở Tài chính', 'Sở Kế hoạch'].map((name, place) => ({ key: `k${place}`, name, block: 'I', orderNo: place + 5 })),
    ended: [{ unitId: old, into: [{ key: 'k0' }, { key: 'k1' }] }],
    confirm: true,
  }
  const { made } = (await ask('POST', 'reorganisations', split)).json<Reorganised>()
  const [finance, planning] = [made.k0 as number, made.k1 as number]
  const move = (payload: object) => ask('POST', 'pcs/moves', payload)
  const countsOn = async (day: string) => {
    const { rows } = (await ask('GET', `counts?asOf=${day}`)).json<Counts>()
    const units = rows.filter(({ kind, figures }) => kind === 'unit' && sumsOf(figures).all > 0)
    return Object.fromEntries(units.map(({ name, figures }) => [name, sumsOf(figures).all]))
  }
  const refusal = async (payload: object) => {
    const answer = await move(payload)
    const { code, detail = '' } = answer.json<ErrorAnswer>().error
    return [answer.statusCode, code, detail] as const
  }
  return { ...house, ask, move, countsOn, refusal, pcs, finance, planning }
}

for (const [engine, address] of Object.entries(bothEngines('dated_moves'))) {
  test(`${engine}: the PCs of a split unit are divided on its day, for one and for many, and the days before stay`, async (t) => {
    const { move, countsOn, ask, pcs, planning } = await splitHouse(t, await address())
    const [a, b, c] = pcs
    assert.deepEqual(await countsOn('2026-07-15'), { 'Sở Tài chính': 4 })
    assert.deepEqual((await move({ pcIds: [a], unitId: planning, on: '2026-07-01' })).json(), { moved: 1 })
    assert.deepEqual((await move({ pcIds: [b, c], unitId: planning, on: '2026-08-10' })).json(), { moved: 2 })
    assert.deepEqual(await countsOn('2026-06-30'), { 'Sở Kế hoạch và Tài chính': 4 })
    assert.deepEqual(await countsOn('2026-07-01'), { 'Sở Tài chính': 3, 'Sở Kế hoạch': 1 })
    assert.deepEqual(await countsOn('2026-08-09'), { 'Sở Tài chính': 3, 'Sở Kế hoạch': 1 })
    assert.deepEqual(await countsOn('2026-08-10'), { 'Sở Tài chính': 1, 'Sở Kế hoạch': 3 })
    assert.deepEqual(await countsOn('2026-09-29'), { 'Sở Tài chính': 1, 'Sở Kế hoạch': 3 })
    const { unit, events } = (await ask('GET', `pcs/${a}`)).json<PcPage>()
    assert.equal(unit, 'Sở Kế hoạch')
    assert.deepEqual([events[0]?.at, events[0]?.step?.day], [NOW, '2026-07-01'], 'done now, holding from the day')
    const { deeds } = (await ask('GET', 'audit?kind=moved')).json<Audit>()
    assert.deepEqual(
      deeds.map(({ at, detail }) => [at, detail.day]),
      [
        [NOW, '2026-08-10'],
        [NOW, '2026-08-10'],
        [NOW, '2026-07-01'],
      ],
    )
  })

  test(`${engine}: a day to come, one before a PC came or before the unit began is refused in words, and nothing is moved`, async (t) => {
    const { move, refusal, countsOn, ledger, pcs, finance, planning } = await splitHouse(t, await address())
    const [a, b] = pcs
    const [status, code, detail] = await refusal({ pcIds: [a], unitId: planning, on: '2026-10-01' })
    assert.deepEqual([status, code], [409, 'move-day-wrong'])
    assert.match(detail, /01\/10\/2026 is still to come/)
    const early = (await ledger.unit('Sở Y tế')) as number
    assert.match((await refusal({ pcIds: [a, b], unitId: early, on: '2026-06-30' }))[2], /A \(since 01\/07\/2026\), B/)
    assert.match((await refusal({ pcIds: [a], unitId: planning, on: '2026-06-30' }))[2], /Sở Kế hoạch began on 01\/07\/2026/)
    assert.equal((await refusal({ pcIds: [a], unitId: planning, on: '2026-02-30' }))[1], 'query-invalid')
    // One of many that came later: none of them goes.
    const late = (await ledger.enrol({ hostName: 'E', unitId: finance, at: NOW - 3 * DAY_MS })) as number
    assert.match((await refusal({ pcIds: [a, late], unitId: planning, on: '2026-07-01' }))[2], /E \(since 27\/09\/2026\)$/)
    await move({ pcIds: [b], on: '2026-08-01' })
    assert.match((await refusal({ pcIds: [b], unitId: planning, on: '2026-07-31' }))[2], /B \(since 01\/08\/2026\)/)
    assert.deepEqual(await countsOn('2026-07-31'), { 'Sở Tài chính': 4 })
    assert.deepEqual(await countsOn('2026-08-01'), { 'Sở Tài chính': 3 })
    assert.deepEqual(await countsOn('2026-09-29'), { 'Sở Tài chính': 4 })
  })

  test(`${engine}: on the very day it came a PC may be moved, as often as it takes to be right`, async (t) => {
    const { move, countsOn, ledger, pcs, finance, planning } = await splitHouse(t, await address())
    const today = (await ledger.enrol({ hostName: 'E', unitId: finance, at: NOW - 60_000 })) as number
    for (const unitId of [planning, finance, planning])
      assert.deepEqual((await move({ pcIds: [today, ...pcs], unitId, on: '2026-09-30' })).json(), { moved: 5 })
    assert.deepEqual(await countsOn('2026-09-29'), { 'Sở Tài chính': 4 })
    assert.deepEqual(await countsOn('2026-09-30'), { 'Sở Kế hoạch': 5 })
  })
}
