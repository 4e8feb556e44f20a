/** Administration in a browser: somebody is let in, changes the password, sets a second factor; an API token is made; the log tells it all. */
import assert from 'node:assert/strict'
import { before, type TestContext, test } from 'node:test'
import type { Page } from 'playwright-core'
import { totpAt } from '#collector/access/totp.ts'
import { UNITS } from './known-pcs.ts'
import { type Ledger, startLedger } from './ledger.ts'
import { cookiesOf, expectAccessible, screenshot, textOf, type Visit, visit } from './visit.ts'

let ledger: Ledger
let inside: Visit
before(async (t) => {
  ledger = await startLedger(t as TestContext)
  inside = { url: ledger.url, cookies: await cookiesOf(ledger.url, ledger.adminPassword) }
})

const NEW_PASSWORD = 'mat khau cua rieng toi'

/** Lets somebody in over the page, seeing one unit; the password that was shown. */
async function letIn(page: Page, userName: string): Promise<string> {
  await page.goto('/people')
  await page.getByRole('button', { name: 'Thêm người dùng' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Tên đăng nhập').fill('Chị Lan')
  await dialog.getByRole('button', { name: 'Thêm người dùng' }).click()
  await dialog.getByText(/chỉ gồm chữ thường không dấu/).waitFor()
  await dialog.getByLabel('Tên đăng nhập').fill(userName)
  await dialog.getByLabel('Họ tên, chức vụ').fill('Chị Lan, phòng Tổ chức')
  await dialog.getByLabel('Vai trò').selectOption('it-staff')
  await dialog.getByLabel(UNITS[0]).check()
  await screenshot(page, `add-person-${userName}`)
  await dialog.getByRole('button', { name: 'Thêm người dùng' }).click()
  await dialog.getByText('Chỉ hiện một lần này', { exact: false }).waitFor()
  const password = await dialog.getByLabel('Mật khẩu tạm').inputValue()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Đóng' }).click()
  return password
}

async function logIn(page: Page, userName: string, password: string): Promise<void> {
  await page.goto('/log-in')
  await page.getByLabel('Tên đăng nhập').fill(userName)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
}

async function changePassword(page: Page, old: string): Promise<void> {
  await page.waitForURL('**/account')
  await page.getByText('Đặt mật khẩu của riêng mình', { exact: false }).waitFor()
  await page.getByLabel('Mật khẩu hiện tại').fill(old)
  await page.getByLabel('Mật khẩu mới').fill(NEW_PASSWORD)
  await page.getByRole('button', { name: 'Đổi mật khẩu' }).click()
  await page.getByText('Đã đổi mật khẩu.', { exact: false }).waitFor()
}

test('somebody let in changes the password first, then sees their unit and no page of administration', async (t) => {
  const admin = await visit(t, inside)
  const password = await letIn(admin, 'chi-lan')
  assert.match(await textOf(admin.locator('tbody')), /chi-lan.*Cán bộ CNTT.*chờ đổi mật khẩu/)
  const page = await visit(t, { url: ledger.url })
  await logIn(page, 'chi-lan', password)
  await page.waitForURL('**/account')
  await page.goto('/pcs')
  await changePassword(page, password)
  await page.goto('/pcs')
  await page.locator('.pc-table tbody tr').first().waitFor()
  const shown = await textOf(page.locator('.pc-table'))
  assert.ok(!UNITS.slice(1).some((unit) => shown.includes(unit)))
  assert.equal(await page.getByRole('link', { name: 'Quản trị' }).count(), 0)
  await page.goto('/people')
  await page.getByText('not-permitted').waitFor()
})

test('role and units are changed, the account locked and unlocked, with everything in the log', async (t) => {
  const page = await visit(t, inside)
  await letIn(page, 'anh-minh')
  await page.getByRole('button', { name: 'anh-minh' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Vai trò').selectOption('planner')
  await dialog.getByLabel('Toàn bộ đơn vị').check()
  await screenshot(page, 'person')
  await dialog.getByRole('button', { name: 'Lưu' }).click()
  const row = page.locator('tbody tr', { hasText: 'anh-minh' })
  await row.getByText('Người lập kế hoạch').waitFor()
  assert.match(await textOf(row), /Toàn bộ đơn vị/)
  await page.getByRole('button', { name: 'anh-minh' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Khóa tài khoản' }).click()
  await page.getByText('Mọi phiên kết thúc ngay', { exact: false }).waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Thực hiện' }).click()
  await row.getByText('đã khóa').waitFor()
  await page.getByRole('navigation', { name: 'Quản trị' }).getByRole('link', { name: 'Nhật ký' }).click()
  await page.waitForURL('**/audit')
  const log = page.locator('tbody')
  await log.getByText('khóa tài khoản').first().waitFor()
  const said = await textOf(log)
  assert.match(said, /sửa người dùnganh-minhvai trò: Cán bộ CNTT → Người lập kế hoạch; phạm vi: .+ → toàn bộ đơn vị/)
  await page.getByLabel('Loại việc').selectOption('person-disabled')
  await page.waitForURL('**/audit?kind=person-disabled')
  await page.locator('tbody tr').first().waitFor()
  assert.ok(!(await textOf(page.locator('tbody'))).includes('thêm người dùng'))
})

test('a second factor is set with an authenticator, asked for at the door, and ended by whoever lost it through an administrator', async (t) => {
  const admin = await visit(t, inside)
  const password = await letIn(admin, 'em-hoa')
  const page = await visit(t, { url: ledger.url })
  await logIn(page, 'em-hoa', password)
  await changePassword(page, password)
  await page.getByRole('button', { name: 'Bật xác thực hai lớp' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Mật khẩu hiện tại').fill(NEW_PASSWORD)
  await dialog.getByRole('button', { name: 'Bật xác thực hai lớp' }).click()
  const secret = (await textOf(dialog.locator('code'))).replaceAll(' ', '')
  await expectAccessible(page)
  await screenshot(page, 'second-factor')
  await dialog.getByLabel('Mã 6 số').fill(totpAt(secret, Math.floor(Date.now() / 30_000)))
  await dialog.getByRole('button', { name: 'Xác nhận' }).click()
  const codes = (await dialog.getByLabel('Mã khôi phục').inputValue()).split('\n')
  assert.equal(codes.length, 10)
  const other = await visit(t, { url: ledger.url })
  await logIn(other, 'em-hoa', NEW_PASSWORD)
  await other.getByText('Tài khoản này cần thêm mã xác thực.').waitFor()
  await screenshot(other, 'log-in-code')
  await other.getByLabel('Mã xác thực').fill(codes[0] ?? '')
  await other.getByRole('button', { name: 'Đăng nhập' }).click()
  await other.waitForURL('**/pcs')
  await admin.goto('/people')
  await admin.getByRole('button', { name: 'em-hoa' }).click()
  await admin.getByRole('dialog').getByRole('button', { name: 'Tắt xác thực hai lớp' }).click()
  await admin.getByRole('dialog').getByRole('button', { name: 'Thực hiện' }).click()
  await admin.locator('tbody tr', { hasText: 'em-hoa' }).getByText('chưa bật').waitFor()
})

test('an API token is shown once and opens what it may', async (t) => {
  const page = await visit(t, { ...inside, language: 'en' })
  await page.goto('/api-tokens')
  await page.getByRole('button', { name: 'Make an API token' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Label').fill('Monthly figures')
  await dialog.getByLabel('All units').check()
  await screenshot(page, 'api-token-new')
  await dialog.getByRole('button', { name: 'Make an API token' }).click()
  const token = await dialog.getByLabel('API tokens').inputValue()
  const answer = await page.request.get('/api/v1/counts', { headers: { authorization: `Bearer ${token}`, cookie: '' } })
  assert.equal(answer.status(), 200)
  await dialog.getByRole('button', { name: 'Close' }).click()
  await page.locator('tbody tr', { hasText: 'Monthly figures' }).waitFor()
})
