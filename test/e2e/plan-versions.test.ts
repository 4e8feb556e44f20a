/** What a planner keeps, in a browser: versions of policies and price books, ceilings by later decisions, and which of them everybody opens. */
import assert from 'node:assert/strict'
import { before, type TestContext, test } from 'node:test'
import { startDemoLedger } from './demo-ledger.ts'
import { planOf, showsPlan } from './shown-plan.ts'
import { cookiesOf, expectAccessible, screenshot, textOf, type Visit, visit } from './visit.ts'

const PCS = 240
const GIB_16 = String(16 * 1024 ** 3)

let ledger: Awaited<ReturnType<typeof startDemoLedger>>
let inside: Visit
before(async (t) => {
  ledger = await startDemoLedger(t as TestContext, PCS)
  inside = { url: ledger.url, cookies: await cookiesOf(ledger.url, ledger.adminPassword) }
})

test('what differs is saved as a version that the address then names', async (t) => {
  const page = await visit(t, inside)
  await page.goto(`/plan?memoryBytes=${GIB_16}&price-ssd=900000&on=2026-12-31`)
  await page.getByRole('button', { name: 'Chính sách: Lưu thành bản mới…' }).click()
  const dialog = page.getByRole('dialog')
  // What the product comes with has no versions of its own, and keeps its name.
  assert.equal(await dialog.getByLabel('Tên').inputValue(), '')
  await dialog.getByLabel('Tên').fill('có sẵn')
  await dialog.getByText('Tên này là của bản đi kèm phần mềm; hãy đặt tên khác.').waitFor()
  await dialog.getByLabel('Tên').fill('Năm 2027')
  await dialog.getByText('Sẽ lưu thành tên mới "Năm 2027", bản 1.').waitFor()
  assert.match(await textOf(dialog.getByRole('row', { name: /RAM từ/ })), /8 GB.*16 GB/)
  await expectAccessible(page)
  await screenshot(page, 'plan-save-vi')
  await dialog.getByRole('button', { name: 'Lưu', exact: true }).click()
  await page.waitForURL('**/plan?policy=1&on=2026-12-31&price-ssd=900000')
  assert.equal(await page.getByLabel('RAM từ', { exact: true }).inputValue(), '16')
  await page.getByRole('button', { name: 'Bảng giá: Lưu thành bản mới…' }).click()
  await dialog.getByLabel('Tên').fill('Giá 2027')
  await dialog.getByLabel('Giá áp dụng từ ngày').fill('2027-01-01')
  assert.match(await textOf(dialog.getByRole('table')), /01\/07\/2025.*01\/01\/2027.*ổ SSD.*1\.000\.000 đ.*900\.000 đ/s)
  await dialog.getByRole('button', { name: 'Lưu', exact: true }).click()
  await page.waitForURL('**/plan?policy=1&priceBook=2&on=2026-12-31')
  await page.locator('option:checked', { hasText: 'Giá 2027, bản 1, giá từ 01/01/2027' }).waitFor({ state: 'attached' })
  await showsPlan(page, await planOf(page, `policy=0&priceBook=0&on=2026-12-31&memoryBytes=${GIB_16}&price-ssd=900000`))
  // The version that comes with the product answers as before.
  await page.getByLabel('Chính sách', { exact: true }).selectOption('0')
  await page.waitForURL('**/plan?policy=0&priceBook=2&on=2026-12-31')
  assert.equal(await page.getByLabel('RAM từ', { exact: true }).inputValue(), '8')
})

test('a ceiling by a later decision is added to the price book, and warns from its day on', async (t) => {
  const page = await visit(t, inside)
  await page.goto('/plan?priceBook=0&on=2026-12-31&price-desktop=21000000')
  await page.getByText('máy tính để bàn: giá vượt mức tối đa 20.000.000 đ', { exact: false }).waitFor()
  await page.getByText('Mức giá tối đa theo ngày').click()
  await page.getByText('máy tính để bàn: 20.000.000 đ từ 01/07/2025 (QĐ 15/2025/QĐ-TTg) đang áp dụng').waitFor()
  await page.getByRole('button', { name: 'Sửa mức giá tối đa…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Thêm mức' }).click()
  await dialog.getByText('Nhập ngày, số tiền và văn bản quy định.').waitFor()
  await dialog.getByLabel('Tên').fill('Giá có trần mới')
  await dialog.getByLabel('Từ ngày, dòng 5').fill('2026-06-01')
  await dialog.getByLabel('Mức tối đa (đồng), dòng 5').fill('22 triệu')
  await dialog.getByLabel('Văn bản, dòng 5').fill('QĐ 10/2026/QĐ-TTg')
  await dialog.getByRole('row', { name: /máy tính để bàn, từ 01\/06\/2026.*22\.000\.000 đ \(QĐ 10\/2026\/QĐ-TTg\)/ }).waitFor()
  await expectAccessible(page)
  await screenshot(page, 'plan-ceilings-vi')
  await dialog.getByRole('button', { name: 'Lưu', exact: true }).click()
  await page.waitForURL(/priceBook=[1-9]\d*&on=2026-12-31&price-desktop=21000000$/)
  await page.getByText('Mức tối đa 22.000.000 đ (QĐ 10/2026/QĐ-TTg)').waitFor()
  await page.getByLabel('Xét theo ngày').fill('2026-05-31')
  await page.getByText('máy tính để bàn: giá vượt mức tối đa 20.000.000 đ', { exact: false }).waitFor()
})

test('the default is a decision: whoever keeps policies makes a name the default, and everybody opens it', async (t) => {
  const page = await visit(t, { ...inside, language: 'en' })
  const { policy } = (await planOf(page)).terms.policy
  const csrf = ((await (await page.request.get('/api/v1/session')).json()) as { csrfToken: string }).csrfToken
  const headers = { 'x-csrf-token': csrf }
  const saved = await page.request.post('/api/v1/policies', { headers, data: { name: 'Province', policy: { ...policy, cores: 4 } } })
  const { id } = (await saved.json()) as { id: number }
  await page.goto('/plan')
  const choice = page.getByLabel('Policy', { exact: true })
  assert.equal(await choice.inputValue(), '0', 'what was saved last is nobody’s default')
  await choice.selectOption(String(id))
  await page.getByRole('button', { name: 'Policy: Make "Province" the default…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('From now on everybody’s plans go by "Province"', { exact: false }).waitFor()
  await expectAccessible(page)
  await screenshot(page, 'plan-default-en')
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await page.locator('option:checked', { hasText: 'Province, version 1 · default' }).waitFor({ state: 'attached' })
  await page.goto('/plan')
  await page.locator('option:checked', { hasText: 'Province, version 1 · default' }).waitFor({ state: 'attached' })
  await page.request.put('/api/v1/policies/default', { headers, data: { name: null } })
})
