/** What the register gives as files: every problem of a list, views, and the inventory minutes; on both databases. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unzipSync } from 'fflate'
import { readXlsx, writeXlsx } from 'hucre'
import type { ListPreview, RegisterList } from '#shared/api/register.ts'
import { bothEngines } from '../both-engines.ts'
import { file, office } from './register-office.ts'

const FOR_THE_PEN =
  '1 chưa có phần mềm báo: kiểm kê tại chỗ; 1 máy mật: kiểm kê tại chỗ; 1 dòng chưa rõ nguyên giá; 1 dòng chưa rõ giá trị còn lại'
const COMPARED = '1 dòng chưa rõ nguyên giá; 1 dòng chưa rõ giá trị còn lại'

for (const [engine, address] of Object.entries(bothEngines('register_files'))) {
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
      [3, 'không nhận', 'Nguyên giá: không đọc được "nhiều"; ghi số tiền, ví dụ 13.500.000, hoặc để trống nếu chưa rõ'],
    ])
    const foreign = await app.inject({
      method: 'POST',
      url: `/api/v1/register/uploads/${cover.id}/problems?format=csv`,
      headers: await logIn('it-staff'),
      payload: {},
    })
    assert.equal(foreign.statusCode, 404)
  })

  test(`${engine}: a heading of merged cells is read with all its columns; rows of numbers and sums are told and left`, async (t) => {
    const { ask, logIn } = await office(t, await address())
    const admin = await logIn('administrator')
    const rows = [
      ['BẢNG KÊ TÀI SẢN'],
      ['STT', 'Mã tài sản', 'Tên tài sản', 'Thông tin', '', 'Giá trị (nghìn đồng)', '', 'Đơn vị'],
      ['', '', '', 'Số serial', 'Năm sử dụng', 'Nguyên giá', 'Còn lại', ''],
      ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)'],
      [1, 'M1', 'Máy tính để bàn Dell', 'SX1', 2019, 13_000, 1_000, 'Sở Nội vụ'],
      ['', '', 'Cộng', '', '', 13_000, 1_000, ''],
    ]
    const merge = (startRow: number, startCol: number, endRow: number, endCol: number) => ({ startRow, startCol, endRow, endCol })
    const merges = [...[0, 1, 2, 7].map((column) => merge(1, column, 2, column)), merge(1, 3, 1, 4), merge(1, 5, 1, 6)]
    const book = Buffer.from(await writeXlsx({ sheets: [{ name: 'Sổ', rows, merges }] }))
    const list = await ask<ListPreview>(admin, 'register/uploads?fileName=so.xlsx', book)
    assert.deepEqual(list.mapping, { assetCode: 1, name: 2, serial: 3, yearInUse: 4, cost: 5, unit: 7 })
    assert.deepEqual([list.headerRow, list.headings[4], list.costUnitDong], [2, 'Thông tin: Năm sử dụng', 1_000])
    assert.deepEqual([list.rows, list.items, list.between, list.unclear, list.refused], [1, 1, 2, 0, 0])
    assert.deepEqual(list.things, [])
    // A person who names the row themselves reads the same.
    const again = await ask<ListPreview>(admin, `register/uploads/${list.id}/preview`, { headerRow: 2 })
    assert.deepEqual(again.mapping, list.mapping)
    await ask(admin, `register/uploads/${list.id}/import`, { day: '2026-09-01' })
    const { rows: held } = await ask<RegisterList>(admin, 'register?q=SX1')
    assert.deepEqual([held[0]?.item?.yearInUse, held[0]?.item?.costDong], [2019, 13_000_000])
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
        ['', '', 3, 25_500_000, 0, '', '', '', '', '', ''],
        ['', '', 1, 13_500_000, 0, 2, 13_500_000, 0, 1, 'chưa rõ', 'chưa rõ'],
        ['', '', 2, 12_000_000, 0, '', '', '', '', '', ''],
        ['MAT-1', 'chưa rõ', 1, 'chưa rõ', 'chưa rõ', '', '', '', '', '', ''],
        ['TS-001', 'serial1', 1, 13_500_000, 0, 1, 13_500_000, 0, 0, 0, 0],
        ['TS-002', 'N/A', 1, 12_000_000, 0, '', '', '', '', '', ''],
        ['', 'chưa rõ (chưa có bản kê)', 0, 0, 0, 1, 'chưa rõ', 'chưa rõ', 1, 'chưa rõ', 'chưa rõ'],
        ['', '', 1, 13_500_000, 0, 2, 13_500_000, 0, 1, 'chưa rõ', 'chưa rõ'],
        ['', '', 2, 12_000_000, 0, '', '', '', '', '', ''],
        ['', '', 3, 25_500_000, 0, '', '', '', '', '', ''],
      ],
    )
    assert.deepEqual(
      minutes.slice(1).map((row) => [row[1], row[13]]),
      [
        ['Sở Nội vụ', FOR_THE_PEN],
        ['Cộng các dòng đã đối chiếu', COMPARED],
        ['Còn chờ kiểm kê tại chỗ', FOR_THE_PEN],
        ['Máy tính để bàn CMS', 'Máy mật: kiểm kê tại chỗ'],
        ['Máy tính để bàn Dell OptiPlex 3050', ''],
        ['Máy tính để bàn FPT', 'Chưa có phần mềm báo: kiểm kê tại chỗ'],
        ['LẠ-02', 'Có máy, chưa có trong sổ; Đã ghi danh, chưa báo lần nào'],
        ['Cộng các dòng đã đối chiếu', COMPARED],
        ['Còn chờ kiểm kê tại chỗ', FOR_THE_PEN],
        ['Cộng', FOR_THE_PEN],
      ],
    )
    const view = await book('register/export?format=xlsx&view=all&language=en')
    assert.deepEqual(view[3]?.slice(5, 9), [2016, 12_000_000, 'no', '=1+1'])
    assert.deepEqual(view[1]?.slice(5, 8), ['not stated', 'not stated', 'yes'])
  })

  test(`${engine}: minutes are of the books and PCs of the day they name`, async (t) => {
    const { ask, logIn, app, pc, ledger } = await office(t, await address())
    const admin = await logIn('administrator')
    const upload = async (body: Buffer, reading: object) => {
      const { id } = await ask<ListPreview>(admin, 'register/uploads?fileName=so.xlsx', body)
      await ask(admin, `register/uploads/${id}/import`, reading)
    }
    await upload(await file(), { day: '2026-09-01' })
    const head = ['Mã tài sản', 'Tên tài sản', 'Đơn vị', 'Số serial']
    const rest = [
      ['TS-001', 'Máy tính để bàn Dell OptiPlex 3050', 'Sở Nội vụ', 'serial1'],
      ['MAT-1', 'Máy tính để bàn CMS', 'Sở Nội vụ', ''],
    ]
    await upload(await file([head, ...rest]), { day: '2026-09-20', complete: true })
    await ask(admin, 'pcs/moves', { pcIds: [pc], on: '2026-09-25' })
    const get = (query: string) => app.inject({ url: `/api/v1/register/minutes/export?${query}`, headers: admin })
    const minutes = async (day?: string) => {
      const answer = await get(`format=xlsx&language=vi${day === undefined ? '' : `&asOf=${day}`}`)
      assert.equal(answer.statusCode, 200, answer.body)
      if (day !== undefined) assert.match(String(answer.headers['content-disposition']), new RegExp(`doi-chieu-${day}`))
      const rows = (await readXlsx(answer.rawPayload)).sheets[0]?.rows ?? []
      // Code or name, found, note.
      return rows.slice(1).map((row) => [row[2] || row[1], row[7], row[13]])
    }
    assert.deepEqual(await minutes('2026-07-01'), [], 'nothing was told of then')
    assert.deepEqual(
      (await minutes('2026-08-15')).map(([name, found]) => [name, found]),
      [
        ['Sở Nội vụ', 2],
        ['LẠ-02', 1],
        ['SNV-01 · OptiPlex 3050', 1],
        ['Cộng', 2],
      ],
    )
    const named = async (day?: string) => (await minutes(day)).map(([name, found]) => [name, found])
    assert.deepEqual(await named('2026-09-19'), [
      ['Sở Nội vụ', ''],
      ['Cộng các dòng đã đối chiếu', 2],
      ['Còn chờ kiểm kê tại chỗ', ''],
      ['MAT-1', ''],
      ['TS-001', 1],
      ['TS-002', ''],
      ['LẠ-02', 1],
      ['Cộng các dòng đã đối chiếu', 2],
      ['Còn chờ kiểm kê tại chỗ', ''],
      ['Cộng', ''],
    ])
    assert.deepEqual(await named('2026-09-24'), [
      ['Sở Nội vụ', ''],
      ['Cộng các dòng đã đối chiếu', 2],
      ['Còn chờ kiểm kê tại chỗ', ''],
      ['MAT-1', ''],
      ['TS-001', 1],
      ['LẠ-02', 1],
      ['Cộng các dòng đã đối chiếu', 2],
      ['Còn chờ kiểm kê tại chỗ', ''],
      ['Cộng', ''],
    ])
    const today = await minutes()
    assert.deepEqual(today, await minutes('2026-09-30'))
    assert.deepEqual(today[4], ['TS-001', 0, 'Máy đã đưa ra khỏi sổ máy ngày 25/09/2026; kiểm tra tại chỗ'])
    // What was never heard of by then is told so, whatever came since.
    assert.deepEqual((await minutes('2026-08-15'))[2], [
      'SNV-01 · OptiPlex 3050',
      1,
      'Có máy, chưa có trong sổ; Đã ghi danh, chưa báo lần nào',
    ])
    assert.equal((await get('format=csv&asOf=2026-10-01')).statusCode, 400)
    assert.equal((await get(`format=csv&asOf=2026-09-01&unit=${ledger.unitId}`)).statusCode, 200)
    const letter = await get('format=docx&language=vi&asOf=2026-09-10')
    assert.match(new TextDecoder().decode(unzipSync(letter.rawPayload)['word/document.xml']), /theo sổ ngày 10\/09\/2026/)
  })

  test(`${engine}: who may not be told which PCs must not be connected is told that the files leave them out`, async (t) => {
    const { ask, logIn, app } = await office(t, await address())
    const admin = await logIn('administrator')
    const { id } = await ask<ListPreview>(admin, 'register/uploads?fileName=so.xlsx', await file())
    await ask(admin, `register/uploads/${id}/import`, { day: '2026-09-01' })
    const says = 'không có ở đây, cả trong các dòng cộng: kiểm kê riêng'
    for (const [headers, isTold] of [
      [await logIn('planner'), true],
      [admin, false],
    ] as const) {
      const get = async (path: string) => (await app.inject({ url: `/api/v1/register/${path}&language=vi`, headers })).rawPayload
      for (const path of ['minutes/export?format=xlsx', 'export?format=xlsx']) {
        const { sheets } = await readXlsx(await get(path))
        assert.equal(sheets.at(-1)?.rows.some((row) => row[0] === 'Máy mật' && row[1] === says) ?? false, isTold, path)
        assert.equal(sheets[0]?.rows.flat().includes('MAT-1'), !isTold)
      }
      const letter = new TextDecoder().decode(unzipSync(await get('minutes/export?format=docx'))['word/document.xml'])
      assert.equal(letter.includes(`Máy mật: ${says}.`), isTold)
    }
  })
}
