/** Files that leave the collector: opened and read back, with real numbers and dates, unknown in words, and no living formula. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readXlsx } from 'hucre'
import { cellText } from '#collector/export/cell-text.ts'
import { known, makeReport } from '../../make-report.ts'
import { appOver, type TestApp } from '../app-over.ts'

const HOSTILE = [
  "=cmd|' /C calc'!A0",
  '+1+1',
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
          memory: index === 0 ? { unknown: 'access-denied' } : known('memory', { installedBytes: 8 * 1024 ** 3 }),
        },
      }),
    )
  }
}

const COLUMNS = 'columns=name,model,memoryBytes,lastSeenAt,systemDiskKind,restartPending,pendingUpdates'

test('CSV holds the view with marks whole, unknown in words and every formula asleep', async (t) => {
  const made = await appOver(t)
  await fill(made)
  const headers = await made.logIn('viewer')
  const { body, headers: answer } = await made.app.inject({ url: `/api/v1/pcs/export?format=csv&language=vi&${COLUMNS}`, headers })
  assert.match(String(answer['content-disposition']), /attachment; filename="may-tinh-[0-9-]+\.csv"/)
  assert.ok(body.startsWith('\ufeff'), 'Excel needs the mark to read UTF-8')
  const [head, first] = body.slice(1).split('\r\n')
  assert.equal(head, 'Tên máy,Báo lần cuối,Kiểu máy,RAM (GB),Ổ hệ thống,Bản vá chờ cài,Chờ khởi động lại')
  assert.ok(first?.includes('chưa rõ (cần quyền quản trị để đọc)'), first)
  assert.ok(first?.includes('30/09/2026 10:00'), first)
  for (const line of body.split('\r\n')) for (const cell of line.split(',')) assert.equal(/^"?[=+\-@\uff1d]/.test(cell), false, cell)
  assert.equal(body.includes('\u202e'), false)
})

test('XLSX holds numbers as numbers and dates as dates, and texts that begin like formulas as texts', async (t) => {
  const made = await appOver(t)
  await fill(made)
  const headers = await made.logIn('viewer')
  const { rawPayload } = await made.app.inject({ url: `/api/v1/pcs/export?format=xlsx&language=en&${COLUMNS}`, headers })
  const { sheets } = await readXlsx(rawPayload)
  const [head, unknownRow, row] = sheets[0]?.rows ?? []
  assert.deepEqual(head?.slice(0, 4), ['Name', 'Last seen', 'Model', 'Memory (GB)'])
  assert.equal(unknownRow?.[3], 'unknown (reading needs administrator rights)')
  assert.equal(row?.[3], 8)
  const seen = row?.[1]
  assert.ok(seen instanceof Date)
  assert.equal(seen.toISOString(), '2026-09-30T10:00:00.000Z')
  assert.equal(sheets[0]?.rows.length, HOSTILE.length + 1)
  assert.equal(rawPayload.includes('<f>'), false, 'no cell is a formula')
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

test('texts are made safe once: formulas quoted, control and direction marks gone, length bounded', () => {
  assert.equal(cellText('=1+1'), "'=1+1")
  assert.equal(cellText('\t=1'), "'\t=1")
  assert.equal(cellText('a\u0000b\u202ec'), 'abc')
  assert.equal(cellText('\ud800'), '\ufffd')
  assert.equal(cellText('x'.repeat(40_000)).length, 32_766)
  assert.equal(cellText('Đăk Glei'), 'Đăk Glei')
})
