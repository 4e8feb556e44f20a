/** Reorganising in a browser, in both languages: a plan from acts, what stands in its way, what it would do, the deed, and the tree after it. */
import assert from 'node:assert/strict'
import { before, type TestContext, test } from 'node:test'
import type { Page } from 'playwright-core'
import { dayBefore } from '#shared/text/days.ts'
import { KNOWN_PCS, UNITS } from './known-pcs.ts'
import { type Ledger, startLedger } from './ledger.ts'
import { cookiesOf, expectAccessible, screenshot, textOf, type Visit, visit } from './visit.ts'

let ledger: Ledger
let inside: Visit
before(async (t) => {
  ledger = await startLedger(t as TestContext)
  inside = { url: ledger.url, cookies: await cookiesOf(ledger.url, ledger.adminPassword) }
})

const [HOME, DISTRICT] = UNITS
const OWN = KNOWN_PCS.filter(({ unit }) => unit === HOME).length

/** Null is all units; the password that was given. */
async function letIn(page: Page, userName: string, unitIds: readonly number[] | null): Promise<string> {
  const { csrfToken } = await (await page.request.get('/api/v1/session')).json()
  const made = await page.request.post('/api/v1/people', {
    headers: { 'x-csrf-token': csrfToken },
    data: { userName, fullName: '', role: 'viewer', unitIds },
  })
  assert.equal(made.status(), 200, await made.text())
  return (await made.json()).password
}

test('a unit is renamed from yesterday on: preview, question, and the tree says what became of it', async (t) => {
  const page = await visit(t, inside)
  await page.goto('/units')
  await page.getByRole('link', { name: 'Sắp xếp lại đơn vị' }).click()
  const day = page.getByLabel('Từ ngày')
  const yesterday = dayBefore(await day.inputValue())
  await day.fill(yesterday)
  await page.waitForURL(`**/units/reorganise?day=${yesterday}`)
  assert.equal(await page.getByRole('button', { name: 'Xem trước' }).isDisabled(), true)
  await page.getByRole('button', { name: 'Đổi tên' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Đưa vào kế hoạch' }).click()
  await dialog.getByText('Chọn một đơn vị.').waitFor()
  await dialog.getByLabel('Đơn vị', { exact: true }).selectOption({ label: HOME })
  await dialog.getByText('Ghi tên hoặc mã khác với hiện nay.').waitFor()
  await dialog.getByLabel('Tên đơn vị').fill('Sở Nội vụ và Lao động')
  await dialog.getByLabel('Mã định danh').fill('H34.12')
  await expectAccessible(page)
  await screenshot(page, 'reorganise-rename-vi')
  await dialog.getByRole('button', { name: 'Đưa vào kế hoạch' }).click()
  await page.getByRole('table', { name: 'Đơn vị kết thúc' }).getByText('Sở Nội vụ và Lao động').waitFor()

  // A look at another page loses nothing.
  await page.getByRole('link', { name: 'Về cây đơn vị' }).click()
  await page.goBack()
  await page.getByRole('button', { name: 'Xem trước' }).click()
  await page.getByText(`1 đơn vị kết thúc, 1 đơn vị mới, ${OWN} máy chuyển.`, { exact: false }).waitFor()
  await page.getByText('Không ai mất quyền xem.').waitFor()
  await expectAccessible(page)
  await screenshot(page, 'reorganise-preview-vi')
  await page.getByRole('button', { name: 'Thực hiện' }).click()
  await dialog.getByText('Không có nút hoàn tác', { exact: false }).waitFor()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Thực hiện' }).click()
  await page.waitForURL(`**/units?asOf=${yesterday}`)
  await page.getByRole('status').getByText(`Đã sắp xếp lại: 1 đơn vị kết thúc, 1 đơn vị mới, ${OWN} máy chuyển.`).waitFor()
  const row = page.locator('tbody tr', { hasText: 'Sở Nội vụ và Lao động' })
  await row.waitFor()
  assert.match(await textOf(row), new RegExp(`H34\\.12.*${OWN}lập từ ${HOME}`))
  await screenshot(page, 'reorganised-vi')
})

test('what stands in the way is said in sentences; put right, units merge, and a plan can be changed and dropped', async (t) => {
  const page = await visit(t, { ...inside, language: 'en' })
  await page.goto('/units/reorganise')
  await page.getByRole('button', { name: 'Merge' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Sở Nội vụ và Lao động').check()
  await dialog.getByRole('button', { name: 'Put into the plan' }).click()
  await dialog.getByText('Choose at least two units.').waitFor()
  await dialog.getByLabel(DISTRICT).check()
  await dialog.getByLabel('Name').fill('Sở Hợp nhất')
  await expectAccessible(page)
  await screenshot(page, 'reorganise-merge-en')
  await dialog.getByRole('button', { name: 'Put into the plan' }).click()
  const ended = page.getByRole('table', { name: 'Units that end' })
  assert.equal(await ended.getByText('Sở Hợp nhất').count(), 2)

  const day = page.getByLabel('From')
  await day.fill('2015-12-31')
  await page.getByRole('button', { name: 'Preview' }).click()
  await page.getByText(`${DISTRICT}: began on 01/01/2016 and cannot end on 31/12/2015.`).waitFor()
  assert.equal(await page.getByRole('button', { name: 'Do it' }).count(), 0)
  await expectAccessible(page)
  await screenshot(page, 'reorganise-problems-en')
  await day.fill('2199-01-01')
  await page.getByText('Choose a day that is not after today.').waitFor()
  assert.equal(await page.getByRole('button', { name: 'Preview' }).isDisabled(), true)
  await page.goto('/units/reorganise')
  await page.getByText('No unit ends yet.').waitFor()

  const { units } = await (await page.request.get('/api/v1/units')).json()
  await letIn(page, 'chi-huyen', [units.find(({ name }: { name: string }) => name === DISTRICT).id])
  await page.getByRole('button', { name: 'Split' }).click()
  await dialog.getByLabel('Unit to split').selectOption({ label: DISTRICT })
  await dialog.getByLabel('Names of the new units, one a line').fill('UBND xã Đăk Pék\n\nUBND xã Đăk Môn')
  await dialog.getByRole('button', { name: 'Put into the plan' }).click()
  await ended.getByText('(takes the PCs)').waitFor()
  const made = page.getByRole('table', { name: 'New units' })
  await made.getByRole('button', { name: 'Change UBND xã Đăk Môn' }).click()
  await dialog.getByLabel('Block').selectOption({ label: 'III. Communes' })
  await dialog.getByRole('button', { name: 'Put into the plan' }).click()
  await made.getByRole('row', { name: /UBND xã Đăk Môn III/ }).waitFor()
  await page.getByRole('button', { name: 'Preview' }).click()
  await page.getByText('units that end: 1; new units: 2; PCs that move:', { exact: false }).waitFor()
  await page.getByText('chi-huyen').waitFor()
  await expectAccessible(page)
  await screenshot(page, 'reorganise-preview-en')
  await made.getByRole('button', { name: 'Drop UBND xã Đăk Môn' }).click()
  assert.equal(await page.getByRole('button', { name: 'Do it' }).count(), 0, 'a preview of another plan is no preview')
  await page.getByRole('button', { name: 'Drop the whole plan' }).click()
  await page.getByText('No unit ends yet.').waitFor()
})

test('a list with other codes says so, and replaces them when asked; a code alone can be changed by hand too', async (t) => {
  const page = await visit(t, inside)
  await page.goto('/units/reorganise')
  await page.getByRole('button', { name: 'Thêm từ tệp…' }).click()
  const dialog = page.getByRole('dialog')
  const buffer = Buffer.from(`Cơ quan, đơn vị;Mã định danh\n${DISTRICT};G12.77\n`)
  await dialog.getByLabel('Tệp danh sách').setInputFiles({ name: 'don-vi.csv', mimeType: 'text/csv', buffer })
  await dialog.getByText('1 đã có nhưng tệp ghi khác', { exact: false }).waitFor()
  await dialog.getByText('– → G12.77', { exact: false }).waitFor()
  await dialog.getByRole('button', { name: 'Đưa vào kế hoạch' }).click()
  await dialog.getByText('đánh dấu ô trên', { exact: false }).waitFor()
  await dialog.getByLabel('Thay 1 đơn vị trên', { exact: false }).check()
  await expectAccessible(page)
  await screenshot(page, 'reorganise-list-vi')
  await dialog.getByRole('button', { name: 'Đưa vào kế hoạch' }).click()
  await page
    .getByRole('table', { name: 'Đơn vị mới' })
    .getByRole('row', { name: /G12\.77/ })
    .waitFor()
  await page.getByRole('button', { name: 'Bỏ cả kế hoạch' }).click()

  await page.getByRole('button', { name: 'Đổi tên, mã' }).click()
  await dialog.getByLabel('Đơn vị', { exact: true }).selectOption({ label: DISTRICT })
  await dialog.getByLabel('Mã định danh').fill('G12.78')
  await dialog.getByRole('button', { name: 'Đưa vào kế hoạch' }).click()
  await page
    .getByRole('table', { name: 'Đơn vị mới' })
    .getByRole('row', { name: /G12\.78/ })
    .waitFor()
})

test('who sees a part of the tree is not led to it, and is told why', async (t) => {
  const admin = await visit(t, inside)
  const password = await letIn(admin, 'xem-thoi', null)
  const cookies = await cookiesOf(ledger.url, password, 'xem-thoi')
  const page = await visit(t, { url: ledger.url, cookies })
  const session = await (await page.request.get('/api/v1/session')).json()
  await page.request.post('/api/v1/account/password', {
    headers: { 'x-csrf-token': session.csrfToken },
    data: { old: password, new: 'mat khau moi cua toi' },
  })
  await page.goto('/units')
  await page.locator('.count-table').waitFor()
  assert.equal(await page.getByRole('link', { name: 'Sắp xếp lại đơn vị' }).count(), 0)
  await page.goto('/units/reorganise')
  await page.getByText('Chỉ quản trị viên xem được toàn bộ đơn vị', { exact: false }).waitFor()
  await expectAccessible(page)
})
