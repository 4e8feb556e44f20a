/** Planning in a browser: terms that answer as they are moved, the way down to one PC, versions that are saved, and the file that says the same. */
import assert from 'node:assert/strict'
import { before, type TestContext, test } from 'node:test'
import { readXlsx } from 'hucre'
import type { PlannedPcs } from '#shared/api/planned-pcs.ts'
import { formatMillionDong, formatNumber } from '#shared/text/numbers.ts'
import { ADMIN_PASSWORD } from '../collector-process.ts'
import { startDemoLedger } from './demo-ledger.ts'
import { planOf, showsPlan } from './shown-plan.ts'
import { cookiesOf, expectAccessible, screenshot, textOf, type Visit, visit } from './visit.ts'

const PCS = 240
const BUDGET = '400000000'
const GIB_16 = String(16 * 1024 ** 3)

let ledger: Awaited<ReturnType<typeof startDemoLedger>>
let inside: Visit
before(async (t) => {
  ledger = await startDemoLedger(t as TestContext, PCS)
  inside = { url: ledger.url, cookies: await cookiesOf(ledger.url, ledger.adminPassword) }
})

test('a slider that is moved changes the figures, stands in the address once, and is put back', async (t) => {
  const page = await visit(t, inside)
  await page.goto('/plan')
  const [before, after] = [await planOf(page), await planOf(page, `memoryBytes=${GIB_16}`)]
  assert.notEqual(before.total.costDong, after.total.costDong)
  await showsPlan(page, before)
  const steps = await page.evaluate(() => history.length)
  const asked: string[] = []
  page.on('request', (request) => request.url().includes('/api/v1/plan?') && asked.push(request.url()))
  await page.getByLabel('RAM từ (thanh trượt)').focus()
  for (let step = 8; step < 16; step += 2) await page.keyboard.press('ArrowRight')
  await page.waitForURL(`**/plan?memoryBytes=${GIB_16}`)
  await showsPlan(page, after)
  assert.equal(await page.evaluate(() => history.length), steps + 1, 'one step of the way back')
  assert.ok(asked.length <= 4, asked.join('\n'))
  await page.getByText('đã sửa, trước là 8 GB').waitFor()
  await expectAccessible(page)
  await screenshot(page, 'plan-changed-vi')
  await page.reload()
  await showsPlan(page, after)
  assert.equal(await page.getByLabel('RAM từ', { exact: true }).inputValue(), '16')
  await page.getByRole('button', { name: 'Trả lại RAM từ: 8 GB' }).click()
  await page.waitForURL('**/plan')
  await showsPlan(page, before)
})

test('money is typed as people write it, a price above its ceiling is told, and nonsense stays in sight', async (t) => {
  const page = await visit(t, inside)
  await page.goto('/plan')
  const price = page.getByRole('textbox', { name: 'máy tính để bàn' })
  await price.fill('22 triệu')
  await page.waitForURL('**/plan?price-desktop=22000000')
  await page.getByText('máy tính để bàn: giá vượt mức tối đa 20.000.000 đ (QĐ 15/2025/QĐ-TTg).', { exact: false }).waitFor()
  await price.blur()
  assert.equal(await price.inputValue(), '22.000.000')
  await showsPlan(page, await planOf(page, 'price-desktop=22000000'))
  await price.fill('nhiều')
  await price.blur()
  await page.getByText('Nhập số tiền, như 20.000.000 hoặc 20 triệu.').waitFor()
  assert.equal(await price.inputValue(), 'nhiều')
  await page.getByRole('button', { name: 'Trả lại tất cả' }).click()
  await page.waitForURL('**/plan')
  await page.getByLabel('Ngân sách mỗi năm (đồng)').fill('0,4 tỷ')
  await page.waitForURL(`**/plan?budget=${BUDGET}`)
  await page.getByLabel('Mỗi năm một số khác').check()
  await page.getByLabel('Ngân sách năm', { exact: false }).nth(1).fill('200 triệu')
  await page.waitForURL(`**/plan?budget=${BUDGET}%2C200000000%2C${BUDGET}`)
  await showsPlan(page, await planOf(page, `budget=${BUDGET},200000000,${BUDGET}`))
  await expectAccessible(page)
  await screenshot(page, 'plan-budget-vi')
})

test('from a figure of a unit to its PCs and to the verdict on one, under the same terms', async (t) => {
  const page = await visit(t, inside)
  const query = `policy=0&priceBook=0&years=2&budget=${BUDGET}&replaceSharePercent=40`
  const plan = await planOf(page, query)
  await page.goto(`/plan?${query}`)
  const unit = plan.rows
    .filter(({ kind }) => kind === 'unit')
    .reduce((one, other) => (other.numbers.replace > one.numbers.replace ? other : one))
  await page.getByRole('link', { name: `${unit.name}, thay mới: ${unit.numbers.replace}` }).click()
  await page.waitForURL(/\/plan\/pcs\?.*budget=400000000&replaceSharePercent=40&verdict=replace&inUnit=\d+$/)
  await page.locator('h1', { hasText: `${unit.numbers.replace} máy thay mới, ${unit.name}` }).waitFor()
  assert.equal(await page.locator('.planned-table tbody tr').count(), unit.numbers.replace)
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  assert.ok(overflow <= 0, `${overflow} px too wide`)
  await expectAccessible(page)
  await screenshot(page, 'planned-pcs-vi')
  const year = plan.terms.years[0]?.year
  await page.getByLabel('Năm', { exact: true }).selectOption(String(year))
  await page.locator('h1', { hasText: new RegExp(`^\\d+ máy thay mới năm ${year}, ${unit.name}$`) }).waitFor()
  const listed = Number(/^\d+/.exec(await textOf(page.locator('h1')))?.[0])
  const { total }: PlannedPcs = await (
    await page.request.get(`/api/v1/plan/pcs?${query}&verdict=replace&inUnit=${unit.unitId}&year=0`)
  ).json()
  assert.equal(listed, total)
  await page.getByRole('button', { name: `Bỏ điều kiện Năm: ${year}` }).click()
  await page.locator('h1', { hasText: `${unit.numbers.replace} máy thay mới, ` }).waitFor()
  await page.locator('.planned-table tbody th a').first().click()
  await page.waitForURL(/\/pcs\/\d+\?.*replaceSharePercent=40$/)
  await page.locator('.verdict-line', { hasText: 'thay mới' }).waitFor()
  const rules = page.locator('.rule-table tbody tr')
  const telling = await rules.count()
  await page.getByRole('button', { name: 'Tất cả tiêu chí (16)' }).click()
  assert.equal(await rules.count(), 16)
  assert.ok(telling > 0 && telling < 16)
  await expectAccessible(page)
  await screenshot(page, 'pc-verdict-vi')
  await page.locator('.pc-verdict').getByRole('link', { name: 'Về kế hoạch' }).click()
  await page.waitForURL(/\/plan\?.*replaceSharePercent=40$/)
})

test('a list longer than a page goes on, and what is not decided says what must be read first', async (t) => {
  const page = await visit(t, { ...inside, language: 'en' })
  const { total } = await planOf(page)
  await page.goto('/plan/pcs?verdict=mend')
  await page.locator('h1', { hasText: `${total.mend} PCs to upgrade, Everything` }).waitFor()
  assert.equal(await page.locator('.planned-table tbody tr').count(), 50)
  await page.getByRole('button', { name: 'Show more' }).click()
  await page.waitForFunction(() => document.querySelectorAll('.planned-table tbody tr').length > 50)
  await page.goto('/plan/pcs?verdict=unknown')
  await page.locator('h1', { hasText: `${total.unknown} PCs of which too little is known` }).waitFor()
  await page.getByText('To be read first: ', { exact: false }).first().waitFor()
  await page.locator('.planned-table tbody th a').first().click()
  await page.locator('.verdict-line', { hasText: 'unknown To be read first' }).waitFor()
  await page.getByText('No verdict before it is read.').first().waitFor()
  await page.goto('/plan/pcs?verdict=keep&remedy=replace')
  await page.getByText('There is no such PC in this plan. Remove one of the filters above to see more.').waitFor()
})

test('three clicks from logging in to the workbook, whose totals are those of the page', async (t) => {
  const page = await visit(t, { url: ledger.url })
  await page.goto('/log-in')
  await page.getByLabel('Tên đăng nhập').fill('admin')
  await page.getByLabel('Mật khẩu', { exact: true }).fill(ADMIN_PASSWORD)
  await page.keyboard.press('Enter')
  await page.locator('.pc-table').waitFor()
  await page.getByRole('link', { name: 'Kế hoạch', exact: true }).click()
  await page.getByText('Xuất', { exact: true }).click()
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Excel (XLSX)' }).click()
  assert.match((await coming).suggestedFilename(), /^ke-hoach-\d{4}-\d\d-\d\d\.xlsx$/)
})

test('the workbook of a view says what the page says', async (t) => {
  const page = await visit(t, inside)
  await page.goto(`/plan?policy=0&priceBook=0&budget=${BUDGET}&memoryBytes=${GIB_16}`)
  const sums = page.locator('.item-table tfoot tr')
  await sums.waitFor()
  await page.getByText('Xuất', { exact: true }).click()
  const address = await page.getByRole('link', { name: 'Excel (XLSX)' }).getAttribute('href')
  const { sheets } = await readXlsx(await (await page.request.get(address ?? '')).body())
  const [items, units, needs] = sheets
  const shown = (await sums.locator('td').allInnerTexts()).filter((text) => text !== '')
  const money = items?.rows[0]?.findIndex((heading) => String(heading).startsWith('Kinh phí')) ?? -1
  const lines = (items?.rows ?? []).slice(1, -1)
  const dong = Number(items?.rows.at(-1)?.[money])
  assert.equal(
    lines.reduce((all, row) => all + (typeof row[money] === 'number' ? row[money] : 0), 0),
    dong,
  )
  // Pieces of different things make no sum: money alone is added up.
  assert.deepEqual(shown, [formatMillionDong(dong, 'vi')])
  const plan = await planOf(page, `policy=0&priceBook=0&budget=${BUDGET}&memoryBytes=${GIB_16}`)
  assert.equal(dong, plan.total.costDong)
  assert.equal(
    Number(needs?.rows.at(-1)?.find((cell, place) => place > 12 && typeof cell === 'number' && cell > 1_000_000)),
    plan.total.costDong,
    'the need list comes to the same',
  )
  const headings = (units?.rows[0] ?? []).map(String)
  const total = (units?.rows ?? []).find((row) => row[1] === 'Tổng cộng')
  const first = await page.locator('.plan-units tbody tr').first().locator('td').allInnerTexts()
  assert.equal(first.at(-1), formatMillionDong(Number(total?.at(-1)), 'vi'))
  assert.equal(first[3], formatNumber(Number(total?.[headings.indexOf('Tổng số máy')]), 'vi'))
})

test('what people miss by the norm stands by unit, at least where groups I-VI are not told, and the norm is moved like any term', async (t) => {
  for (const language of ['vi', 'en'] as const) {
    const page = await visit(t, { ...inside, language })
    const { rows } = await planOf(page, 'policy=0')
    await page.goto('/plan?policy=0')
    const table = page.locator('.plan-units')
    await table.waitFor()
    const shown = async (name: string) => (await table.getByRole('row', { name }).first().locator('td').allInnerTexts()).slice(0, 3)
    const units = rows.filter(({ kind }) => kind === 'unit')
    const [told, untold] = [units.find(({ leaders }) => leaders !== undefined), units.find(({ leadersUntold }) => leadersUntold > 0)]
    assert.ok(told && untold)
    assert.deepEqual(
      await shown(told.name),
      [told.staff, told.leaders, told.needByStaff].map((number) => formatNumber(number ?? -1, language)),
    )
    const [, groups, missing = ''] = await shown(untold.name)
    assert.equal(groups, language === 'vi' ? 'chưa có số' : 'not told')
    assert.match(missing, /^≥ /)
    await page.getByText(language === 'vi' ? 'Dấu ≥ nghĩa là ít nhất.' : 'The mark ≥ means at least.', { exact: false }).waitFor()
    await table.scrollIntoViewIfNeeded()
    await expectAccessible(page)
    await screenshot(page, `plan-norm-${language}`)
    await page.getByLabel(language === 'vi' ? 'Máy mỗi người nhóm I-VI' : 'PCs for each of groups I-VI').fill('1')
    await page.getByText(language === 'vi' ? 'Định mức: mỗi người một máy.' : 'Norm: one PC for each person.', { exact: false }).waitFor()
    assert.match(page.url(), /leaderPcs=1/)
  }
})

test('who may not keep policies sees no way to save, and everything else', async (t) => {
  const password = await ledger.command('person', 'create', '--user', 'nguoi-xem', '--role', 'viewer')
  const page = await visit(t, { url: ledger.url, cookies: await cookiesOf(ledger.url, password, 'nguoi-xem') })
  await page.goto(`/plan?policy=0&memoryBytes=${GIB_16}`)
  await page.getByText('đã sửa, trước là 8 GB').waitFor()
  await page.locator('.verdicts').waitFor()
  assert.equal(await page.getByRole('button', { name: /Lưu thành bản mới/ }).count(), 0)
})

test('with the keyboard alone: past the terms to the figures, down to the PCs', async (t) => {
  const page = await visit(t, inside)
  await page.goto('/plan?policy=0&priceBook=0')
  await page.locator('.verdicts').waitFor()
  await page.getByText('Xuất', { exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Excel (XLSX)' }).waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  assert.equal(await page.locator(':focus').innerText(), 'Tới kết quả')
  await screenshot(page, 'plan-keyboard-vi')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  const focused = page.locator(':focus')
  assert.match(await focused.innerText(), /\d\s+(giữ lại|nâng cấp)/)
  await page.keyboard.press('Enter')
  await page.locator('.planned-table').waitFor()
})

test('on paper the terms stand in words above the figures, and no fields', async (t) => {
  const page = await visit(t, { ...inside, theme: 'dark' })
  await page.goto(`/plan?policy=0&budget=${BUDGET}&memoryBytes=${GIB_16}`)
  await page.locator('.verdicts').waitFor()
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 1032, height: 720 })
  assert.match(await page.locator('.print-head').innerText(), /RAM ≥ 16 GB.*Ngân sách:\s+\d{4}: 400\.000\.000 đ/s)
  assert.equal(await page.locator('.plan-terms').isVisible(), false)
  await screenshot(page, 'plan-print-vi', { fullPage: true })
})

test('terms the collector refuses are told in words, with the way out', async (t) => {
  const page = await visit(t, inside)
  await page.goto('/plan?policy=77')
  await page.getByText('policy: không có chính sách số 77').waitFor()
  await page.getByRole('link', { name: 'Bỏ mọi điều kiện và tính lại từ đầu' }).click()
  await page.locator('.verdicts').waitFor()
})
