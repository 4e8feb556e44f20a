/** The page of one PC: every fact in its place, unknown said with its reason, what changed, what was reported. */
import assert from 'node:assert/strict'
import { before, type TestContext, test } from 'node:test'
import type { Page } from 'playwright-core'
import { FACTS } from '#shared/facts/index.ts'
import { HOSTILE_NAMES, MARKED_NAME, UNITS, UPGRADED } from './known-pcs.ts'
import { type Ledger, startLedger } from './ledger.ts'
import { cookiesOf, textOf, type Visit, visit } from './visit.ts'

let ledger: Ledger
let inside: Visit
before(async (t) => {
  ledger = await startLedger(t as TestContext)
  inside = { url: ledger.url, cookies: await cookiesOf(ledger.url, ledger.adminPassword) }
})

async function openPc(t: TestContext, name: string, options: Partial<Visit> = {}): Promise<Page> {
  const page = await visit(t, { ...inside, ...options })
  await page.goto(`/pcs?limit=100&q=${encodeURIComponent(name.slice(0, 40))}`)
  await page.locator('.pc-table tbody th a').filter({ hasText: name }).first().click()
  await page.locator('.fact').first().waitFor()
  return page
}

test('the top says which PC, whose, and how fresh', async (t) => {
  const page = await openPc(t, MARKED_NAME)
  await page.getByRole('heading', { level: 1, name: MARKED_NAME }).waitFor()
  assert.equal(await page.title(), `${MARKED_NAME} · Sổ Máy`)
  const head = await textOf(page.locator('.pc-head'))
  for (const part of [UNITS[0], 'kết nối internet', 'Báo lần cuối', 'Kê lần cuối', '0.1.0']) assert.ok(head.includes(part), part)
})

test('an address that names a fact opens at that fact', async (t) => {
  const page = await openPc(t, MARKED_NAME)
  const { pathname } = new URL(page.url())
  const direct = await visit(t, inside)
  await direct.goto(`${pathname}#software`)
  const software = direct.locator('#software h3')
  await software.waitFor()
  await software.evaluate(
    (heading) => new Promise<void>((seen) => new IntersectionObserver(([entry]) => entry?.isIntersecting && seen()).observe(heading)),
  )
})

test('every fact of the catalogue has its section, in reading order', async (t) => {
  const page = await openPc(t, MARKED_NAME)
  const titles = await page.locator('.pc-page > .fact h3').allInnerTexts()
  assert.deepEqual(
    titles,
    Object.values(FACTS).map((fact) => fact.title.vi),
  )
})

test('values carry units, words and the time zone of the country', async (t) => {
  const page = await openPc(t, MARKED_NAME)
  const pair = (fact: string, title: string) =>
    textOf(page.locator(`#${fact} .pairs > div`, { has: page.getByText(title, { exact: true }) }).locator('dd'))
  assert.equal(await pair('memory', 'Tổng các thanh'), '4 GB')
  assert.equal(await pair('processor', 'Xung nhịp tối đa'), '3.500 MHz')
  assert.equal(await pair('os', 'Bản dựng'), '19045')
  assert.equal(await pair('usage', 'Khởi động lần cuối'), '20/11/2026 07:58')
  assert.equal(await pair('secure-boot', 'Đang bật'), 'không')
  assert.match(await textOf(page.locator('#memory table')), /DIMM14 GBDDR3/)
})

test('unknown stands in its place with the reason and who can read it', async (t) => {
  const page = await openPc(t, MARKED_NAME)
  const tpm = await textOf(page.locator('#tpm .fact-body'))
  assert.match(tpm, /chưa rõ/)
  assert.match(tpm, /cần quyền quản trị để đọc/)
  assert.match(tpm, /Phần mềm trạm chạy bằng quyền quản trị sẽ đọc được/)
  const biosDate = page.locator('#bios .pairs > div', { hasText: 'Ngày phát hành' }).locator('.unknown')
  assert.match((await biosDate.getAttribute('title')) ?? '', /cần quyền quản trị để đọc \(EACCES\)/)
  assert.match(await textOf(page.locator('#bios .pairs > div', { hasText: 'Ngày phát hành' })), /chưa rõ cần quyền quản trị để đọc/)
  assert.match(await textOf(page.locator('#graphics .fact-body')), /Bản kê của máy này chưa có mục này/)
})

test('what most facts share is said once on top, and a fact says what differs', async (t) => {
  const page = await openPc(t, UPGRADED.hostName)
  const head = await textOf(page.locator('.pc-head'))
  for (const part of ['Giá trị có từ, trừ nơi ghi khác', 'Nguồn']) assert.ok(head.includes(part), part)
  assert.doesNotMatch(await textOf(page.locator('#chassis .provenance')), /Giá trị này có từ|Xác nhận|Nguồn/)
  assert.match(await textOf(page.locator('#memory .provenance')), /Giá trị này có từ/)
  assert.equal(await page.getByText('Xác nhận lần cuối').count(), 0)
})

test('what was reported can be read raw', async (t) => {
  const page = await openPc(t, MARKED_NAME)
  const raw = page.locator('#tpm .raw')
  await raw.getByText('Nguyên văn đã báo (JSON)').click()
  assert.deepEqual(JSON.parse(await textOf(raw.locator('pre'))), { unknown: 'access-denied', source: 'test' })
})

test('the history begins with the first report', async (t) => {
  const page = await openPc(t, MARKED_NAME)
  await page.locator('.history .fact').first().waitFor()
  assert.match(await textOf(page.locator('#history')), /Báo lần đầu: .*Bộ nhớ \(RAM\)/)
})

test('a change stands in the history with what was before and after, and nothing else', async (t) => {
  const page = await openPc(t, UPGRADED.hostName)
  const rows = page.locator('.history .differences tbody tr')
  await rows.first().waitFor()
  assert.deepEqual(await rows.allTextContents(), ['Tổng hệ điều hành thấy4 GB32 GB', 'Tổng các thanh4 GB32 GB'])
})

test('what the maker left blank is shown as found, and as no value', async (t) => {
  const page = await openPc(t, MARKED_NAME)
  assert.match(await textOf(page.locator('#board .placeholder')), /“Default string” \(hãng để trống\)/)
})

test('a hostile name is text here too', async (t) => {
  for (const name of HOSTILE_NAMES.slice(0, 3)) {
    const page = await openPc(t, name)
    assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), name)
    assert.equal(await page.title(), `${name} · Sổ Máy`)
  }
})

test('a PC that is not there is told with the way back', async (t) => {
  const page = await visit(t, inside)
  await page.goto('/pcs/999999')
  await page.getByText('Không có máy này trong phạm vi của bạn.').waitFor()
  await page.getByRole('link', { name: 'Danh sách máy' }).click()
  await page.locator('.pc-table').waitFor()
})

test('the language changes in place, and the page says so to screen readers', async (t) => {
  const page = await openPc(t, MARKED_NAME)
  await page.getByRole('button', { name: 'EN' }).click()
  await page.getByRole('heading', { name: 'Secure Boot' }).waitFor()
  assert.equal(await page.locator('html').getAttribute('lang'), 'en')
  await page.reload()
  await page.getByRole('heading', { name: 'Secure Boot' }).waitFor()
})
