/** Rows of accountants' lists as they really are: headings, years, money and kinds read right, what cannot be read refused with a sentence. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { macOf, moneyWritten, textOf, yearWritten, yesNoOf } from '#collector/register/cells.ts'
import { findHeader, mappingOf } from '#collector/register/header.ts'
import { kindOf, kindOfBoth } from '#collector/register/kinds.ts'
import { costSaid, serialSaid, yearSaid } from '#collector/register/row-cells.ts'
import { readRow } from '#collector/register/rows.ts'
import { itemHash, serialKey } from '#collector/store/register/listed-item.ts'

test('money is the same number however it is written, and never guessed', () => {
  for (const [cell, dong] of [
    [13_500_000, 13_500_000],
    ['13.500.000', 13_500_000],
    ['13,500,000', 13_500_000],
    ['13.500.000 đ', 13_500_000],
    ['13500000 VNĐ', 13_500_000],
    ['13.500.000,00', 13_500_000],
    ['13,500,000.50', 13_500_000.5],
    ['13,5', 13.5],
    ['-5.000', -5_000],
    ['', null],
    ['-', null],
    [null, null],
    ['13.5.0', undefined],
    ['mười triệu', undefined],
    ['1e9', undefined],
    [Number.NaN, undefined],
    ['9'.repeat(400), undefined],
  ] as const)
    assert.equal(moneyWritten(cell, 1), dong, String(cell))
  assert.equal(moneyWritten('13,5', 1_000_000), 13_500_000)
  assert.equal(moneyWritten(13_500, 1_000), 13_500_000)
})

test('a cost that no PC can have is left unknown or refused, with what to do, and never rounded into one', () => {
  assert.deepEqual(costSaid('13,5', 1_000_000), { value: 13_500_000 })
  assert.deepEqual(costSaid('13,500,000.50', 1), { value: 13_500_001 })
  for (const [cell, unit] of [
    ['13,5', 1],
    [13_500, 1],
    [0, 1],
    [13.5, 1_000],
  ] as const) {
    const { value, refused, noted } = costSaid(cell, unit)
    assert.deepEqual([value, refused], [null, undefined], String(cell))
    assert.match(noted?.vi ?? '', /100\.000 đồng.*chưa rõ.*chọn lại đơn vị tiền/)
  }
  assert.match(costSaid('-5.000', 1).refused?.vi ?? '', /số âm; .*để trống/)
  assert.match(costSaid('13.500.000.000', 1_000).refused?.vi ?? '', /chọn lại đơn vị tiền/)
  assert.match(costSaid('mười triệu', 1).refused?.vi ?? '', /không đọc được "mười triệu"; ghi số tiền/)
})

test('a year is read from a year or a date, and no other number passes for one', () => {
  for (const cell of [2021, '2021', '01/03/2021', '3/2021', '2021-03-01', new Date(Date.UTC(2021, 2, 1)), '2021.0', '01/03/2021 00:00'])
    assert.equal(yearWritten(cell), 2021, String(cell))
  for (const cell of ['21', 44_256, '2021/2022', 'năm ngoái', '20211']) assert.equal(yearWritten(cell), undefined, String(cell))
  for (const cell of ['', null, '  ']) assert.deepEqual(yearSaid(cell, 2026), { value: null })
  assert.deepEqual(yearSaid('01/03/2021', 2026), { value: 2021 })
})

test('a year that no PC can be of is refused with the years that can, and with what to do', () => {
  for (const cell of [1970, '1984', 2027])
    assert.match(yearSaid(cell, 2026).refused?.vi ?? '', /nằm ngoài khoảng từ 1985 đến 2026; sửa lại năm, hoặc để trống/)
  assert.match(yearSaid('năm ngoái', 2026).refused?.vi ?? '', /ghi năm bốn chữ số/)
})

/** As a workbook tells it. */
const LONG = Number('123456789012345678')

test('a serial number that Excel rounded is unknown, and a code that it rounded is none', () => {
  for (const cell of [LONG, 1e15, '1,23457E+17', '1.2E+16']) {
    const { value, noted } = serialSaid(cell)
    assert.equal(value, null, String(cell))
    assert.match(noted?.vi ?? '', /làm tròn vì quá 15 chữ số.*văn bản/)
  }
  for (const cell of ['123456789012345678', 123_456_789_012_345, 'PF1E+2X', '5CD12345E8'])
    assert.deepEqual(serialSaid(cell), { value: String(cell) })
  const row = readRow([LONG, 'Máy tính để bàn', 'Sở Nội vụ'], reading)
  assert.equal(row.outcome, 'refused')
  const noted = readRow(['TS-1', 'Máy tính để bàn', 'Sở Nội vụ', LONG], reading)
  assert.ok(noted.outcome === 'item')
  assert.deepEqual([noted.item.serial, noted.noted.length], [null, 1])
})

test('yes, no, addresses and texts are read as people type them', () => {
  for (const cell of ['x', 'X', 'Có', true, 1, 'Máy mật']) assert.equal(yesNoOf(cell), true, String(cell))
  for (const cell of ['', null, 'không', false, 0]) assert.equal(yesNoOf(cell), false, String(cell))
  assert.equal(yesNoOf('có thể'), undefined)
  for (const cell of ['B8-CA-3A-00-00-01', 'b8ca.3a00.0001', 'b8:ca:3a:00:00:01; 00:11:22:33:44:55'])
    assert.equal(macOf(cell), 'b8:ca:3a:00:00:01')
  assert.equal(macOf('b8:ca'), undefined)
  assert.equal(textOf('  Sở\u0000 Nội\n vụ '), 'Sở Nội vụ')
})

test('what is named first says whether it is a PC, the most particular word which kind', () => {
  for (const [text, kind] of [
    ['Máy tính để bàn FPT Elead kèm màn hình 19 inch, bàn phím, chuột', 'desktop'],
    ['Bộ máy vi tính Dell OptiPlex 3050', 'desktop'],
    ['Máy tính xách tay HP ProBook 440', 'laptop'],
    ['Máy chủ Dell PowerEdge T30', 'server'],
    ['Máy tính All-in-One HP 22', 'all-in-one'],
    ['Màn hình máy tính Dell 19', 'no-pc'],
    ['Bộ lưu điện cho máy tính', 'no-pc'],
    ['Máy in HP LaserJet 1020', 'no-pc'],
    ['Bàn máy tính gỗ', 'no-pc'],
    ['HP 280 G3 Máy tính để bàn', 'desktop'],
    ['Thiết bị CNTT', undefined],
    ['Tủ tài liệu', 'no-pc'],
    ['Máy hủy tài liệu', 'no-pc'],
    ['HP Color LaserJet', 'no-pc'],
    ['Nhà làm việc', 'no-pc'],
    ['Ổ cứng SSD cho máy tính', 'no-pc'],
    ['RAM máy tính 8GB', 'no-pc'],
    ['Mực in máy tính', 'no-pc'],
    ['Bàn để máy tính', 'no-pc'],
    ['Webcam máy tính', 'no-pc'],
    ['Máy tính Casio', 'no-pc'],
    ['Màn hình cảm ứng máy tính All in One', undefined],
    ['Máy tính cầm tay', undefined],
    ['Khung máy tính', undefined],
    ['Máy siêu âm', undefined],
    ['Dell Vostro 3470', 'desktop'],
    ['01 bộ máy vi tính HP ProDesk 400 G5', 'desktop'],
    ['Dell OptiPlex 3050 Micro', 'desktop'],
    ['Lenovo ThinkCentre M70q Tiny', 'mini'],
  ] as const)
    assert.equal(kindOf(text), kind, text)
})

test('what a name leaves open a column of kinds may tell; where both disagree nobody guesses', () => {
  assert.equal(kindOfBoth('HP 280 G3', 'Máy vi tính để bàn'), 'desktop')
  assert.equal(kindOfBoth('Máy tính HP', 'Máy tính xách tay'), 'laptop')
  assert.equal(kindOfBoth('Dell P2419H', 'Màn hình'), 'no-pc')
  assert.equal(kindOfBoth('Dell Vostro 3470', 'Máy in'), undefined)
  assert.equal(kindOfBoth('Máy tính để bàn', 'Thiết bị văn phòng'), 'desktop')
})

test('the heading is found below titles, and costs are in the unit it names', () => {
  const rows = [
    ['UBND TỈNH KON TUM'],
    ['SỔ TÀI SẢN CỐ ĐỊNH', '', '', ''],
    [],
    ['STT', 'Mã tài sản', 'Tên, nhãn hiệu, quy cách', 'Bộ phận sử dụng', 'Năm sử dụng', 'Nguyên giá (nghìn đồng)', 'S/N', 'Ghi chú'],
    [1, 'TS-001', 'Máy tính để bàn', 'Sở Nội vụ', 2021, 13_500, 'ABC', ''],
  ]
  const header = findHeader(rows)
  assert.equal(header.row, 3)
  assert.equal(header.costUnitDong, 1_000)
  assert.deepEqual(header.mapping, { assetCode: 1, name: 2, unit: 3, yearInUse: 4, cost: 5, serial: 6, note: 7 })
  assert.deepEqual(mappingOf(['Tên máy in', 'Tên máy']), { hostName: 1 })
  assert.deepEqual(findHeader([]).mapping, {})
})

const reading = {
  mapping: { assetCode: 0, name: 1, unit: 2, serial: 3, yearInUse: 4, cost: 5, exempt: 6, quantity: 7 },
  costUnitDong: 1,
  lastYear: 2026,
  unitOf: (text: string) => (text === 'Sở Nội vụ' ? 7 : undefined),
  isPc: (): boolean | undefined => undefined,
}

test('a row becomes an item, unknown stays null', () => {
  const row = readRow(['TS-001', 'Máy tính để bàn', 'Sở Nội vụ', '', '', '', '', 1], reading)
  assert.ok(row.outcome === 'item')
  assert.deepEqual(row.item, {
    assetCode: 'TS-001',
    assetKey: 'ts-001',
    name: 'Máy tính để bàn',
    unitId: 7,
    kind: 'desktop',
    serial: null,
    yearInUse: null,
    costDong: null,
    exempt: false,
    hostName: null,
    mac: null,
    note: '',
  })
  assert.equal(serialKey('To be filled by O.E.M.'), undefined)
  assert.equal(itemHash(row.item), itemHash({ ...row.item }))
  assert.notEqual(itemHash(row.item), itemHash({ ...row.item, exempt: true }))
})

test('every mistake of a row is told at once, in both languages, and printers are passed over', () => {
  const row = readRow(['', 'Máy tính', 'Sở Y tế', 'x'.repeat(300), '19', 'nhiều', 'chắc vậy', '5'], reading)
  assert.ok(row.outcome === 'refused')
  assert.equal(row.problems.length, 7)
  for (const { vi, en } of row.problems) assert.ok(vi.length > 10 && en.length > 10 && vi !== en)
  assert.equal(readRow(['TS-2', 'Máy in Canon', 'Sở Nội vụ'], reading).outcome, 'skipped')
  assert.equal(readRow(['', '', '', '', '', 5_000_000], reading).outcome, 'empty')
})

test('rows that number the columns and those of sums are neither assets nor questions', () => {
  for (const cells of [
    ['(1)', '(2)', '(3)', '(4)'],
    [1, 2, 3, '', 4, '5=3*4'],
    ['A', 'B', 'C', 1, 2],
    ['', 'Cộng', '', '', '', 5_000_000],
    ['', 'TỔNG CỘNG:', ''],
    ['Tổng cộng', '', '', '', '', 5_000_000],
    ['', 'Cộng nhóm máy tính để bàn', ''],
    ['', '', 'Cộng', '', '', 5_000_000],
  ])
    assert.equal(readRow(cells, reading).outcome, 'between', cells.join('|'))
  assert.equal(readRow(['', 'Công tơ điện', 'Sở Nội vụ'], reading).outcome, 'unclear')
  assert.equal(readRow(['', 'Tổng đài điện thoại', 'Sở Nội vụ'], reading).outcome, 'unclear')
  assert.equal(readRow(['1', 'Cộng', 'Sở Nội vụ'], reading).outcome, 'unclear')
  assert.equal(readRow(['TS-1', 'Máy tính để bàn', 'Sở Nội vụ', 3, 2019], reading).outcome, 'item')
})

test('a heading of two rows is read as one, whichever of both names the asset', () => {
  const head = ['STT', 'Mã tài sản', 'Tên tài sản', 'Thông tin', '', 'Giá trị (nghìn đồng)', '', 'Đơn vị']
  const parts = ['', '', '', 'Số serial', 'Năm sử dụng', 'Nguyên giá', 'Giá trị còn lại']
  const data = [1, 'M1', 'Máy tính để bàn', 'SX1', 2019, 13_000, 1_000, 'Sở Nội vụ']
  const header = findHeader([['BẢNG KÊ'], head, parts, data])
  assert.deepEqual([header.row, header.last, header.costUnitDong], [1, 2, 1_000])
  assert.deepEqual(header.mapping, { assetCode: 1, name: 2, serial: 3, yearInUse: 4, cost: 5, unit: 7 })
  assert.deepEqual(header.headings.slice(2, 7), [
    'Tên tài sản',
    'Thông tin: Số serial',
    'Thông tin: Năm sử dụng',
    'Giá trị (nghìn đồng): Nguyên giá',
    'Giá trị (nghìn đồng): Giá trị còn lại',
  ])
  const other = findHeader([
    ['Đơn vị tính: đồng'],
    ['STT', 'Tài sản', '', 'Đơn vị', 'Năm sử dụng'],
    ['', 'Mã tài sản', 'Tên tài sản'],
    data,
  ])
  assert.deepEqual([other.row, other.last], [2, 2])
  assert.deepEqual(other.mapping, { assetCode: 1, name: 2, unit: 3, yearInUse: 4 })
  // What stands above or below a heading of one row is no part of it.
  const one = findHeader([['', '', '', 'Đơn vị tính: đồng'], ['Mã tài sản', 'Tên tài sản', 'Năm sử dụng'], ['', 'Số máy', '', ''], data])
  assert.deepEqual([one.row, one.last, one.mapping], [1, 1, { assetCode: 0, name: 1, yearInUse: 2 }])
})

test('what may be a PC is left out until a person says that it is; what they say holds against any rule', () => {
  const of = (name: string, isPc?: boolean) => readRow(['TS-3', name, 'Sở Nội vụ'], { ...reading, isPc: () => isPc })
  assert.equal(of('Thiết bị CNTT').outcome, 'unclear')
  assert.equal(of('Thiết bị CNTT', false).outcome, 'skipped')
  const told = of('Thiết bị CNTT', true)
  assert.ok(told.outcome === 'item')
  assert.deepEqual([told.item.kind, told.noted.length], [null, 1])
  assert.equal(of('Máy in Canon', true).outcome, 'item')
  assert.equal(of('Máy tính để bàn', false).outcome, 'skipped')
})

test('hostile texts stay texts', () => {
  const row = readRow(['=cmd|/c calc!A1', '<script>alert(1)</script>', 'Sở Nội vụ'], { ...reading, isPc: () => true })
  assert.ok(row.outcome === 'item')
  assert.equal(row.item.assetCode, '=cmd|/c calc!A1')
})
