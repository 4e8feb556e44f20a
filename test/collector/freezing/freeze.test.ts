/** Frozen reports over HTTP, on both databases: as the counts said, and so for ever, whatever becomes of PCs, units and rules. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { sql } from 'kysely'
import { pino } from 'pino'
import { buildApp } from '#collector/app.ts'
import { DEFAULTS } from '#collector/config/settings.ts'
import { FIRST_RULE } from '#collector/counting/rule.ts'
import { digestOfFrozen } from '#collector/fleet/frozen-reports/query.ts'
import { freeze } from '#collector/freezing/freeze.ts'
import { changeRule } from '#collector/store/count-rules.ts'
import { importList } from '#collector/store/register/import-list.ts'
import { changeStaff } from '#collector/store/register/staff-numbers.ts'
import type { CountedPcs, Counts } from '#shared/api/counts.ts'
import type { FrozenReport, FrozenReports, Verification } from '#shared/api/frozen-reports.ts'
import { sumsOf } from '#shared/text/figures.ts'
import { bothEngines } from '../both-engines.ts'
import { itemOf, listing } from '../store/contract/register-lists.ts'
import { DAY, DAY_MS, houseOf, NOW } from './frozen-house.ts'

/** Nor the digest, which a frozen count has not: it has its seal. */
const withoutMoment = ({ at: _at, digest: _digest, ...counts }: Counts) => counts

for (const [engine, address] of Object.entries(bothEngines('freezing'))) {
  test(`${engine}: a frozen report says what the counts said, and goes on saying it when everything has changed`, async (t) => {
    const { get, freeze, database, pcs, sample, units, app, logIn } = await houseOf(t, await address())
    const before = await get<Counts>(`counts?asOf=${DAY}`)
    const listBefore = await get<CountedPcs>(`counts/pcs?asOf=${DAY}`)
    assert.equal(listBefore.rows.length, 6)
    const { id } = (await freeze({ note: 'Số liệu quý' })).json()
    const frozen = await get<FrozenReport>(`frozen-reports/${id}`)
    assert.deepEqual(withoutMoment(frozen.counts), withoutMoment(before))
    assert.deepEqual([frozen.title, frozen.note, frozen.asOf, frozen.frozenAt], ['Quý III', 'Số liệu quý', DAY, NOW])
    assert.match(frozen.who, /^person-/)
    assert.deepEqual(await get<CountedPcs>(`frozen-reports/${id}/pcs`), listBefore)

    // A late sample makes YT-2 connected that day; a PC moves, one leaves, one is renamed; a unit ends; the rule changes.
    await sample('YT-2', 'internet', NOW - 3 * DAY_MS)
    await app.inject({
      method: 'POST',
      url: '/api/v1/pcs/moves',
      headers: await logIn('administrator'),
      payload: { pcIds: [pcs['NV-1']], unitId: units.clinic },
    })
    await importList(database, listing('2026-02-01', [itemOf('TS-1', units.health, { name: 'Khác' })], { completeUnits: [units.health] }))
    await sample('YT-1', 'wan-only', NOW + DAY_MS)
    await database.write((db) =>
      db
        .updateTable('pc')
        .set({ name: 'Tên mới' })
        .where('id', '=', pcs['YT-1'] as number)
        .execute(),
    )
    await database.write((db) =>
      db.updateTable('unit').set({ valid_to: '2026-09-01', name: 'Tên khác' }).where('id', '=', units.health).execute(),
    )
    await changeRule(database, { windowDays: 1, silentDays: 1, blocks: ['II'], fromDay: '2026-01-01' }, 'test', NOW)
    assert.notDeepEqual(withoutMoment(await get<Counts>(`counts?asOf=${DAY}`)), withoutMoment(before))
    assert.deepEqual(await get<FrozenReport>(`frozen-reports/${id}`), frozen)
    assert.deepEqual(await get<CountedPcs>(`frozen-reports/${id}/pcs`), listBefore)
    assert.deepEqual(await get<Verification>(`frozen-reports/${id}/verification`), {
      hash: frozen.hash,
      sealed: frozen.hash,
      matches: true,
    })
  })

  test(`${engine}: every figure has its list, of exactly as many PCs`, async (t) => {
    const { get, freeze, units } = await houseOf(t, await address())
    const { id } = (await freeze()).json()
    const { counts } = await get<FrozenReport>(`frozen-reports/${id}`)
    for (const row of counts.rows.filter(({ kind }) => kind === 'unit')) {
      for (const [state, pcs] of Object.entries(row.figures)) {
        const list = await get<CountedPcs>(`frozen-reports/${id}/pcs?unit=${row.unitId}&states=${state}`)
        assert.equal(list.rows.length, pcs, `${row.name} ${state}`)
      }
    }
    assert.equal((await get<CountedPcs>(`frozen-reports/${id}/pcs?unit=${units.health}`)).rows.length, 5)
    const first = await get<CountedPcs>(`frozen-reports/${id}/pcs?limit=3`)
    const second = await get<CountedPcs>(`frozen-reports/${id}/pcs?limit=3&after=${encodeURIComponent(first.next ?? '')}`)
    assert.deepEqual(
      [...first.rows, ...second.rows].map(({ name }) => name),
      ['NV-1', 'TÀI SẢN 1', 'TÀI SẢN 2', 'TTYT-1', 'YT-1', 'YT-2'],
    )
    assert.equal(second.next, undefined)
  })

  test(`${engine}: a day that is not over is not frozen, by the clock of the collector and not by another one`, async (t) => {
    const { freeze, clock, logIn } = await houseOf(t, await address())
    const today = await freeze({ asOf: '2026-09-30' })
    assert.deepEqual([today.statusCode, today.json().error.code], [409, 'day-not-over'])
    assert.match(today.json().error.todo, /[Nn]gày trước đó|earlier day/)
    // A moment before midnight in Viet Nam, and a moment after it, while it is still the 30th in London.
    clock.ms = Date.UTC(2026, 8, 30, 16, 59, 59)
    const headers = await logIn('planner')
    assert.equal((await freeze({ asOf: '2026-09-30' }, headers)).statusCode, 409)
    clock.ms += 1_000
    assert.equal((await freeze({ asOf: '2026-09-30' }, headers)).statusCode, 200)
  })

  test(`${engine}: what a person confirmed is what is frozen, or nothing is`, async (t) => {
    const { freeze, get, sample, database, ledger } = await houseOf(t, await address())
    const shown = async () => {
      const { total, digest = '' } = await get<Counts>(`counts?asOf=${DAY}`)
      const { connected, all } = sumsOf(total)
      return { connected, all, digest }
    }
    const first = await shown()
    assert.deepEqual([first.connected, first.all], [2, 6])
    // A late sample makes another PC connected while the dialog is open.
    await sample('YT-2', 'internet', NOW - 3 * DAY_MS)
    const refused = await freeze({ confirmed: first })
    assert.deepEqual([refused.statusCode, refused.json().error.code], [409, 'counts-changed'])
    assert.match(refused.json().error.detail, /3 \/ 6.*2 \/ 6/)
    assert.deepEqual((await get<FrozenReports>('frozen-reports')).reports, [])
    // The sum is as it was, and a PC that must not be connected stands in another unit's row.
    const second = await shown()
    await importList(database, listing('2026-01-02', [itemOf('TS-2', ledger.unitId, { name: 'TÀI SẢN 2', exempt: true })]))
    const moved = await freeze({ confirmed: second })
    assert.deepEqual([moved.statusCode, moved.json().error.code], [409, 'counts-changed'])
    assert.match(moved.json().error.detail, /bảng đã đổi|table changed/)
    const { id } = (await freeze({ confirmed: await shown() })).json()
    assert.deepEqual(sumsOf((await get<FrozenReport>(`frozen-reports/${id}`)).counts.total), { connected: 3, all: 6, allowed: 5 })
    assert.equal((await freeze({ confirmed: { connected: 3 } })).json().error.code, 'body-invalid')
  })

  test(`${engine}: what changed between the look at it and the copying is not sealed, and nothing is left of it`, async (t) => {
    const { get, database, ledger } = await houseOf(t, await address())
    const { digest } = await get<Counts>(`counts?asOf=${DAY}`)
    const told = { unitId: ledger.unitId, staff: 9, equipped: 9, leaders: 1, licensedAntivirus: 1 }
    await changeStaff(database, { day: '2026-01-01', units: [told], who: 'van', at: NOW, mayTouch: () => sql<boolean>`1 = 1` })
    const asOf = { day: { year: 2026, month: 9, day: 29 }, rule: FIRST_RULE, timeZone: 'Asia/Ho_Chi_Minh' }
    const issuer = { parent: '', name: '', place: '' }
    const freezing = { asOf, title: 'Quý III', note: '', who: 'van', at: NOW, issuer }
    const isAsShown = (shown: string | undefined) => async (id: number) => (await digestOfFrozen(database, id)) === shown
    assert.equal(await freeze(database, { ...freezing, isAsShown: isAsShown(digest) }), 'counts-changed')
    for (const table of ['frozen_report', 'frozen_pc', 'frozen_condition'] as const)
      assert.deepEqual((await sql`select 1 from ${sql.table(table)}`.execute(database.read)).rows, [], table)
    const now = await get<Counts>(`counts?asOf=${DAY}`)
    assert.equal(typeof (await freeze(database, { ...freezing, isAsShown: isAsShown(now.digest) })), 'number')
  })

  test(`${engine}: of a day on which the ledger held nothing there is nothing to freeze`, async (t) => {
    const { freeze, get } = await houseOf(t, await address())
    const refused = await freeze({ asOf: '1900-01-01' })
    assert.deepEqual([refused.statusCode, refused.json().error.code], [409, 'nothing-to-freeze'])
    assert.match(refused.json().error.detail, /01\/01\/2026/)
    assert.deepEqual((await get<FrozenReports>('frozen-reports')).reports, [])
  })

  test(`${engine}: the database itself refuses to change, drop or lengthen what is sealed`, async (t) => {
    const { freeze, database } = await houseOf(t, await address())
    await freeze()
    for (const deed of [
      `update frozen_report set title = 'x'`,
      `update frozen_report set hash = ''`,
      `delete from frozen_report`,
      `update frozen_unit set name = 'x'`,
      `delete from frozen_unit`,
      `update frozen_count set pcs = 99`,
      `delete from frozen_count`,
      `insert into frozen_count (report_id, unit_id, state, pcs) values (1, 99, 'internet', 1)`,
      `update frozen_pc set state = 'internet'`,
      `delete from frozen_pc`,
      `update frozen_item set state = 'internet'`,
      `delete from frozen_item`,
      `insert into frozen_item (report_id, name_key, item_id, unit_id, name, asset_code, state) values (1, 'x', 99, 1, 'x', 'x', 'exempt')`,
      `insert into frozen_pc (report_id, name_key, pc_id, unit_id, name, state, reasons) values (1, 'x', 99, 1, 'x', 'internet', '{}')`,
    ])
      await assert.rejects(
        database.write((db) => sql.raw(deed).execute(db)),
        /sealed/,
        deed,
      )
  })

  test(`${engine}: what was changed in spite of all that is found out`, async (t) => {
    const { freeze, database, get } = await houseOf(t, await address())
    const { id } = (await freeze()).json()
    const off = database.dialect.name === 'sqlite' ? 'drop trigger frozen_count_no_update' : 'alter table frozen_count disable trigger all'
    await database.write((db) => sql.raw(off).execute(db))
    await database.write((db) => sql.raw(`update frozen_count set pcs = pcs + 1`).execute(db))
    const { matches, hash, sealed } = await get<Verification>(`frozen-reports/${id}/verification`)
    assert.equal(matches, false)
    assert.notEqual(hash, sealed)
  })

  test(`${engine}: proving it over and over is stopped for the one who does it, and not for others`, async (t) => {
    const { freeze, app, headers, logIn } = await houseOf(t, await address())
    const { id } = (await freeze()).json()
    const prove = (as: Record<string, string>) => app.inject({ url: `/api/v1/frozen-reports/${id}/verification`, headers: as })
    const answers = []
    for (let asked = 0; asked < 21; asked++) answers.push(await prove(headers))
    assert.equal(answers[19]?.statusCode, 200)
    assert.equal(answers[20]?.json().error.code, 'rate-limited')
    assert.ok(Number(answers[20]?.headers['retry-after']) > 0)
    assert.equal((await prove(await logIn('viewer'))).statusCode, 200)
  })

  test(`${engine}: a mistake is put right by a new report that names the old one, and by one only`, async (t) => {
    const { freeze, get, database } = await houseOf(t, await address())
    const first = (await freeze()).json().id
    // One that was broken off corrects nothing, and stands in nobody's way.
    const rest = {
      day: DAY,
      time_zone: 'UTC',
      title: 'x',
      note: '',
      rule_version: 0,
      window_days: 1,
      silent_days: 1,
      blocks: 'I',
      who: 'x',
    }
    await database.write((db) =>
      db
        .insertInto('frozen_report')
        .values({ ...rest, frozen_at: NOW - 1_000, corrects_id: null, hash: '' })
        .execute(),
    )
    const both = await Promise.all([freeze({ title: 'Quý III, đính chính', corrects: first }), freeze({ title: 'Nữa', corrects: first })])
    assert.deepEqual(both.map(({ statusCode }) => statusCode).sort(), [200, 409])
    const second = both.find(({ statusCode }) => statusCode === 200)?.json().id
    assert.equal((await freeze({ corrects: first })).json().error.code, 'correction-unknown')
    assert.equal((await freeze({ corrects: 999 })).json().error.code, 'correction-unknown')
    const { reports, more } = await get<FrozenReports>('frozen-reports')
    assert.deepEqual(
      reports.map(({ id, corrects, correctedBy }) => [id, corrects, correctedBy]),
      [
        [second, first, undefined],
        [first, undefined, second],
      ],
    )
    assert.equal(more, false)
    assert.deepEqual(sumsOf(reports[0]?.total as Counts['total']), { connected: 2, all: 6, allowed: 5 })
  })

  test(`${engine}: who sees one unit sees of a report that unit alone, and may freeze nothing`, async (t) => {
    const { freeze, get, logIn, units, app } = await houseOf(t, await address())
    const { id } = (await freeze()).json()
    const scoped = await logIn('planner', [units.health])
    assert.equal((await freeze({}, scoped)).statusCode, 403)
    const { counts } = await get<FrozenReport>(`frozen-reports/${id}`, scoped)
    assert.deepEqual(sumsOf(counts.total), { connected: 1, all: 5, allowed: 4 })
    const blind = await logIn('planner', [])
    assert.deepEqual(await get<FrozenReports>('frozen-reports', blind), { reports: [], more: false })
    for (const path of ['', '/pcs', '/verification', '/export?format=csv', '/export?format=docx', '/pcs/export?format=csv']) {
      const answer = await app.inject({ url: `/api/v1/frozen-reports/${id}${path}`, headers: blind })
      assert.deepEqual([answer.statusCode, answer.json().error.code], [404, 'not-found'], path)
    }
    const file = await app.inject({ url: `/api/v1/frozen-reports/${id}/pcs/export?format=csv`, headers: scoped })
    assert.ok(file.body.includes('YT-1') && !file.body.includes('NV-1'))
  })

  test(`${engine}: exported twice it is the same to the byte, and a hostile title harms no file`, async (t) => {
    const { freeze, app, headers, clock, database } = await houseOf(t, await address())
    const { id } = (await freeze({ title: '=cmd|"/C calc"!A0 <script>', note: 'a\u202eb' })).json()
    const csv = async () => (await app.inject({ url: `/api/v1/frozen-reports/${id}/export?format=csv`, headers })).rawPayload
    const xlsx = async () => (await app.inject({ url: `/api/v1/frozen-reports/${id}/export?format=xlsx`, headers })).rawPayload
    const before = [await csv(), await xlsx()]
    const letter = async (from = app) =>
      unzipSync((await from.inject({ url: `/api/v1/frozen-reports/${id}/export?format=docx`, headers })).rawPayload)
    const letterBefore = await letter()
    assert.match(strFromU8(letterBefore['docProps/core.xml'] as Uint8Array), /created[^>]*>2026-09-30T02:00:00Z</)
    clock.ms += 60_000
    assert.ok((await csv()).equals(before[0] as Buffer))
    assert.ok((await xlsx()).equals(before[1] as Buffer))
    assert.deepEqual(await letter(), letterBefore)
    // Another collector of the same ledger, set to another place and other issuers.
    const issuer = { parent: 'UBND tỉnh khác', name: 'Sở khác', place: 'Nơi khác' }
    const moved = await buildApp({
      database,
      settings: { ...DEFAULTS, timeZone: 'UTC', issuer },
      logger: pino({ level: 'silent' }),
      now: () => clock.ms,
    })
    t.after(() => moved.close())
    assert.deepEqual(await letter(moved), letterBefore)
    const again = await moved.inject({ url: `/api/v1/frozen-reports/${id}/export?format=xlsx`, headers })
    assert.ok(again.rawPayload.equals(before[1] as Buffer))
    assert.equal((await freeze({ title: 'x'.repeat(10_000) })).json().error.code, 'body-invalid')
    assert.equal((await freeze({ title: 'xuống\ndòng' })).json().error.code, 'body-invalid')
    assert.equal((await freeze({ title: 'Quý \u202eIII' })).json().error.code, 'body-invalid', 'it would show as another title')
    assert.equal((await freeze({ asOf: '2026-02-30' })).json().error.code, 'query-invalid')
    assert.equal((await freeze({ asOf: '2099-01-01' })).json().error.code, 'query-invalid')
  })
}
