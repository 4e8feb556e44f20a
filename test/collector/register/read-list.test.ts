/** Files handed in as lists: workbooks and texts of every habit are read, bombs and other files refused without cost. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { zipSync } from 'fflate'
import { writeXlsx } from 'hucre'
import { MAX_INFLATED_BYTES } from '#collector/register/checked-archive.ts'
import { ListRefused } from '#collector/register/list-refused.ts'
import { type ReadingOptions, withList } from '#collector/register/read-list.ts'

function numbered(file: Buffer, options: ReadingOptions = {}): Promise<(readonly [number, unknown[]])[]> {
  return withList(file, options, async (list) => {
    const rows: (readonly [number, unknown[]])[] = []
    for await (const { row, cells } of list.rows) rows.push([row, [...cells]])
    return rows
  })
}

async function all(file: Buffer, options?: ReadingOptions): Promise<unknown[][]> {
  return (await numbered(file, options)).map(([, cells]) => cells)
}

const refused = (file: Buffer, fault: string) => assert.rejects(all(file), (error) => error instanceof ListRefused && error.fault === fault)

const workbook = async (rows: (string | number | Date | null)[][]) => Buffer.from(await writeXlsx({ sheets: [{ name: 'Sổ', rows }] }))

test('a workbook keeps numbers numbers and texts texts', async () => {
  const rows = await all(
    await workbook([
      ['Mã', 'Năm'],
      ['TS-001', 2021],
      ['Đắk Hà', null],
    ]),
  )
  assert.deepEqual(rows.slice(0, 2), [
    ['Mã', 'Năm'],
    ['TS-001', 2021],
  ])
  assert.equal(rows[2]?.[0], 'Đắk Hà')
})

test('texts of every habit are read: separators, marks, code pages, quotes over lines', async () => {
  const expected = [
    ['Mã tài sản', 'Tên'],
    ['TS-1', 'Máy "Đắk"; Tô, 1'],
  ]
  const csv = (sign: string) => `Mã tài sản${sign}Tên\r\nTS-1${sign}"Máy ""Đắk""; Tô, 1"\r\n`
  for (const sign of [',', ';', '\t', '|']) {
    assert.deepEqual(await all(Buffer.from(csv(sign))), expected, sign)
    assert.deepEqual(await all(Buffer.from(`\ufeff${csv(sign)}`)), expected)
    assert.deepEqual(await all(Buffer.from(`\ufeff${csv(sign)}`, 'utf16le')), expected)
  }
  const rows = await numbered(Buffer.from('a;b\n"1\n2";x\n\n3;y\n'))
  assert.deepEqual(
    rows.filter(([, cells]) => cells[0] !== ''),
    [
      [1, ['a', 'b']],
      [3, ['1\n2', 'x']],
      [5, ['3', 'y']],
    ],
  )
  // "Mã" in the Vietnamese code page of Windows: the mark stands after its letter.
  assert.deepEqual(await all(Buffer.from([0x4d, 0x61, 0xde, 0x3b, 0x62])), [['Mã'.normalize('NFD'), 'b']])
})

test('a code that its number format shows with leading zeros is read as everybody sees it', async () => {
  const shown = [
    ['00000', 777],
    ['"TS-"0000', 778],
    ['\\M000;-000', 12_345],
    ['00000', 3.5],
    ['0', 5],
    ['#,##0', 13_500_000],
    ['00000', 'chữ'],
  ] as const
  const cells = new Map<string, { value: string | number; style: { numFmt: string } }>()
  for (const [column, [numFmt, value]] of shown.entries()) cells.set(`0,${column}`, { value, style: { numFmt } })
  const rows = [Array.from({ length: 7 }, () => null), ...Array.from({ length: 2_000 }, (_, row) => [row])]
  for (let row = 1; row <= 2_000; row++) cells.set(`${row},0`, { value: row, style: { numFmt: '00000' } })
  const book = Buffer.from(
    await writeXlsx({
      sheets: [
        { name: 'Bìa', rows: [['Sổ']] },
        { name: 'Sổ', rows, cells },
      ],
    }),
  )
  const read = await all(book, { sheet: 1 })
  assert.deepEqual(read[0], ['00777', 'TS-0778', 'M12345', 3.5, 5, 13_500_000, 'chữ'])
  assert.deepEqual([read[1]?.[0], read[2_000]?.[0]], ['00001', '02000'])
})

test('leading zeros are found in sheets whose cells say no place, as some programs write them', async () => {
  const styles =
    '<styleSheet><numFmts><numFmt formatCode="0000" numFmtId="164"/></numFmts><cellStyleXfs><xf numFmtId="164"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>'
  const sheet = sheetOf('<row><c t="str"><v>Mã</v></c><c s="1"><v>7</v></c><c><v>7</v></c></row><row><c s="1"><v>8</v></c></row>')
  assert.deepEqual(await all(bookOf(sheet, styles)), [['Mã', '0007', 7], ['0008']])
})

test('a formula is never worked out: of it comes what was kept beside it', async () => {
  const sheet =
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><f>1+1</f><v>7</v></c><c r="B1" t="str"><f>WEBSERVICE("http://x")</f></c></row></sheetData></worksheet>'
  assert.deepEqual((await all(bookOf(sheet)))[0]?.[0], 7)
})

test('what is no list is refused with what it is', async () => {
  await refused(Buffer.alloc(0), 'empty')
  await refused(Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), 'old-excel')
  await refused(Buffer.from(zipSync({ 'photo.jpg': new Uint8Array(10) })), 'not-a-list')
  await refused(Buffer.from('PK\u0003\u0004 broken'), 'not-a-list')
  await refused(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), 'not-a-list')
})

test('a bomb of a megabyte is refused, and memory stays', async () => {
  const zeros = new Uint8Array(MAX_INFLATED_BYTES + 1)
  const bomb = Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': zeros, '[Content_Types].xml': new Uint8Array(1) }, { level: 9 }))
  assert.ok(bomb.length < 2_000_000)
  await refused(bomb, 'too-large')
  // The same bomb saying that it is small.
  const place = bomb.lastIndexOf(Buffer.from('504b0102', 'hex'), bomb.indexOf(Buffer.from('504b0102', 'hex')) + 1)
  bomb.writeUInt32LE(1_000, place + 24)
  await assert.rejects(all(bomb), ListRefused)
})

test('what one program finds in an archive and another does not is in none: an archive behind a zip64 locator', async () => {
  const small = bookOf(sheetOf('<row r="1"><c r="A1" t="str"><v>nhỏ</v></c></row>'))
  const large = bookOf(sheetOf('<row r="1"><c r="A1" t="str"><v>lớn</v></c></row>'))
  const both = twoArchives(small, large)
  // Whichever is looked through is the one that is read.
  const [[text]] = (await all(both)) as [[string]]
  assert.equal(text, 'nhỏ')
  // A bomb in the one that was not looked through stays shut.
  const bomb = bookOf(`${sheetOf('<row r="1"><c r="A1"><v>1</v></c></row>')}${' '.repeat(MAX_INFLATED_BYTES)}`)
  assert.deepEqual(await all(twoArchives(small, bomb)), [['nhỏ']])
  await refused(twoArchives(bomb, small), 'too-large')
})

test('an honest archive with zip64 records is read', async () => {
  const book = bookOf(sheetOf('<row r="1"><c r="A1" t="str"><v>Mã</v></c></row>'))
  assert.deepEqual(await all(twoArchives(book, book)), [['Mã']])
})

test('rows that reach to the last column are refused before they are read, a few formatted ones are not', async () => {
  const wide = (rows: number) =>
    bookOf(sheetOf(Array.from({ length: rows }, (_, row) => `<row r="${row + 1}"><c r="XFD${row + 1}"><v>1</v></c></row>`).join('')))
  await refused(wide(5_000), 'too-wide')
  assert.equal((await all(wide(20))).length, 20)
})

test('reading that takes too long is ended, and the next list is read', async () => {
  const book = await workbook([['Mã'], ['TS-1']])
  await assert.rejects(all(book, { limitMs: 1 }), (error) => error instanceof ListRefused && error.fault === 'too-slow')
  assert.deepEqual(await all(book), [['Mã'], ['TS-1']])
})

test('lists are read in turn, and no more wait than can be read soon', async () => {
  const book = await workbook([['Mã'], ['TS-1']])
  const ends = await Promise.allSettled(Array.from({ length: 8 }, () => all(book)))
  assert.deepEqual(new Set(ends.slice(0, 5).map(({ status }) => status)), new Set(['fulfilled']))
  const last = ends.at(-1)
  assert.ok(last?.status === 'rejected' && last.reason instanceof ListRefused && last.reason.fault === 'busy')
  // What fails while its rows are taken keeps nobody waiting.
  await assert.rejects(
    withList(book, {}, () => Promise.reject(new Error('gone'))),
    /gone/,
  )
  assert.equal((await all(book)).length, 2)
})

test('of a workbook with several sheets each can be read, and all are named', async () => {
  const book = Buffer.from(
    await writeXlsx({
      sheets: [
        { name: 'Bìa & mục lục', rows: [['a']] },
        { name: 'Máy "tính"', rows: [['b']] },
      ],
    }),
  )
  assert.deepEqual(await withList(book, {}, async ({ sheets }) => sheets), ['Bìa & mục lục', 'Máy "tính"'])
  assert.deepEqual(await all(book, { sheet: 1 }), [['b']])
  assert.deepEqual(await all(book, { sheet: 7 }), [['a']])
})

test('a list of 100,000 rows is read with its titles and heading, and more than any province has is refused', async () => {
  await refused(Buffer.from('a;b\n'.repeat(100_041)), 'too-many-rows')
  assert.equal((await all(Buffer.from('a;b\n'.repeat(100_040)))).length, 100_040)
})

const sheetOf = (rows: string) =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`

/** The records of zip64 lead to the first archive, the plain ones to the second: readers differ in which they follow. */
function twoArchives(first: Buffer, second: Buffer): Buffer {
  const endOf = (archive: Buffer) => archive.lastIndexOf(Buffer.from('504b0506', 'hex'))
  const [count, length, offset] = [
    first.readUInt16LE(endOf(first) + 10),
    first.readUInt32LE(endOf(first) + 12),
    first.readUInt32LE(endOf(first) + 16),
  ]
  const moved = Buffer.from(second)
  const shift = first.length
  const directory = second.readUInt32LE(endOf(second) + 16)
  for (let place = directory; place < endOf(second); ) {
    moved.writeUInt32LE(second.readUInt32LE(place + 42) + shift, place + 42)
    place += 46 + second.readUInt16LE(place + 28) + second.readUInt16LE(place + 30) + second.readUInt16LE(place + 32)
  }
  moved.writeUInt32LE(directory + shift, endOf(second) + 16)
  const record = Buffer.alloc(56)
  record.writeUInt32LE(0x06064b50, 0)
  record.writeBigUInt64LE(44n, 4)
  record.writeUInt16LE(45, 12)
  record.writeUInt16LE(45, 14)
  record.writeBigUInt64LE(BigInt(count), 24)
  record.writeBigUInt64LE(BigInt(count), 32)
  record.writeBigUInt64LE(BigInt(length), 40)
  record.writeBigUInt64LE(BigInt(offset), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(BigInt(shift + endOf(second)), 8)
  locator.writeUInt32LE(1, 16)
  return Buffer.concat([first, moved.subarray(0, endOf(second)), record, locator, moved.subarray(endOf(second))])
}

function bookOf(sheet: string, styles?: string): Buffer {
  const main = 'http://schemas.openxmlformats.org'
  const text = (xml: string) => new TextEncoder().encode(xml)
  return Buffer.from(
    zipSync({
      '[Content_Types].xml': text(
        `<Types xmlns="${main}/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
      ),
      '_rels/.rels': text(
        `<Relationships xmlns="${main}/package/2006/relationships"><Relationship Id="rId1" Type="${main}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ),
      'xl/workbook.xml': text(
        `<workbook xmlns="${main}/spreadsheetml/2006/main" xmlns:r="${main}/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': text(
        `<Relationships xmlns="${main}/package/2006/relationships"><Relationship Id="rId1" Type="${main}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ),
      'xl/worksheets/sheet1.xml': text(sheet),
      ...(styles !== undefined && { 'xl/styles.xml': text(styles) }),
    }),
  )
}
