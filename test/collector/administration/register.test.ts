/** The register from the accountant's file to the inventory minutes: preview with every problem by row, import, views, decisions; on both databases. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { readXlsx, writeXlsx } from 'hucre'

import { sql } from 'kysely'

import type { Audit } from '#shared/api/audit.ts'

import type {
  ListImported,
  ListPreview,
  ListReading,
  Reconciliation,
  RegisterList,
  RegisterSummary,
  StaffNumbers,
} from '#shared/api/register.ts'
import { known, makeReport } from '../../make-report.ts'
import { appOver } from '../app-over.ts'
import { bothEngines } from '../both-engines.ts'
import { evidenceOf } from '../store/contract/ledger.ts'

const DAY_MS = 86_400_000
const NOW = Date.UTC(2026, 8, 30, 2)

async function office(t: TestContext, address: string) {
  const house = await appOver(t, address, {}, undefined, () => NOW)
  const { ledger, app } = house
  const finance = await ledger.unit('Sở Tài chính')
  const pc = (await ledger.enrol({ evidence: evidenceOf(1), hostName: 'SNV-01', at: NOW - 60 * DAY_MS })) as number
  const stray = (await ledger.enrol({ evidence: evidenceOf(2), hostName: 'LẠ-02', at: NOW - 60 * DAY_MS })) as number
  const facts = {
    system: known('system', {
      hostName: 'SNV-01',
      serial: 'SERIAL1',
      manufacturer: 'Dell Inc.',
      model: 'OptiPlex 3050',
      uuid: { unknown: 'failed' },
      machineId: { unknown: 'failed' },
    }),
  }
  await ledger.report(
    pc,
    makeReport({
      takenAt: NOW - DAY_MS,
      facts: { ...facts, board: undefined, chassis: undefined, disks: undefined, 'network-adapters': undefined, placement: undefined },
    }),
  )
  const ask = async <T>(headers: Record<string, string>, url: string, payload?: object | Buffer, status = 200): Promise<T> => {
    const content = Buffer.isBuffer(payload) ? { 'content-type': 'application/octet-stream' } : {}
    const answer = await app.inject({
      method: payload === undefined ? 'GET' : 'POST',
      url: `/api/v1/${url}`,
      headers: { ...headers, ...content },
      ...(payload && { payload }),
    })
    assert.equal(answer.statusCode, status, answer.body)
    return (answer.body === '' ? undefined : answer.json()) as T
  }
  return { ...house, finance, pc, stray, ask }
}

const HEAD = [
  'STT',
  'Mã tài sản',
  'Tên tài sản',
  'Đơn vị sử dụng',
  'Số serial',
  'Năm sử dụng',
  'Nguyên giá (nghìn đồng)',
  'Máy mật',
  'Ghi chú',
]
const ROWS = [
  ['UBND TỈNH'],
  ['DANH SÁCH TÀI SẢN'],
  HEAD,
  [1, 'TS-001', 'Máy tính để bàn Dell OptiPlex 3050', 'Sở Nội vụ', 'serial1', 2019, 13_500, '', ''],
  [2, 'TS-002', 'Máy tính để bàn FPT', 'Sở Nội vụ', 'N/A', 2016, '12.000', '', '=1+1'],
  [3, 'MAT-1', 'Máy tính để bàn CMS', 'Sở Nội vụ', '', '', '', 'x', ''],
  [4, 'IN-1', 'Máy in Canon 2900', 'Sở Nội vụ', '', 2019, 4_000, '', ''],
  [5, 'TS-004', 'Máy tính để bàn', 'Phòng Tổng hợp', '', 2019, 4_000, '', ''],
  [6, 'TS-001', 'Máy tính để bàn', 'Sở Nội vụ', '', 2019, 4_000, '', ''],
  [7, 'TS-006', 'Máy tính xách tay HP', 'Sở Tài chính', '', '19', 'nhiều', '', ''],
]
const file = async (rows: readonly (readonly (string | number)[])[] = ROWS) =>
  Buffer.from(await writeXlsx({ sheets: [{ name: 'Sổ', rows: rows.map((row) => [...row]) }] }))

for (const [engine, address] of Object.entries(bothEngines('register'))) {
  test(`${engine}: a list is previewed with every problem by row, imported, remembered, and stands against what reported`, async (t) => {
    const { ask, logIn, ledger, pc, stray, finance } = await office(t, await address())
    const admin = await logIn('administrator')
    const first = await ask<ListPreview>(admin, `register/uploads?fileName=so.xlsx`, await file())
    assert.deepEqual([first.headerRow, first.costUnitDong, first.remembered], [3, 1_000, false])
    assert.deepEqual([first.rows, first.items, first.skipped, first.refused, first.added], [7, 3, 1, 3, 3])
    assert.deepEqual(first.units, [
      { text: 'Sở Nội vụ', rows: 4, unitId: ledger.unitId, by: 'name' },
      { text: 'Phòng Tổng hợp', rows: 1 },
      { text: 'Sở Tài chính', rows: 1, unitId: finance, by: 'name' },
    ])
    assert.deepEqual(
      first.problems.map(({ row, level, says }) => [row, level, says.length]),
      [
        [8, 'refused', 1],
        [9, 'refused', 1],
        [10, 'refused', 2],
      ],
    )
    const reading: ListReading = { day: '2026-09-01', units: [{ text: 'Phòng Tổng hợp', unitId: finance }] }
    const second = await ask<ListPreview>(admin, `register/uploads/${first.id}/preview`, reading)
    assert.deepEqual([second.items, second.units[1]?.by], [4, 'given'])
    const done = await ask<ListImported>(admin, `register/uploads/${first.id}/import`, reading)
    assert.deepEqual([done.added, done.refused, done.certain, done.doubtful], [4, 2, 1, 0])
    await ask(admin, `register/uploads/${first.id}/import`, reading, 404)
    // The next list with these headings is read as this one was, its texts of units too.
    const next = await ask<ListPreview>(admin, `register/uploads?fileName=so.xlsx`, await file())
    assert.deepEqual([next.remembered, next.same, next.added], [true, 4, 0])
    assert.deepEqual(next.units[1], { text: 'Phòng Tổng hợp', rows: 1, unitId: finance, by: 'remembered' })
    // What was remembered can be put right, and taken back.
    const other = await ask<ListPreview>(admin, `register/uploads/${next.id}/preview`, {
      units: [{ text: 'Phòng Tổng hợp', unitId: null }],
    })
    assert.deepEqual([other.units[1], other.refused], [{ text: 'Phòng Tổng hợp', rows: 1, by: 'given' }, 3])

    const summary = await ask<RegisterSummary>(admin, 'register/summary')
    assert.deepEqual(summary.views, { all: 4, 'register-only': 2, unregistered: 1, different: 0, doubtful: 0 })
    assert.equal(summary.lastImport?.day, '2026-09-01')
    const list = (view: string, more = '') => ask<RegisterList>(admin, `register?view=${view}${more}`)
    const all = await list('all')
    assert.deepEqual(
      all.rows.map(({ item, pc: of }) => [item?.assetCode, of?.id]),
      [
        ['TS-004', undefined],
        ['MAT-1', undefined],
        ['TS-001', pc],
        ['TS-002', undefined],
      ],
    )
    assert.deepEqual(all.rows[3]?.item?.costDong, 12_000_000)
    assert.deepEqual([all.rows[1]?.item?.yearInUse, all.rows[1]?.item?.exempt], [null, true])
    assert.deepEqual(
      (await list('unregistered')).rows.map(({ pc: of }) => of?.id),
      [stray],
    )
    assert.deepEqual((await list('all', '&q=optiplex%203050')).rows.length, 1)
    const paged = await list('all', '&limit=3')
    assert.equal((await list('all', `&limit=3&after=${paged.next}`)).rows.length, 1)
    const { rows } = await ask<Reconciliation>(admin, 'register/reconciliation')
    assert.deepEqual(
      rows.map(({ unitId, booked, costDong, costUnknown, found, matched, unregistered, missing, exempt }) => [
        unitId,
        booked,
        costDong,
        costUnknown,
        found,
        matched,
        unregistered,
        missing,
        exempt,
      ]),
      [
        [ledger.unitId, 3, 25_500_000, 1, 2, 1, 1, 2, 1],
        [finance, 1, 4_000_000, 0, 0, 0, 0, 1, 0],
      ],
    )
  })

  test(`${engine}: an asset whose row in a complete list holds a mistake is neither written off nor loses its PC`, async (t) => {
    const { ask, logIn } = await office(t, await address())
    const admin = await logIn('administrator')
    const { id } = await ask<ListPreview>(admin, `register/uploads?fileName=so.xlsx`, await file())
    await ask(admin, `register/uploads/${id}/import`, { day: '2026-09-01' })
    const slipped = [
      ['TS-001', 'Máy tính để bàn Dell OptiPlex 3050', 'Sở Nội vụ', 'serial1', 'năm ngoái'],
      ['TS-002', 'Máy in FPT', 'Sở Nội vụ', '', 2016],
      ['ts - 009', 'Máy tính để bàn', 'Sở Nội vụ', '', 2016],
    ]
    const next = await file([['Mã tài sản', 'Tên tài sản', 'Đơn vị', 'Số serial', 'Năm sử dụng'], ...slipped])
    const upload = await ask<ListPreview>(admin, `register/uploads?fileName=so.xlsx`, next)
    const reading: ListReading = { day: '2026-09-20', complete: true }
    const preview = await ask<ListPreview>(admin, `register/uploads/${upload.id}/preview`, reading)
    assert.deepEqual([preview.refused, preview.skipped, preview.items], [1, 1, 1])
    // Only what the list does not name at all is gone.
    assert.deepEqual(
      preview.goneItems.map(({ assetCode }) => assetCode),
      ['MAT-1'],
    )
    await ask(admin, `register/uploads/${upload.id}/import`, reading)
    const { rows } = await ask<RegisterList>(admin, 'register?q=TS-001')
    assert.ok(rows[0]?.pc)
  })

  test(`${engine}: what a text meant to one person, or in one list, means nothing in another's`, async (t) => {
    const { ask, logIn, finance, ledger } = await office(t, await address())
    const health = await ledger.unit('Sở Y tế')
    const sheet = (more: readonly string[]) =>
      file([
        ['Mã tài sản', 'Tên tài sản', 'Đơn vị', ...more],
        ['TS-1', 'Máy tính để bàn', 'Văn phòng', ...more],
      ])
    const unitOf = async (headers: Record<string, string>, of: Promise<Buffer>) =>
      (await ask<ListPreview>(headers, 'register/uploads?fileName=so.xlsx', await of)).units[0]
    const admin = await logIn('administrator')
    const { id } = await ask<ListPreview>(admin, 'register/uploads?fileName=so.xlsx', await sheet([]))
    await ask(admin, `register/uploads/${id}/import`, { units: [{ text: 'Văn phòng', unitId: finance }] })
    assert.deepEqual(await unitOf(admin, sheet([])), { text: 'Văn phòng', rows: 1, unitId: finance, by: 'remembered' })
    assert.deepEqual(await unitOf(admin, sheet(['Ghi chú'])), { text: 'Văn phòng', rows: 1 })
    assert.deepEqual(await unitOf(await logIn('it-staff', [health, finance]), sheet([])), { text: 'Văn phòng', rows: 1 })
  })

  test(`${engine}: what may be no PC is named, left out, and taken once a person said that it is one`, async (t) => {
    const { ask, logIn } = await office(t, await address())
    const admin = await logIn('administrator')
    const names = ['Thiết bị CNTT', 'THIẾT BỊ CNTT', 'Máy siêu âm', 'Tủ tài liệu', 'Máy tính để bàn']
    const book = await file([['Mã tài sản', 'Tên tài sản', 'Đơn vị'], ...names.map((name, index) => [`TS-${index}`, name, 'Sở Nội vụ'])])
    const first = await ask<ListPreview>(admin, 'register/uploads?fileName=so.xlsx', book)
    assert.deepEqual([first.items, first.unclear, first.skipped, first.refused], [1, 3, 1, 0])
    assert.deepEqual(first.things, [
      { text: 'Thiết bị CNTT', rows: 2, outcome: 'unclear' },
      { text: 'Máy siêu âm', rows: 1, outcome: 'unclear' },
      { text: 'Tủ tài liệu', rows: 1, outcome: 'skipped' },
    ])
    const pcs = [
      { text: 'Thiết bị CNTT', isPc: true },
      { text: 'Máy siêu âm', isPc: false },
    ]
    const done = await ask<ListImported>(admin, `register/uploads/${first.id}/import`, { pcs })
    assert.equal(done.added, 3)
    const next = await ask<ListPreview>(admin, 'register/uploads?fileName=so.xlsx', book)
    assert.deepEqual([next.items, next.unclear, next.skipped], [3, 0, 2])
    assert.deepEqual(
      next.things.map(({ outcome }) => outcome),
      ['pc', 'no-pc', 'skipped'],
    )
  })

  test(`${engine}: every problem comes as a file, with the rows that were left out; of a workbook any sheet is read`, async (t) => {
    const { ask, logIn, app } = await office(t, await address())
    const admin = await logIn('administrator')
    const many = Array.from({ length: 700 }, (_, n) => [`TS-${n}`, n % 2 === 0 ? 'Máy in Canon' : 'Máy tính', 'Sở Nội vụ', 'nhiều'])
    const rows = [['Mã tài sản', 'Tên tài sản', 'Đơn vị', 'Nguyên giá'], ...many]
    const book = Buffer.from(
      await writeXlsx({
        sheets: [
          { name: 'Bìa', rows: [['Sổ tài sản']] },
          { name: 'Máy', rows },
        ],
      }),
    )
    const cover = await ask<ListPreview>(admin, 'register/uploads?fileName=so.xlsx', book)
    assert.deepEqual([cover.sheets, cover.sheet, cover.rows], [['Bìa', 'Máy'], 0, 0])
    const list = await ask<ListPreview>(admin, `register/uploads/${cover.id}/preview`, { sheet: 1 })
    assert.deepEqual([list.sheet, list.rows, list.refused, list.skipped], [1, 700, 350, 350])
    const answer = await app.inject({
      method: 'POST',
      url: `/api/v1/register/uploads/${cover.id}/problems?format=xlsx&language=vi`,
      headers: admin,
      payload: { sheet: 1 },
    })
    assert.equal(answer.statusCode, 200, answer.body)
    const told = (await readXlsx(answer.rawPayload)).sheets[0]?.rows ?? []
    assert.equal(told.length, 701)
    assert.deepEqual(told.slice(1, 3), [
      [2, 'bỏ qua', 'bỏ qua vì không phải máy tính: Máy in Canon'],
      [3, 'không nhận', 'Nguyên giá: không đọc được "nhiều"'],
    ])
    const foreign = await app.inject({
      method: 'POST',
      url: `/api/v1/register/uploads/${cover.id}/problems?format=csv`,
      headers: await logIn('it-staff'),
      payload: {},
    })
    assert.equal(foreign.statusCode, 404)
  })

  test(`${engine}: a matching that fails after the import takes nothing of the import back, and is told`, async (t) => {
    const { ask, logIn, database } = await office(t, await address())
    const admin = await logIn('administrator')
    const { id } = await ask<ListPreview>(admin, 'register/uploads?fileName=so.xlsx', await file())
    for (const statement of database.dialect.refusal('register_match', 'insert', '1 = 1'))
      await database.write((db) => sql.raw(statement).execute(db))
    const done = await ask<ListImported>(admin, `register/uploads/${id}/import`, { day: '2026-09-01' })
    assert.deepEqual([done.added, done.certain, done.doubtful], [3, undefined, undefined])
    assert.equal((await ask<RegisterSummary>(admin, 'register/summary')).views.all, 3)
    await ask(admin, `register/uploads/${id}/import`, {}, 404)
  })

  test(`${engine}: minutes and views come as workbooks with real numbers, unknown in words, formulas as texts`, async (t) => {
    const { ask, logIn, app } = await office(t, await address())
    const admin = await logIn('administrator')
    const { id } = await ask<ListPreview>(admin, `register/uploads?fileName=so.xlsx`, await file())
    await ask(admin, `register/uploads/${id}/import`, { day: '2026-09-01' })
    const book = async (url: string) => {
      const answer = await app.inject({ url: `/api/v1/${url}`, headers: admin })
      assert.equal(answer.statusCode, 200, answer.body)
      return (await readXlsx(answer.rawPayload)).sheets[0]?.rows ?? []
    }
    const minutes = await book('register/minutes/export?format=xlsx&language=vi')
    assert.deepEqual(
      minutes.slice(1).map((row) => row.slice(2, 13)),
      [
        [
          '',
          '',
          3,
          '25.500.000 (1 chưa rõ)',
          '0 (1 chưa rõ)',
          2,
          '13.500.000 (1 chưa rõ)',
          '0 (1 chưa rõ)',
          0,
          '-12.000.000 (1 chưa rõ)',
          '0 (1 chưa rõ)',
        ],
        ['MAT-1', 'chưa rõ', 1, 'chưa rõ', 'chưa rõ', '', '', '', '', '', ''],
        ['TS-001', 'serial1', 1, 13_500_000, 0, 1, 13_500_000, 0, 0, 0, 0],
        ['TS-002', 'N/A', 1, 12_000_000, 0, 0, 0, 0, -1, -12_000_000, 0],
        ['', 'chưa rõ (chưa có bản kê)', 0, 0, 0, 1, 'chưa rõ', 'chưa rõ', 1, 'chưa rõ', 'chưa rõ'],
        [
          '',
          '',
          3,
          '25.500.000 (1 chưa rõ)',
          '0 (1 chưa rõ)',
          2,
          '13.500.000 (1 chưa rõ)',
          '0 (1 chưa rõ)',
          0,
          '-12.000.000 (1 chưa rõ)',
          '0 (1 chưa rõ)',
        ],
      ],
    )
    assert.deepEqual(
      minutes.slice(1).map((row) => [row[1], row[13]]),
      [
        ['Sở Nội vụ', '1 máy mật: kiểm kê tại chỗ'],
        ['Máy tính để bàn CMS', 'Máy mật: kiểm kê tại chỗ'],
        ['Máy tính để bàn Dell OptiPlex 3050', ''],
        ['Máy tính để bàn FPT', 'Chưa có tín hiệu nào; kiểm tra tại chỗ'],
        ['LẠ-02', 'Có máy, chưa có trong sổ; Đã ghi danh, chưa báo lần nào'],
        ['Cộng', '1 máy mật: kiểm kê tại chỗ'],
      ],
    )
    const view = await book('register/export?format=xlsx&view=all&language=en')
    assert.deepEqual(view[3]?.slice(5, 9), [2016, 12_000_000, 'no', '=1+1'])
    assert.deepEqual(view[1]?.slice(5, 8), ['not stated', 'not stated', 'yes'])
  })

  test(`${engine}: nobody reads, imports or decides beyond their units`, async (t) => {
    const { ask, logIn, finance, ledger, pc, app } = await office(t, await address())
    const admin = await logIn('administrator')
    const whole = await ask<ListPreview>(admin, `register/uploads?fileName=so.xlsx`, await file())
    await ask(admin, `register/uploads/${whole.id}/import`, {})
    const scoped = await logIn('it-staff', [finance])
    assert.equal((await ask<RegisterList>(scoped, 'register')).rows.length, 0)
    const own = await ask<ListPreview>(scoped, `register/uploads?fileName=so.xlsx`, await file())
    assert.deepEqual([own.items, own.units.map(({ unitId }) => unitId)], [0, [undefined, undefined, finance]])
    const forced = await ask<ListPreview>(scoped, `register/uploads/${own.id}/preview`, {
      units: [{ text: 'Sở Nội vụ', unitId: ledger.unitId }],
    })
    assert.equal(forced.items, 0)
    // Nobody takes an asset over by listing it in a unit of their own.
    const taken = await ask<ListPreview>(scoped, `register/uploads/${own.id}/preview`, { units: [{ text: 'Sở Nội vụ', unitId: finance }] })
    assert.deepEqual([taken.changed, taken.items], [0, 0])
    await ask(scoped, `register/uploads/${whole.id}/preview`, {}, 404)
    const item = (await ask<RegisterList>(admin, 'register?q=TS-001')).rows[0]?.item?.id
    await ask(scoped, 'register/decisions', { itemId: item, pcId: pc, same: false }, 404)
    assert.equal(
      (
        await app.inject({
          method: 'POST',
          url: '/api/v1/register/decisions',
          headers: await logIn('viewer'),
          payload: { itemId: item, pcId: pc, same: false },
        })
      ).statusCode,
      403,
    )
    await ask(admin, 'register/decisions', { itemId: item, pcId: pc, same: false }, 204)
    assert.equal((await ask<RegisterSummary>(admin, 'register/summary')).views['register-only'], 2)
  })

  test(`${engine}: what is no list is refused in words, and nothing is kept`, async (t) => {
    const { ask, logIn, database } = await office(t, await address())
    const admin = await logIn('administrator')
    const refused = await ask<{ error: { code: string; detail: { vi: string } } }>(
      admin,
      'register/uploads?fileName=a.xls',
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      400,
    )
    assert.equal(refused.error.code, 'list-unreadable')
    assert.match(JSON.stringify(refused), /\.xls/)
    const unnamed = await ask<ListPreview>(admin, 'register/uploads?fileName=a.csv', Buffer.from('a;b\n1;2\n'))
    assert.equal(unnamed.items, 0)
    const wrong = await ask<{ error: { code: string } }>(admin, `register/uploads/${unnamed.id}/import`, {}, 400)
    assert.equal(wrong.error.code, 'list-incomplete')
    await ask(admin, `register/uploads/${unnamed.id}/preview`, { day: '2026-10-01' }, 400)
    assert.equal((await database.read.selectFrom('register_item').selectAll().execute()).length, 0)
  })

  test(`${engine}: people of units are told from a day on, within one's scope, and earlier days keep theirs`, async (t) => {
    const { ask, logIn, app, ledger, finance } = await office(t, await address())
    const admin = await logIn('administrator')
    const put = (headers: Record<string, string>, payload: object) =>
      app.inject({ method: 'PUT', url: '/api/v1/staff-numbers', headers, payload })
    const units = [
      { unitId: ledger.unitId, staff: 55, equipped: 50 },
      { unitId: finance, staff: 60, equipped: null },
    ]
    assert.equal((await put(admin, { day: '2026-01-01', units })).statusCode, 204)
    assert.equal(
      (await put(await logIn('it-staff', [finance]), { day: '2026-06-01', units: units.map((one) => ({ ...one, staff: 70 })) })).statusCode,
      204,
    )
    assert.equal((await put(admin, { day: '2026-06-01', units: [{ unitId: finance, staff: 1, equipped: 2 }] })).statusCode, 400)
    assert.equal((await put(await logIn('viewer'), { day: '2026-06-01', units })).statusCode, 403)
    const on = async (asOf: string) =>
      (await ask<StaffNumbers>(admin, `staff-numbers?asOf=${asOf}`)).units.map(({ staff, equipped }) => [staff, equipped])
    assert.deepEqual(await on('2025-12-31'), [
      [null, null],
      [null, null],
    ])
    assert.deepEqual(await on('2026-05-31'), [
      [55, 50],
      [60, null],
    ])
    assert.deepEqual(await on('2026-06-01'), [
      [55, 50],
      [70, null],
    ])
    const { deeds } = await ask<Audit>(admin, 'audit?kind=staff-numbers')
    assert.deepEqual(
      deeds.map(({ detail }) => detail),
      [
        { day: '2026-06-01', old: { 'Sở Tài chính': '60 / ?' }, new: { 'Sở Tài chính': '70 / ?' } },
        {
          day: '2026-01-01',
          old: { 'Sở Nội vụ': null, 'Sở Tài chính': null },
          new: { 'Sở Nội vụ': '55 / 50', 'Sở Tài chính': '60 / ?' },
        },
      ],
    )
  })
}
