/** Logging in, being sent there and back, and logging out. */
import assert from 'node:assert/strict'
import { before, type TestContext, test } from 'node:test'
import type { Page } from 'playwright-core'
import { type Ledger, startLedger } from './ledger.ts'
import { expectAccessible, textOf, visit } from './visit.ts'

let ledger: Ledger
before(async (t) => {
  ledger = await startLedger(t as TestContext)
})

async function fillIn(page: Page, userName: string, password: string): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(userName)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
}

test('a wrong password is told with what to do, and nothing typed is lost', async (t) => {
  const page = await visit(t, ledger)
  await page.goto('/log-in')
  await fillIn(page, 'admin', 'sai mật khẩu')
  const alert = page.getByRole('alert')
  await alert.getByText('Tên đăng nhập hoặc mật khẩu không đúng.').waitFor()
  assert.match(await textOf(alert), /nhờ quản trị viên đặt mật khẩu mới/)
  assert.match(await textOf(alert), /login-failed/)
  assert.equal(await page.getByLabel('Tên đăng nhập').inputValue(), 'admin')
  assert.equal(await page.getByLabel('Mật khẩu', { exact: true }).inputValue(), 'sai mật khẩu')
  await expectAccessible(page)
})

test('the collector answers in the language of the page', async (t) => {
  const page = await visit(t, { ...ledger, language: 'en' })
  await page.goto('/log-in')
  await page.getByLabel('User name').fill('nobody')
  await page.getByLabel('Password', { exact: true }).fill('wrong password')
  await page.keyboard.press('Enter')
  await page.getByText('The name or the password is not right.').waitFor()
})

test('who is not logged in is asked to, and then stands where they wanted to go', async (t) => {
  const page = await visit(t, ledger)
  await page.goto('/pcs?q=van+thu')
  await page.waitForURL('**/log-in?then=*')
  await fillIn(page, 'admin', ledger.adminPassword)
  await page.waitForURL('**/pcs?q=van+thu')
  await page.getByRole('link', { name: 'Máy Văn thư Đắk Hà' }).waitFor()
})

test('logging out ends the session', async (t) => {
  const page = await visit(t, ledger)
  await page.goto('/log-in')
  await fillIn(page, 'admin', ledger.adminPassword)
  await page.getByText('admin', { exact: true }).click()
  await page.getByText('Quản trị viên').waitFor()
  await page.getByRole('button', { name: 'Đăng xuất' }).click()
  await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor()
  await page.goto('/pcs')
  await page.waitForURL('**/log-in')
})

test('the password can be shown while it is typed', async (t) => {
  const page = await visit(t, ledger)
  await page.goto('/log-in')
  await page.getByLabel('Mật khẩu', { exact: true }).fill('đọc được')
  await page.getByLabel('Hiện mật khẩu').check()
  assert.equal(await page.getByLabel('Mật khẩu', { exact: true }).getAttribute('type'), 'text')
})
