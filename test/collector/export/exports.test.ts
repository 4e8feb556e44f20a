/** Files that leave the collector: opened and read back, with real numbers and dates, unknown in words, and no living formula. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readXlsx } from 'hucre'
import { cleanText, csvText } from '#collector/export/cell-text.ts'
import { xlsxOf } from '#collector/export/xlsx.ts'
import { known, makeReport } from '../../make-report.ts'
import { appOver, type TestApp } from '../app-over.ts'

const HOSTILE = [
  "=cmd|' /C calc'!A0",
  '+SUM(A1)',
  '-2+3',
  '@SUM(A1)',
  '\uff1dcmd',
  'normal "quoted", with commas',
  '<script>alert(1)</script>',
  'right\u202eto-left',
]

async function fill({ ledger }: TestApp): Promise<void> {
  for (const [index, model] of HOSTILE.entries()) {
    const pc = (await ledger.enrol({ hostName: `XUAT-${index}` })) as number
    await ledger.report(
      pc,
      makeReport({
        takenAt: Date.UTC(2026, 8, 30, 3),
        facts: {
          system: known('system', { hostName: `XUAT-${index}`, model }),
          memory:
            index === 0
              ? { unknown: 'access-denied' }
              : known('memory', { installedBytes: (index === 1 || index === 7 ? 7.5 : 8) * 1024 ** 3 }),
          os: known('os', { build: 19_045, ubr: 5740 }),
        },
      }),
    )
  }
}

const COLUMNS = 'columns=name,model,memoryBytes,lastSeenAt,systemDiskKind,osBuild,restartPending,pendingUpdates'

test('CSV holds the view with marks whole, unknown in words and every formula asleep', async (t) => {
  const made = await appOver(t)
  await fill(made)
  const headers = await made.logIn('viewer')
  const { body, headers: answer } = await made.app.inject({ url: `/api/v1/pcs/export?format=csv&language=vi&${COLUMNS}`, headers })
  assert.match(String(answer['content-disposition']), /attachment; filename="may-tinh-[0-9-]+\.csv"/)
  assert.ok(body.startsWith('\ufeff'), 'Excel needs the mark to read UTF-8')
  const [head, first, second] = body.slice(1).split('\r\n')
  assert.equal(head, 'Tên máy;Báo lần cuối;Kiểu máy;RAM (GB);Ổ hệ thống;Bản dựng;Bản vá chờ cài;Chờ khởi động lại')
  assert.ok(first?.includes('chưa rõ (cần quyền quản trị để đọc)'), first)
  assert.ok(first?.includes('30/09/2026 10:00'), first)
  assert.equal(second?.split(';')[3], '7,5', 'the decimal mark is the one of Vietnamese Excel')
  assert.equal(second?.split(';')[5], "'19045.5740", 'a build is no number')
  for (const line of body.split('\r\n')) for (const cell of line.split(';')) assert.equal(/^"?[=+\-@\uff1d]/.test(cell), false, cell)
  assert.equal(body.includes('\u202e'), false)
  const english = await made.app.inject({ url: `/api/v1/pcs/export?format=csv&language=en&${COLUMNS}`, headers })
  assert.match(english.body, /,7\.5,/)
})

test('XLSX holds numbers as numbers, dates as dates, and texts as they were reported', async (t) => {
  const made = await appOver(t)
  await fill(made)
  const headers = await made.logIn('viewer')
  const query = `${COLUMNS}&where=name.contains.xuat&q=xuat&sort=-name`
  const { rawPayload } = await made.app.inject({ url: `/api/v1/pcs/export?format=xlsx&language=en&${query}`, headers })
  const { sheets } = await readXlsx(rawPayload, { readStyles: true })
  const [list, about] = sheets
  const [head, ...rows] = list?.rows ?? []
  assert.deepEqual(head?.slice(0, 4), ['Name', 'Last seen', 'Model', 'Memory (GB)'])
  assert.equal(rows.at(-1)?.[3], 'unknown (reading needs administrator rights)')
  assert.equal(rows[0]?.[3], 7.5)
  const seen = rows[0]?.[1]
  assert.ok(seen instanceof Date)
  assert.equal(seen.toISOString(), '2026-09-30T10:00:00.000Z')
  assert.deepEqual(
    rows.map((row) => row[2]),
    HOSTILE.map((text) => text.replace('\u202e', '')).reverse(),
    'no apostrophe changes what was reported',
  )
  assert.equal(rows[0]?.[5], '19045.5740')
  assert.equal(rawPayload.includes('<f>'), false, 'no cell is a formula')
  assert.deepEqual(list?.autoFilter?.range, 'A1:H9')
  assert.equal(list?.freezePane?.rows, 1)
  assert.equal(list?.cells?.get('0,0')?.style?.font?.bold, true)
  assert.equal(about?.name, 'About this list')
  const said = Object.fromEntries((about?.rows ?? []).map(([label, value]) => [label, value]))
  assert.match(String(said['As of']), /^\d{2}\/\d{2}\/\d{4} \d{2}:\d{2} \(Asia\/Ho_Chi_Minh\)$/)
  assert.match(String(said['Exported by']), /^person-\d+$/)
  assert.equal(said.Conditions, 'Search “xuat”\nName contains “xuat”')
  assert.equal(said.Order, 'Name, descending')
  assert.equal(said.Rows, HOSTILE.length)
})

test('a whole number is shown whole and any other with one decimal', async (t) => {
  const made = await appOver(t)
  await fill(made)
  const headers = await made.logIn('viewer')
  const { rawPayload } = await made.app.inject({ url: '/api/v1/pcs/export?format=xlsx&columns=name,memoryBytes&sort=name', headers })
  const { sheets } = await readXlsx(rawPayload, { readStyles: true })
  const formats = [2, 3].map((row) => [sheets[0]?.rows[row]?.[1], sheets[0]?.cells?.get(`${row},1`)?.style?.numFmt])
  assert.deepEqual(formats, [
    [7.5, '#,##0.0'],
    [8, '#,##0'],
  ])
})

test('more rows than a sheet may hold go on in a further sheet, each with its head', async () => {
  async function* rows() {
    yield Array.from({ length: 5 }, (_, place) => ({ cells: { name: `PC-${place}` } }))
  }
  const columns = [{ key: 'name', heading: { vi: 'Tên', en: 'Name' }, kind: 'text' as const, width: 10 }]
  const file = xlsxOf({ name: 'PCs', title: 'PCs', about: [], columns, language: 'en', timeZone: 'UTC', rows: rows() }, 3)
  const { sheets } = await readXlsx(Buffer.concat(await file.toArray()))
  assert.deepEqual(
    sheets.map(({ name, rows }) => [name, rows.length]),
    [
      ['PCs', 3],
      ['PCs 2', 3],
      ['PCs 3', 2],
      ['About this list', 3],
    ],
  )
})

test('a list of columns that names none is refused, as a list and as a file', async (t) => {
  const made = await appOver(t)
  const headers = await made.logIn('viewer')
  for (const url of ['/api/v1/pcs?columns=', '/api/v1/pcs?columns=,', '/api/v1/pcs/export?format=csv&columns=']) {
    const answer = await made.app.inject({ url, headers })
    assert.deepEqual([answer.statusCode, answer.json().error.code], [400, 'query-invalid'], url)
  }
})

test('the file holds exactly the filtered view', async (t) => {
  const made = await appOver(t)
  await fill(made)
  const headers = await made.logIn('viewer')
  const query = 'where=memoryBytes.unknown&sort=-name&columns=name'
  const list = (await made.app.inject({ url: `/api/v1/pcs?${query}`, headers })).json()
  const { body } = await made.app.inject({ url: `/api/v1/pcs/export?format=csv&${query}`, headers })
  assert.equal(list.total, 1)
  assert.equal(body.trim().split('\r\n').length, 2)
})

test('a wrong filter is refused before a file begins', async (t) => {
  const made = await appOver(t)
  const headers = await made.logIn('viewer')
  const answer = await made.app.inject({ url: '/api/v1/pcs/export?format=xlsx&where=nothing.is.x', headers })
  assert.equal(answer.statusCode, 400)
  assert.equal(answer.headers['content-disposition'], undefined)
})

test('texts are made safe once: control and direction marks gone, length bounded', () => {
  assert.equal(cleanText('a\u0000b\u202ec'), 'abc')
  assert.equal(cleanText('\ud800'), '\ufffd')
  assert.equal(cleanText('x'.repeat(40_000)).length, 32_766)
  assert.equal(cleanText('=1+1'), '=1+1')
})

test('in a CSV nothing that is text becomes a formula, a number or a date', () => {
  const guarded = [
    '=1+1',
    '\t=1',
    '19045.5740',
    '0012345',
    '12E5',
    '10.34.2.14',
    '1-2',
    '3/4',
    '10:20',
    'MAR12',
    '1-Feb',
    'TRUE',
    '100%',
    '1 000',
  ]
  for (const text of guarded) assert.equal(csvText(text), `'${text}`)
  for (const text of ['Đăk Glei', 'PF2XK', 'Windows 10 Pro', 'i3-4150', '2.0 beta', 'b8:ca:3a:91:0f:22', 'Mars'])
    assert.equal(csvText(text), text)
})
