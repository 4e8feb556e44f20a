/** Freezing in a browser: from the overview to a report, its lists, its proof, its correction, and beside another. */
import assert from 'node:assert/strict'
import { before, type TestContext, test } from 'node:test'
import type { Page } from 'playwright-core'
import { type RunningCollector, startCollector } from '../collector-process.ts'
import { cookiesOf, expectAccessible, screenshot, textOf, type Visit, visit } from './visit.ts'

let ledger: RunningCollector
let inside: Visit
let day: string
before(async (t) => {
  // A ledger with yesterdays: of today nothing is frozen.
  ledger = await startCollector(t as TestContext)
  await ledger.command('demo', '--pcs', '90')
  inside = { url: ledger.url, cookies: await cookiesOf(ledger.url, ledger.adminPassword) }
  day = dayBefore(new Date())
})

function dayBefore(now: Date, days = 1): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(now.getTime() - days * 86_400_000)
}

async function freeze(page: Page, title: string, correcting?: RegExp): Promise<void> {
  await page.goto(`/overview?asOf=${day}`)
  await page.locator('.sentence').waitFor()
  await page.getByRole('button', { name: 'Chốt số liệu' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('không ai sửa hoặc xóa được', { exact: false }).waitFor()
  await dialog.getByLabel('Tên báo cáo').fill(title)
  await dialog.getByLabel('Ghi chú').fill('Kỳ họp tháng 11')
  if (correcting) {
    const option = await dialog.locator('option', { hasText: correcting }).getAttribute('value')
    await dialog.getByLabel('Đính chính báo cáo').selectOption(option)
  }
  await expectAccessible(page)
  await screenshot(page, 'freeze-dialog')
  await dialog.getByRole('button', { name: 'Chốt số liệu' }).click()
  await page.waitForURL(/\/reports\/\d+$/)
  await page.getByText('khớp: nội dung không đổi', { exact: false }).waitFor()
}

test('a count is frozen after its preview, says the same as the overview, and its figures open the frozen list', async (t) => {
  const page = await visit(t, inside)
  await page.goto(`/overview?asOf=${day}`)
  const said = await textOf(page.locator('.sentence'))
  await freeze(page, 'Số liệu "tháng 11" <b>')
  assert.equal(await textOf(page.locator('.sentence')), said)
  assert.match(await textOf(page.locator('h1')), /Báo cáo số 1: Số liệu "tháng 11" <b>/)
  await screenshot(page, 'report')
  const [count = ''] = /\d+/.exec(said) ?? []
  await page.locator('.sentence a').first().click()
  await page.waitForURL(/counted\?report=1/)
  await page.locator('.counted-table tbody tr').first().waitFor()
  await page.getByRole('button', { name: 'Xem thêm' }).click()
  await page
    .locator('.counted-table tbody tr')
    .nth(Number(count) - 1)
    .waitFor()
  assert.equal(await page.locator('.counted-table tbody tr').count(), Number(count))
  assert.match(await textOf(page.locator('h1')), new RegExp(`^${count} máy kết nối internet đến`))
  await page.getByRole('link', { name: 'Về báo cáo số 1' }).click()
  await page.waitForURL(/reports\/1$/)
  const download = page.waitForEvent('download')
  await page.getByText('Xuất', { exact: true }).click()
  await page.getByRole('link', { name: 'Văn bản hành chính (DOCX)' }).click()
  assert.match((await download).suggestedFilename(), /^bao-cao-1-\d{4}-\d\d-\d\d\.docx$/)
})

test('of today it is said that it is not over, and there is nothing to press', async (t) => {
  const page = await visit(t, inside)
  await page.goto(`/overview?asOf=${dayBefore(new Date(), 0)}`)
  await page.locator('.sentence').waitFor()
  await page.getByRole('button', { name: 'Chốt số liệu' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Ngày này chưa hết', { exact: false }).waitFor()
  assert.ok(await dialog.getByRole('button', { name: 'Chốt số liệu' }).isDisabled())
  await screenshot(page, 'freeze-dialog-today')
})

test('a correction names the report it puts right, and both stand in the list', async (t) => {
  const page = await visit(t, inside)
  await freeze(page, 'Bản đầu')
  await freeze(page, 'Bản đính chính', /Bản đầu/)
  await page.getByText('đính chính báo cáo số', { exact: false }).waitFor()
  await page.getByRole('link', { name: 'Các báo cáo' }).click()
  await page.waitForURL(/reports$/)
  await page.locator('tbody tr', { hasText: 'Bản đầu' }).waitFor()
  const rows = await page.locator('tbody tr').allInnerTexts()
  assert.match(rows[0] ?? '', /Bản đính chính.*đang dùng; đính chính báo cáo số/s)
  assert.match(rows[1] ?? '', /Bản đầu.*đã có bản đính chính số/s)
  await screenshot(page, 'reports')
})

test('a draft is kept, looked at as of another day, changed, and ends by being frozen', async (t) => {
  const page = await visit(t, inside)
  await page.goto(`/overview?asOf=${day}`)
  await page.locator('.sentence').waitFor()
  await page.getByRole('button', { name: 'Chốt số liệu' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Tên báo cáo').fill('Nháp <b>"1"</b>')
  await dialog.getByLabel('Ghi chú').fill('Chờ lãnh đạo xem')
  await dialog.getByRole('button', { name: 'Lưu dự thảo' }).click()
  await page.waitForURL(/\/reports\/drafts\/\d+$/)
  await page.getByText('Số liệu chưa chốt', { exact: false }).waitFor()
  await page.locator('.figure-table tbody tr').first().waitFor()
  await expectAccessible(page)
  await screenshot(page, 'report-draft')
  const earlier = dayBefore(new Date(), 2)
  await page.getByLabel('Đến ngày').fill(earlier)
  await page.waitForURL(new RegExp(`asOf=${earlier}`))
  await page.getByText('Lưu dự thảo để lấy ngày đang xem', { exact: false }).waitFor()
  await page.getByRole('button', { name: 'Sửa hoặc chốt' }).click()
  assert.equal(await dialog.getByLabel('Ghi chú').inputValue(), 'Chờ lãnh đạo xem')
  await dialog.getByLabel('Tên báo cáo').fill('Nháp 2')
  await dialog.getByRole('button', { name: 'Lưu dự thảo' }).click()
  await page.getByRole('heading', { name: 'Dự thảo: Nháp 2' }).waitFor()
  assert.equal(await page.getByText('Lưu dự thảo để lấy ngày đang xem', { exact: false }).count(), 0)
  await page.getByRole('link', { name: 'Các báo cáo' }).click()
  await page.getByRole('link', { name: 'Nháp 2' }).waitFor()
  await expectAccessible(page)
  await screenshot(page, 'reports-with-draft')
  await page.getByRole('link', { name: 'Nháp 2' }).click()
  await page.getByRole('button', { name: 'Sửa hoặc chốt' }).click()
  await dialog.getByRole('button', { name: 'Chốt số liệu' }).click()
  await page.waitForURL(/\/reports\/\d+$/)
  await page.getByText('khớp: nội dung không đổi', { exact: false }).waitFor()
  await page.getByRole('link', { name: 'Các báo cáo' }).click()
  await page.getByRole('heading', { name: 'Báo cáo đã chốt' }).waitFor()
  await page.getByRole('heading', { name: 'Dự thảo' }).waitFor({ state: 'detached' })
  await page.locator('tbody tr', { hasText: 'Nháp 2' }).waitFor()
})

test('a draft is removed after a question, and its address says what became of it', async (t) => {
  const page = await visit(t, { ...inside, language: 'en' })
  await page.goto(`/overview?asOf=${day}`)
  await page.locator('.sentence').waitFor()
  await page.getByRole('button', { name: 'Freeze' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Save as draft' }).click()
  await page.waitForURL(/\/reports\/drafts\/\d+$/)
  await page.locator('.sentence').waitFor()
  await screenshot(page, 'report-draft-english')
  const address = page.url()
  await page.getByRole('button', { name: 'Remove the draft' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click()
  await page.waitForURL(/\/reports$/)
  await page.goto(address)
  await page.getByText('draft-gone', { exact: false }).waitFor()
})

test('two days, or a report and a day, stand beside each other with their differences', async (t) => {
  const page = await visit(t, { ...inside, language: 'en' })
  await page.goto(`/compare?new=${day}`)
  await page.locator('.count-table tbody tr').first().waitFor()
  assert.match(await textOf(page.locator('.count-table tbody tr').first()), /Total/)
  await expectAccessible(page)
  await screenshot(page, 'compare')
  const before = page.getByLabel('Before', { exact: true })
  const option = await before
    .locator('option', { hasText: /Report no/ })
    .first()
    .getAttribute('value')
  await before.selectOption(option)
  await page.waitForURL(/old=r\d+&new=/)
  await page.locator('.count-table tbody tr').first().waitFor()
  await page.goto('/compare?old=2026-02-30&new=r999')
  await page.getByText('not-found').waitFor()
})

test('who may not freeze is not offered it', async (t) => {
  const page = await visit(t, inside)
  const made = await page.request.post('/api/v1/session', { data: { userName: 'admin', password: ledger.adminPassword } })
  const { csrfToken } = (await made.json()) as { csrfToken: string }
  const given = await page.request.post('/api/v1/people', {
    headers: { 'x-csrf-token': csrfToken },
    data: { userName: 'nguoi-xem', fullName: '', role: 'viewer', unitIds: null },
  })
  const { password } = (await given.json()) as { password: string }
  const cookies = await cookiesOf(ledger.url, password, 'nguoi-xem')
  const viewer = await visit(t, { url: ledger.url, cookies })
  const session = (await (await viewer.request.get('/api/v1/session')).json()) as { csrfToken: string }
  await viewer.request.post('/api/v1/account/password', {
    headers: { 'x-csrf-token': session.csrfToken },
    data: { old: password, new: 'mat khau cua nguoi xem' },
  })
  await viewer.goto('/overview')
  await viewer.locator('.sentence').waitFor()
  assert.equal(await viewer.getByRole('button', { name: 'Chốt số liệu' }).count(), 0)
})
