/** Counts over HTTP, on both databases: the sentence, its list, its files; nobody counts more than their units. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { readXlsx } from 'hucre'
import { sql } from 'kysely'
import { changeStaff, type StaffNumber } from '#collector/store/register/staff-numbers.ts'
import type { CountedPcs, Counts } from '#shared/api/counts.ts'
import type { ErrorAnswer } from '#shared/api/error.ts'
import type { FrozenReport } from '#shared/api/frozen-reports.ts'
import { sumsOf } from '#shared/text/figures.ts'
import { bothEngines } from '../both-engines.ts'
import { get, houseOf, NOW } from './counts-house.ts'

const ENGINES = bothEngines('counts')

const figuresOf = ({ total }: Counts) => sumsOf(total)

for (const [engine, address] of Object.entries(ENGINES)) {
  test(`${engine}: blocks outside the total stand apart, units hold what lies below them, and each figure has its list`, async (t: TestContext) => {
    const house = await houseOf(t, await address())
    const headers = await house.logIn('viewer')
    const counts = (await get(house, '/api/v1/counts', headers)).json<Counts>()
    assert.equal(counts.asOf, '2026-09-29', 'the last whole day')
    assert.deepEqual(figuresOf(counts), { connected: 2, all: 4, allowed: 4 })
    assert.equal(counts.outside.internet, 1)
    assert.deepEqual(
      counts.rows.map(({ kind, name, depth, figures }) => [kind, name, depth, sumsOf(figures).all, figures.silent]),
      [
        ['block', 'I', 0, 4, 1],
        ['unit', 'Sở Nội vụ', 1, 1, 0],
        ['unit', 'Sở Y tế', 1, 3, 1],
        ['unit', 'Trung tâm Y tế', 2, 1, 1],
        ['block', 'III', 0, 1, 0],
        ['unit', 'Xã Đăk Long', 1, 1, 0],
      ],
    )
    const list = async (query: string) => (await get(house, `/api/v1/counts/pcs?${query}`, headers)).json<CountedPcs>().rows
    assert.deepEqual(
      (await list('states=internet&blocks=I,II')).map(({ name, unit, internetOn }) => [name, unit, internetOn]),
      [
        ['NV-1', 'Sở Nội vụ', '2026-09-28'],
        ['YT-1', 'Sở Y tế', '2026-09-28'],
      ],
    )
    assert.deepEqual(
      (await list(`unit=${house.units.health}`)).map(({ name }) => name),
      ['TTYT-1', 'YT-1', 'YT-2'],
    )
    assert.deepEqual(await list('asOf=2026-01-01'), [])
  })

  test(`${engine}: who has a unit counts that unit and those below it, in lists and files too, and nobody counts more`, async (t: TestContext) => {
    const house = await houseOf(t, await address())
    for (const [scope, all] of [
      [[house.units.health], 3],
      [[house.units.clinic], 1],
      [[], 0],
    ] as const) {
      const headers = await house.logIn('planner', scope)
      const seen = { ...(await get(house, '/api/v1/counts', headers)).json<Counts>() }
      assert.equal(sumsOf(seen.total).all, all)
      assert.equal(sumsOf(seen.outside).all, 0)
      for (const unit of ['', `&unit=${house.ledger.unitId}`, `&unit=${house.units.commune}`]) {
        const ask = (path: string) => house.app.inject({ url: `/api/v1/${path}asOf=2026-09-29${unit}`, headers })
        const asked = await ask('counts?')
        const listed = await ask('counts/pcs?')
        if (unit === '') assert.equal(listed.json<CountedPcs>().rows.length, all)
        else assert.deepEqual([listed.statusCode, listed.json<ErrorAnswer>().error.code], [404, 'unit-not-found'])
        for (const path of ['counts/export', 'counts/pcs/export']) {
          const { body } = await ask(`${path}?format=csv&`)
          for (const text of [asked.body, body])
            for (const foreign of ['NV-1', 'DL-1', 'Sở Nội vụ', 'Xã Đăk Long']) assert.equal(text.includes(foreign), false)
        }
      }
    }
  })

  test(`${engine}: of a unit that is not there for the caller no zero is told, wherever it is asked for`, async (t: TestContext) => {
    const house = await houseOf(t, await address())
    const payload = { asOf: '2026-09-29', title: 'Quý III' }
    const planner = await house.logIn('planner')
    const { id } = (await house.app.inject({ method: 'POST', url: '/api/v1/frozen-reports', headers: planner, payload })).json()
    const scoped = await house.logIn('it-staff', [house.units.health])
    for (const [headers, unit, status] of [
      [scoped, house.units.clinic, 200],
      [scoped, house.ledger.unitId, 404],
      [scoped, 999, 404],
      [planner, 999, 404],
      [planner, house.units.commune, 200],
    ] as const)
      for (const path of [
        'counts?',
        'counts/export?format=csv&',
        'counts/pcs?',
        'counts/pcs/export?format=csv&',
        'counts/trend?',
        `frozen-reports/${id}/pcs?`,
        `frozen-reports/${id}/pcs/export?format=csv&`,
        'register?',
        'register/summary?',
        'register/reconciliation?',
        'register/export?format=csv&',
        'register/minutes/export?format=csv&',
      ]) {
        const answer = await house.app.inject({ url: `/api/v1/${path}unit=${unit}`, headers })
        assert.equal(answer.statusCode, status, path)
        if (status === 404) assert.equal(answer.json<ErrorAnswer>().error.code, 'unit-not-found', path)
      }
  })

  test(`${engine}: people stand beside their PCs where anybody told how many, and untold units are never nobody`, async (t: TestContext) => {
    const house = await houseOf(t, await address())
    const headers = await house.logIn('viewer')
    const counts = async () => (await get(house, '/api/v1/counts', headers)).json<Counts>()
    assert.equal((await counts()).people, undefined)
    const tell = (units: Omit<StaffNumber, 'leaders'>[]) =>
      changeStaff(house.database, {
        day: '2026-01-01',
        // Of groups I-VI plans ask, and nothing that is counted does.
        units: units.map((unit) => ({ ...unit, leaders: 5 })),
        who: 'test',
        at: NOW,
        mayTouch: () => sql<boolean>`1 = 1`,
      })
    await tell([
      { unitId: house.units.health, staff: 30, equipped: 27, licensedAntivirus: 2 },
      { unitId: house.ledger.unitId, staff: 10, equipped: null, licensedAntivirus: null },
    ])
    const { people, rows } = await counts()
    assert.deepEqual(people, {
      staff: 40,
      staffMissing: 1,
      equipped: 27,
      equippedMissing: 2,
      licensedAntivirus: 2,
      licensedAntivirusMissing: 2,
    })
    assert.deepEqual(rows.find(({ unitId }) => unitId === house.units.health)?.people?.staffMissing, 1)
    const cells = async () => {
      const answer = await get(house, '/api/v1/counts/export?format=xlsx&language=vi', headers)
      const [head = [], ...rows] = (await readXlsx(answer.rawPayload)).sheets[0]?.rows ?? []
      const licences = head.indexOf('Máy cài phần mềm phòng chống mã độc (bản quyền)')
      return rows.map((row) => [...row.slice(1, 5), ...row.slice(licences, licences + 2), row.at(-1)])
    }
    const others = 'CBCCVC được trang bị máy, máy có bản quyền chống mã độc'
    assert.deepEqual(await cells(), [
      ['Tổng cộng', 40, 27, 'chưa rõ', 2, 'chưa rõ', `chưa rõ 1 đơn vị: CBCCVC; chưa rõ 2 đơn vị: ${others}`],
      ['Cấp tỉnh', 40, 27, 'chưa rõ', 2, 'chưa rõ', `chưa rõ 1 đơn vị: CBCCVC; chưa rõ 2 đơn vị: ${others}`],
      ['Sở Nội vụ', 10, 'chưa rõ', 'chưa rõ', 'chưa rõ', 'chưa rõ', ''],
      ['Sở Y tế', 30, 27, 'chưa rõ', 2, 'chưa rõ', `chưa rõ 1 đơn vị: CBCCVC, ${others}`],
      ['Trung tâm Y tế', 'chưa rõ', 'chưa rõ', 'chưa rõ', 'chưa rõ', 'chưa rõ', ''],
      ['Cấp xã', 'chưa rõ', 'chưa rõ', 'chưa rõ', 'chưa rõ', 'chưa rõ', `chưa rõ 1 đơn vị: CBCCVC, ${others}`],
      ['Xã Đăk Long', 'chưa rõ', 'chưa rõ', 'chưa rõ', 'chưa rõ', 'chưa rõ', ''],
      ['Ngoài tổng', '', '', '', '', '', ''],
    ])
    const frozen = await house.app.inject({
      method: 'POST',
      url: '/api/v1/frozen-reports',
      headers: await house.logIn('planner'),
      payload: { asOf: '2026-09-29', title: 'Quý III' },
    })
    await tell([house.units.clinic, house.ledger.unitId].map((unitId) => ({ unitId, staff: 10, equipped: 9, licensedAntivirus: 0 })))
    assert.deepEqual((await cells())[0], ['Tổng cộng', 50, 45, 0.9, 2, 0.5, ''])
    await tell([{ unitId: house.units.clinic, staff: 10, equipped: 9, licensedAntivirus: 9 }])
    assert.deepEqual((await cells())[0]?.slice(4), [11, 'nhiều hơn số máy', ''], 'never a rate of 275%')
    const report = (await get(house, `/api/v1/frozen-reports/${frozen.json().id}`, headers)).json<FrozenReport>()
    assert.deepEqual(report.counts.people, people)
  })

  test(`${engine}: a date that is none, one to come, a rule nobody made and a state nobody has are refused in words`, async (t: TestContext) => {
    const house = await houseOf(t, await address())
    const headers = { ...(await house.logIn('viewer')), 'accept-language': 'vi' }
    for (const [query, said] of [
      ['asOf=2026-02-30', /không có ngày "2026-02-30"/],
      ['asOf=2026-10-01', /chưa tới/],
      ['asOf=30/09/2026', /asOf/],
      ['rule=7', /không có quy tắc số 7/],
    ] as const) {
      const answer = await house.app.inject({ url: `/api/v1/counts?${query}`, headers })
      assert.equal(answer.statusCode, 400, query)
      assert.match(answer.json<ErrorAnswer>().error.detail ?? '', said)
    }
    const states = await house.app.inject({ url: '/api/v1/counts/pcs?states=internet,online', headers })
    assert.match(states.json<ErrorAnswer>().error.detail ?? '', /không có "online"/)
  })
}

test('the workbook holds numbers and rates as numbers, and says by which rule they were counted', async (t) => {
  const house = await houseOf(t, '')
  const headers = await house.logIn('viewer')
  const { rawPayload, headers: answer } = await get(house, '/api/v1/counts/export?format=xlsx&language=vi', headers)
  assert.match(String(answer['content-disposition']), /so-lieu-2026-09-29\.xlsx/)
  const { sheets } = await readXlsx(rawPayload, { readStyles: true })
  const [table, about] = sheets
  const [head, total, block, first, , nested] = table?.rows ?? []
  assert.deepEqual(head, [
    'STT',
    'Cơ quan, đơn vị',
    'Tổng số máy tính (B)',
    'Để bàn',
    'Xách tay',
    'Máy chủ, máy ảo',
    'Chưa rõ loại',
    'Máy không thuộc diện kết nối (M)',
    'Máy kết nối internet (A)',
    'Tỷ lệ A/B',
    'Tỷ lệ A/(B-M)',
    'Chỉ mạng TSLCD',
    'Chỉ mạng nội bộ',
    'Không nối mạng',
    'Im lặng',
    'Chưa rõ',
    'Có trong sổ, chưa báo',
    'HĐH còn hỗ trợ',
    'Máy dùng HĐH hết hỗ trợ',
    'HĐH chỉ còn hỗ trợ trả phí',
    'Chưa rõ hỗ trợ',
    'Đủ bản vá hoặc thiếu ≤ 30 ngày',
    'Máy thiếu bản vá > 30 ngày',
    'Chưa rõ bản vá',
    'Số liệu đến ngày',
    'Ghi chú',
  ])
  // Of the PC that never told a word nobody knows what it is.
  assert.deepEqual(total?.slice(1, 11), ['Tổng cộng', 4, 3, 0, 0, 1, 0, 2, 0.5, 0.5])
  const [supported = 0, ended = 0, paid = 0, unread = 0, patched = 0, missing = 0, unpatched = 0] = (total?.slice(17, 24) ?? []) as number[]
  assert.deepEqual([unread, supported + ended + paid + unread, patched + missing + unpatched], [1, 4, 4])
  assert.deepEqual(block?.slice(0, 3), ['I', 'Cấp tỉnh', 4])
  assert.deepEqual([first?.[0], nested?.[0], nested?.[1]], [1, '2.1', 'Trung tâm Y tế'])
  assert.deepEqual(table?.rows.at(-1)?.slice(1, 3), ['Ngoài tổng', 1])
  assert.ok(about?.rows.some((row) => String(row[1]).includes('ít nhất một ngày trong 30 ngày gần nhất')))
  const csv = await get(house, '/api/v1/counts/export?format=csv&language=vi', headers)
  assert.match(csv.body, /;Tổng cộng;4;3;0;0;1;0;2;50,0%;50,0%;/)
  const list = await get(house, '/api/v1/counts/pcs/export?format=csv&language=vi&states=silent', headers)
  assert.match(list.body, /TTYT-1;Trung tâm Y tế;im lặng;chưa ghi nhận;chưa ghi nhận;/)
})
