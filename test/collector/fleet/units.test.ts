/** The units of a date, and their tree as a file, on both databases: the rows of the page, complete enough to be read back, and harmless in a spreadsheet. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readXlsx } from 'hucre'
import type { TreeReading, Units, UnitTree } from '#shared/api/units.ts'
import { appOver } from '../app-over.ts'
import { bothEngines } from '../both-engines.ts'

const NOW = Date.UTC(2026, 8, 30, 2)
const HOSTILE = '=cmd|"/C calc"!A0'

for (const [engine, address] of Object.entries(bothEngines('unit-files'))) {
  test(`${engine}: the file of a date has the rows of its tree, with parents, ends, and what became of what`, async (t) => {
    const house = await appOver(t, await address(), {}, undefined, () => NOW)
    const { app, ledger } = house
    const headers = await house.logIn('administrator')
    const finance = await ledger.unit('Sở Tài chính')
    const twins = [await ledger.unit('Phòng Kế hoạch', finance), await ledger.unit('Phòng Kế hoạch', ledger.unitId)]
    const below = await ledger.unit('Tổ Máy tính', twins[0])
    await ledger.enrol({ unitId: below })
    const plan = {
      day: '2026-07-01',
      made: [{ key: 'new', name: HOSTILE, block: 'I', orderNo: 7, code: '12.18', parent: { unitId: finance } }],
      ended: [{ unitId: below, into: [{ key: 'new' }] }],
      confirm: true,
    }
    const done = await app.inject({ method: 'POST', url: '/api/v1/reorganisations', headers, payload: plan })
    assert.equal(done.json().done, true, done.body)

    const tree = async (day: string) =>
      (await app.inject({ url: `/api/v1/units/tree?asOf=${day}`, headers })).json<UnitTree>().units.map(({ name }) => name)
    const file = async (day: string, format: string) =>
      app.inject({ url: `/api/v1/units/tree/export?asOf=${day}&format=${format}&language=en`, headers })

    for (const day of ['2026-06-30', '2026-07-01']) {
      const { units, heirs } = (await app.inject({ url: `/api/v1/units/tree?asOf=${day}`, headers })).json<UnitTree>()
      const made = units.find(({ name }) => name === HOSTILE)?.id
      assert.equal(made === undefined, day === '2026-06-30')
      assert.deepEqual(heirs, [{ unitId: below, heirId: made ?? heirs[0]?.heirId }], 'what became of what, in the tree of any day')
    }
    const scoped = await app.inject({ url: '/api/v1/units/tree', headers: await house.logIn('viewer', [ledger.unitId]) })
    assert.deepEqual(scoped.json<UnitTree>().heirs, [], 'and nothing outside the scope')

    const before = await file('2026-06-30', 'csv')
    assert.match(String(before.headers['content-disposition']), /filename="units-2026-06-30\.csv"/)
    const rows = before.body
      .replace('\ufeff', '')
      .trim()
      .split('\r\n')
      .map((line) => line.split(','))
    assert.deepEqual(rows[0]?.slice(0, 8), ['Unit', 'Block', 'Order', 'Code', 'Parent', 'Since', 'Until the end of', 'PCs today'])
    assert.deepEqual(
      rows.slice(1).map(([name]) => name),
      await tree('2026-06-30'),
    )
    const parentOf = (name: string) => rows.filter(([own]) => own === name).map((row) => row[4])
    assert.deepEqual(parentOf('Phòng Kế hoạch').toSorted(), ['Sở Nội vụ', 'Sở Tài chính'])
    assert.deepEqual(parentOf('Tổ Máy tính'), ['Sở Tài chính / Phòng Kế hoạch'], 'a name borne twice is told with its path')
    const ended = rows.find(([name]) => name === 'Tổ Máy tính')
    assert.deepEqual(
      [ended?.[6], ended?.[7], ended?.[9]],
      ['30/06/2026', '0', `'${HOSTILE}`.replaceAll('"', '""').replace(/^(.*)$/, '"$1"')],
    )

    const after = (await file('2026-07-01', 'csv')).body
    assert.ok(after.includes(`"'${HOSTILE.replaceAll('"', '""')}",I,7,'12.18,Sở Tài chính,01/07/2026,,1,Tổ Máy tính,`), after)

    const { sheets } = await readXlsx((await file('2026-07-01', 'xlsx')).rawPayload)
    const [list, about] = sheets
    assert.deepEqual(
      list?.rows.slice(1).map(([name]) => name),
      await tree('2026-07-01'),
    )
    const made = list?.rows.find(([name]) => name === HOSTILE)
    assert.deepEqual([made?.[2], made?.[3], made?.[5], made?.[7]], [7, '12.18', new Date('2026-07-01'), 1])
    assert.ok(about?.rows.some(([label, value]) => label === 'Tree of units on' && value === '01/07/2026'))
  })

  test(`${engine}: the units of a date can be chosen, one that ended is still called by its name, and none outside the scope`, async (t) => {
    const house = await appOver(t, await address(), {}, undefined, () => NOW)
    const { app, ledger } = house
    const headers = await house.logIn('administrator')
    const finance = await ledger.unit('Sở Tài chính')
    const plan = {
      day: '2026-07-01',
      made: [{ key: 'new', name: 'Sở Tài chính và Đầu tư', block: 'I', orderNo: 7 }],
      ended: [{ unitId: finance, into: [{ key: 'new' }] }],
      confirm: true,
    }
    const done = await app.inject({ method: 'POST', url: '/api/v1/reorganisations', headers, payload: plan })
    assert.equal(done.json().done, true, done.body)
    const units = async (query: string, as = headers) =>
      (await app.inject({ url: `/api/v1/units${query}`, headers: as }))
        .json<Units>()
        .units.map(({ name, validTo = '' }) => [name, validTo].join(' '))
        .toSorted()
    const ended = 'Sở Tài chính 2026-07-01'
    assert.deepEqual(await units(''), ['Sở Nội vụ ', 'Sở Tài chính và Đầu tư '])
    assert.deepEqual(await units('?asOf=2026-06-30'), ['Sở Nội vụ ', ended])
    assert.deepEqual(await units('?asOf=2026-07-01'), ['Sở Nội vụ ', 'Sở Tài chính và Đầu tư '])
    assert.deepEqual(await units(`?asOf=2026-07-01&unit=${finance}`), ['Sở Nội vụ ', ended, 'Sở Tài chính và Đầu tư '])
    const scoped = await house.logIn('viewer', [ledger.unitId])
    for (const query of ['', '?asOf=2026-06-30', `?asOf=2026-07-01&unit=${finance}`])
      assert.deepEqual(await units(query, scoped), ['Sở Nội vụ '])
    const wrong = await app.inject({ url: '/api/v1/units?asOf=2026-02-30', headers })
    assert.deepEqual([wrong.statusCode, wrong.json().error.code], [400, 'query-invalid'])
  })

  test(`${engine}: a file without rows where nothing stood, and no file for a day that no calendar has`, async (t) => {
    const house = await appOver(t, await address(), {}, undefined, () => NOW)
    const headers = await house.logIn('viewer')
    const ask = (query: string) => house.app.inject({ url: `/api/v1/units/tree/export?${query}`, headers })
    assert.equal((await ask('format=csv&asOf=1900-01-01')).body.trim().split('\r\n').length, 1)
    for (const query of ['format=csv&asOf=2026-02-30', 'format=docx', 'asOf=2026-01-01'])
      assert.deepEqual([(await ask(query)).statusCode, (await ask(query)).json().error.code], [400, 'query-invalid'], query)
  })

  test(`${engine}: a tree exported from one ledger becomes the same tree in another, and changes nothing where it stands`, async (t) => {
    const house = await appOver(t, await address(), {}, undefined, () => NOW)
    const headers = await house.logIn('administrator')
    const finance = await house.ledger.unit('Sở Tài chính')
    await house.ledger.unit('Phòng Kế hoạch', finance)
    await house.ledger.unit('Phòng Kế hoạch', house.ledger.unitId)
    const other = await appOver(t, await address(), {}, undefined, () => NOW)
    const otherHeaders = await other.logIn('administrator')
    const read = async (at: typeof house, as: Record<string, string>, payload: Buffer) => {
      const url = '/api/v1/units/tree/reading'
      const answer = await at.app.inject({ method: 'POST', url, headers: { ...as, 'content-type': 'application/octet-stream' }, payload })
      assert.equal(answer.statusCode, 200, answer.body)
      return answer.json<TreeReading>()
    }
    const paths = async (at: typeof house, as: Record<string, string>) => {
      const { units } = (await at.app.inject({ url: '/api/v1/units/tree', headers: as })).json<UnitTree>()
      const names = new Map(units.map(({ id, name }) => [id, name]))
      return units.map(({ name, parentId, block, orderNo }) =>
        [parentId === undefined ? '' : names.get(parentId), name, block, orderNo].join('/'),
      )
    }
    for (const format of ['csv', 'xlsx']) {
      const file = (await house.app.inject({ url: `/api/v1/units/tree/export?format=${format}&language=vi`, headers })).rawPayload
      const own = await read(house, headers, file)
      assert.deepEqual([own.made, own.same, own.problems], [[], 4, []])
      if (format === 'csv') continue
      const fresh = await read(other, otherHeaders, file)
      assert.deepEqual([fresh.made.length, fresh.same, fresh.problems], [3, 1, []])
      const payload = { day: '2026-09-01', made: fresh.made, ended: [], confirm: true }
      const done = await other.app.inject({ method: 'POST', url: '/api/v1/reorganisations', headers: otherHeaders, payload })
      assert.equal(done.json().done, true, done.body)
      assert.deepEqual(await paths(other, otherHeaders), await paths(house, headers))
    }
    const viewer = { ...(await other.logIn('viewer')), 'content-type': 'application/octet-stream' }
    assert.equal(
      (await other.app.inject({ method: 'POST', url: '/api/v1/units/tree/reading', headers: viewer, payload: Buffer.from('a') }))
        .statusCode,
      403,
    )
  })
}
