/** Files handed in as lists: workbooks and texts of every habit are read, bombs and other files refused without cost. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { zipSync } from 'fflate'
import { writeXlsx } from 'hucre'
import { MAX_INFLATED_BYTES } from '#collector/register/check-archive.ts'
import { ListRefused } from '#collector/register/list-refused.ts'
import { readList } from '#collector/register/read-list.ts'

async function all(file: Buffer): Promise<unknown[][]> {
  const rows: unknown[][] = []
  for await (const { cells } of readList(file)) rows.push([...cells])
  return rows
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
  const rows = []
  for await (const { row, cells } of readList(Buffer.from('a;b\n"1\n2";x\n\n3;y\n'))) rows.push([row, cells])
  assert.deepEqual(
    rows.filter(([, cells]) => (cells as string[])[0] !== ''),
    [
      [1, ['a', 'b']],
      [3, ['1\n2', 'x']],
      [5, ['3', 'y']],
    ],
  )
  // "Mã" in the Vietnamese code page of Windows: the mark stands after its letter.
  assert.deepEqual(await all(Buffer.from([0x4d, 0x61, 0xde, 0x3b, 0x62])), [['Mã'.normalize('NFD'), 'b']])
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

test('more rows than any province has are refused', async () => {
  await refused(Buffer.from('a;b\n'.repeat(100_002)), 'too-many-rows')
})

function bookOf(sheet: string): Buffer {
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
    }),
  )
}
