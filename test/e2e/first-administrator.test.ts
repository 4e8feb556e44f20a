/** The one-time link makes the first administrator, once. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startEmptyLedger } from './ledger.ts'
import { textOf, visit } from './visit.ts'

test('the link makes an administrator who stands in the ledger, and works once', async (t) => {
  const { url, firstLink } = await startEmptyLedger(t)
  const page = await visit(t, { url })
  await page.goto(firstLink)
  await page.getByLabel('Tên đăng nhập').fill('Nguyễn A')
  await page.getByLabel('Mật khẩu', { exact: true }).fill('ngắn')
  await page.getByRole('button', { name: 'Tạo tài khoản và vào sổ' }).click()
  await page.getByText('Mật khẩu cần ít nhất 10 ký tự.').waitFor()
  await page.getByText(/Tên đăng nhập chỉ gồm chữ thường không dấu/).waitFor()
  await page.getByLabel('Tên đăng nhập').fill('nguyen.a')
  await page.getByLabel('Mật khẩu', { exact: true }).fill('một câu dài dễ nhớ')
  await page.getByRole('button', { name: 'Tạo tài khoản và vào sổ' }).click()
  await page.waitForURL('**/pcs')
  await page.getByText('nguyen.a').waitFor()
  await page.getByRole('heading', { name: 'Chưa có máy nào trong sổ' }).waitFor()

  const again = await visit(t, { url })
  await again.goto(firstLink)
  await again.getByLabel('Mật khẩu', { exact: true }).fill('một câu dài dễ nhớ')
  await again.getByRole('button', { name: 'Tạo tài khoản và vào sổ' }).click()
  const alert = again.getByRole('alert')
  await alert.getByText('Liên kết tạo quản trị viên đầu tiên đã dùng hoặc không đúng.').waitFor()
  assert.match(await textOf(alert), /first-link-invalid/)
})
