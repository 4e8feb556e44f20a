/** Scenarios and committed plans in a browser: terms kept and compared, a plan committed, and what became of it followed from the sentence down to one PC. */
import assert from 'node:assert/strict'
import { before, type TestContext, test } from 'node:test'
import { sql } from 'kysely'
import { openDatabase } from '#collector/store/database.ts'
import type { CommittedLines, CommittedPlan, CommittedPlans, Scenarios } from '#shared/api/committed-plans.ts'
import type { Plan } from '#shared/api/plans.ts'
import { formatMillionDong, formatNumber } from '#shared/text/numbers.ts'
import { changeMeasures } from '../collector/told-measures.ts'
import { startDemoLedger } from './demo-ledger.ts'
import { cookiesOf, expectAccessible, screenshot, textOf, type Visit, visit } from './visit.ts'

const PCS = 240
const GIB = 1024 ** 3
const TERMS = `budget=400000000&memoryBytes=${16 * GIB}&systemDiskSsd=true`

let ledger: Awaited<ReturnType<typeof startDemoLedger>>
let inside: Visit
before(async (t) => {
  ledger = await startDemoLedger(t as TestContext, PCS)
  inside = { url: ledger.url, cookies: await cookiesOf(ledger.url, ledger.adminPassword) }
})

type Asking = Awaited<ReturnType<typeof visit>>
const get = async <T>(page: Asking, path: string): Promise<T> => (await page.request.get(`/api/v1/${path}`)).json() as Promise<T>

async function expectNoOverflow(page: Asking): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  assert.ok(overflow <= 0, `${overflow} px too wide`)
}

test('terms are kept as the address has them, opened again, compared with others and with the present ones, and removed', async (t) => {
  const page = await visit(t, inside)
  await page.goto('/plan/scenarios')
  await page.getByText('Chưa có phương án nào.', { exact: false }).waitFor()
  const keep = async (query: string, name: string) => {
    await page.goto(`/plan?${query}`)
    await page.getByRole('button', { name: 'Lưu phương án…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Lưu', exact: true }).click()
    await dialog.getByText('Nhập tên, dài nhất 100 chữ.').waitFor()
    await dialog.getByLabel('Tên phương án').fill(name)
    await expectAccessible(page)
    await screenshot(page, 'scenario-save-vi')
    await dialog.getByRole('button', { name: 'Lưu', exact: true }).click()
    await page.getByText(`Đã lưu phương án "${name}".`).waitFor()
  }
  await keep(TERMS, 'Đủ tiền')
  await keep('policy=0&priceBook=0&years=2&budget=100000000,50000000&systemDiskSsd=false', 'Ít tiền')
  const { scenarios } = await get<Scenarios>(page, 'scenarios')
  assert.deepEqual(
    scenarios.map(({ name, asked }) => [name, asked.budget, asked.systemDiskSsd, asked.memoryBytes]),
    [
      ['Ít tiền', '100000000,50000000', false, undefined],
      ['Đủ tiền', '400000000', true, 16 * GIB],
    ],
  )
  await page.getByRole('link', { name: 'Phương án', exact: true }).click()
  await page.waitForURL('**/plan/scenarios?policy=0&priceBook=0&years=2&**')
  await page.getByLabel('So sánh Đủ tiền').check()
  await page.getByLabel('So sánh Ít tiền').check()
  await page.getByLabel('So sánh Hiện tại').check()
  await page.waitForURL(/ids=\d+,\d+,now$/)
  assert.ok(await page.getByText('Đã chọn ba', { exact: false }).isVisible())
  const needs = page.getByRole('row', { name: /^Tổng nhu cầu/ })
  await needs.waitFor()
  const plans = await Promise.all(
    [TERMS, 'policy=0&priceBook=0&years=2&budget=100000000,50000000&systemDiskSsd=false'].map((query) => get<Plan>(page, `plan?${query}`)),
  )
  const [enough, little] = plans.map(({ total }) => total.costDong) as [number, number]
  const written = await needs.locator('td').allInnerTexts()
  assert.ok(written[0]?.startsWith(formatMillionDong(enough, 'vi')), written[0])
  const less = little < enough ? '−' : '+'
  assert.ok(
    written[1]?.startsWith(`(${less}${formatMillionDong(Math.abs(little - enough), 'vi')}) ${formatMillionDong(little, 'vi')}`),
    written[1],
  )
  assert.equal(written[1], written[2], 'the present terms are those of the second')
  const first = plans[0]?.rows.find(({ kind, numbers }) => kind === 'unit' && numbers.costDong > 0)
  const unit = page.getByRole('row', { name: first?.name ?? '' }).last()
  assert.ok((await textOf(unit.locator('td').first())).includes(formatMillionDong(first?.numbers.costDong ?? 0, 'vi')))
  await expectAccessible(page)
  await expectNoOverflow(page)
  await screenshot(page, 'scenarios-vi', { fullPage: true })
  await page.getByRole('link', { name: 'Đủ tiền' }).click()
  // With the day it was kept on, and the first of its years: after New Year it says the same.
  const year = new Date().getFullYear()
  await page.waitForURL(({ pathname, searchParams }) => {
    const kept = [...new URLSearchParams(TERMS.replace('&systemDiskSsd=true', ''))].every(([key, value]) => searchParams.get(key) === value)
    return pathname === '/plan' && kept && searchParams.get('on') !== null && Number(searchParams.get('firstYear')) > year
  })
  await page.goBack()
  await page.getByRole('button', { name: 'Xóa phương án Ít tiền' }).click()
  await page.getByRole('dialog').getByText('Phương án sẽ không còn trong danh sách của mọi người.', { exact: false }).waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Xóa', exact: true }).click()
  await page.waitForURL(/ids=\d+,now$/)
  assert.equal((await get<Scenarios>(page, 'scenarios')).scenarios.length, 1)
})

test('a plan is committed after it was said what is frozen, and its progress is told by what is reported since', async (t) => {
  const page = await visit(t, inside)
  const query = 'policy=0&priceBook=0&years=2&budget=400000000'
  const { total } = await get<Plan>(page, `plan?${query}`)
  await page.goto(`/plan?${query}`)
  await page.getByRole('button', { name: 'Duyệt kế hoạch…' }).click()
  const dialog = page.getByRole('dialog')
  const says = await textOf(dialog)
  assert.ok(
    says.includes(`${formatNumber(total.mend + total.replace + total.move, 'vi')} máy: ${formatNumber(total.mend, 'vi')} nâng cấp`),
    says,
  )
  assert.ok(says.includes(`${formatNumber(total.unknown, 'vi')} máy chưa rõ không có trong kế hoạch`), says)
  assert.ok(says.includes('không sửa và không xóa được'), says)
  await expectAccessible(page)
  await screenshot(page, 'commit-vi')
  await dialog.getByLabel('Tên kế hoạch').fill('Kế hoạch hai năm')
  await dialog.getByLabel('Ghi chú', { exact: false }).fill('Theo tờ trình của phòng')
  await dialog.getByRole('button', { name: 'Duyệt', exact: true }).click()
  await page.waitForURL(/\/plan\/committed\/\d+$/)
  const id = Number(page.url().split('/').at(-1))
  await page.locator('h1', { hasText: 'Kế hoạch hai năm' }).waitFor()
  const frozen = await get<CommittedPlan>(page, `committed-plans/${id}`)
  assert.deepEqual(
    [frozen.total.lines, frozen.total.costDong, frozen.total.done],
    [total.mend + total.replace + total.move, total.costDong, 0],
  )
  assert.equal(frozen.terms.policy.id, 0)

  // One PC got what it was to get, and one that was to be replaced left the ledger.
  const { rows } = await get<CommittedLines>(page, `committed-plans/${id}/lines?limit=200`)
  const mended =
    rows.find(({ verdict, remedies }) => verdict === 'mend' && remedies.join() === 'add-memory') ??
    rows.find(({ verdict }) => verdict === 'mend')
  const replaced = rows.find(({ verdict }) => verdict === 'replace')
  assert.ok(mended && replaced)
  await mend(mended.pcId)
  const { csrfToken } = await get<{ csrfToken: string }>(page, 'session')
  const retired = await page.request.post('/api/v1/pcs/moves', { data: { pcIds: [replaced.pcId] }, headers: { 'x-csrf-token': csrfToken } })
  assert.equal(retired.status(), 200, await retired.text())

  await page.reload()
  await page.locator('.sentence', { hasText: `2 trên ${formatNumber(frozen.total.lines, 'vi')} máy đã thực hiện` }).waitFor()
  await expectAccessible(page)
  await expectNoOverflow(page)
  await screenshot(page, 'committed-plan-vi', { fullPage: true })
  await page.getByRole('link', { name: `${mended.unit}, đã thực hiện: `, exact: false }).click()
  await page.waitForURL(new RegExp(`/plan/committed/${id}/lines\\?unit=\\d+&outcome=done$`))
  await page.locator('h1', { hasText: new RegExp(`^[12] máy đã thực hiện, ${mended.unit}$`) }).waitFor()
  const line = page.locator('.line-table tr', { has: page.locator(`a[href='/pcs/${mended.pcId}']`) })
  assert.match(await textOf(line), /đã thực hiện.*64 GB.*\d\d\/\d\d\/\d{4}/)
  await expectAccessible(page)
  await expectNoOverflow(page)
  await screenshot(page, 'committed-lines-vi')
  await page.getByLabel('Kết quả').selectOption('')
  await page.waitForURL(/lines\?unit=\d+$/)
  await page.getByText('Xuất', { exact: true }).click()
  const address = await page.getByRole('link', { name: 'CSV' }).getAttribute('href')
  const file = await (await page.request.get(address ?? '')).text()
  assert.ok(file.includes(mended.name) && file.includes('Theo kế hoạch'))
  await page.keyboard.press('Escape')
  await page.locator(`.line-table a[href='/pcs/${mended.pcId}']`).click()
  await page.waitForURL(`**/pcs/${mended.pcId}`)
  await page.goto('/plan/committed')
  await page.getByRole('link', { name: 'Kế hoạch hai năm' }).waitFor()
  await expectAccessible(page)
  await screenshot(page, 'committed-plans-vi')
})

/** As a report would leave it that tells of memory in plenty and nothing else to be done. */
async function mend(pcId: number): Promise<void> {
  const database = await openDatabase(ledger.dataFolder, '')
  try {
    await database.write(async (db) => {
      await sql`update pc_contact set inventory_at = ${Date.now() + 1_000} where pc_id = ${pcId}`.execute(db)
      await sql`update pc_fact set since = ${Date.now() + 1_000} where pc_id = ${pcId} and fact = 'memory'`.execute(db)
      await sql`update pc set memory_bytes = ${64 * GIB} where id = ${pcId}`.execute(db)
    })
    const mended = { memoryBytes: 64 * GIB, memoryVisibleBytes: 63 * GIB, systemDiskKind: 'ssd' } as const
    await changeMeasures(database, (measured) => (measured === pcId ? mended : undefined))
  } finally {
    await database.close()
  }
}

test('a list narrowed by unit and year says how many once all are read, and an empty one how to see more', async (t) => {
  const page = await visit(t, { ...inside, language: 'en' })
  const { plans } = await get<CommittedPlans>(page, 'committed-plans')
  const id = plans[0]?.id
  const plan = await get<CommittedPlan>(page, `committed-plans/${id}`)
  await page.goto(`/plan/committed/${id}`)
  const year = plan.years[0]
  await page.getByRole('link', { name: `${year?.year}, PCs: ${year?.progress.lines}` }).click()
  await page.locator('h1', { hasText: `${year?.progress.lines} PCs of the plan in ${year?.year}, Everything` }).waitFor()
  await page.goto(`/plan/committed/${id}/lines?block=IV&outcome=done&year=1`)
  await page.getByText('There is no such PC in this plan. Remove one of the filters above to see more.').waitFor()
  await page.goto('/plan/committed/99')
  await page.getByRole('link', { name: 'Committed plans' }).waitFor()
})

test('with the keyboard alone: from the head of the plan to the committed one and to its lines', async (t) => {
  const page = await visit(t, inside)
  await page.goto('/plan')
  await page.locator('.verdicts').waitFor()
  await page.getByRole('link', { name: 'Kế hoạch đã duyệt' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Kế hoạch hai năm' }).focus()
  await page.keyboard.press('Enter')
  await page.locator('.verdicts a').first().focus()
  await page.keyboard.press('Enter')
  await page.locator('.line-table').waitFor()
})

test('a viewer reads scenarios and committed plans, and neither keeps, removes nor commits', async (t) => {
  const password = await ledger.command('person', 'create', '--user', 'nguoi-xem', '--role', 'viewer')
  const page = await visit(t, { url: ledger.url, cookies: await cookiesOf(ledger.url, password, 'nguoi-xem') })
  await page.goto('/plan')
  await page.locator('.verdicts').waitFor()
  assert.equal(await page.getByRole('button', { name: /Lưu phương án|Duyệt kế hoạch/ }).count(), 0)
  await page.goto('/plan/scenarios')
  await page.getByRole('link', { name: 'Đủ tiền' }).waitFor()
  assert.equal(await page.getByRole('button', { name: /Xóa/ }).count(), 0)
  await page.goto('/plan/committed')
  await page.getByRole('link', { name: 'Kế hoạch hai năm' }).click()
  await page.locator('.progress-table').first().waitFor()
})

test('on paper a committed plan stands without controls, with its terms and what the outcomes mean', async (t) => {
  const page = await visit(t, { ...inside, theme: 'dark' })
  const { plans } = await get<CommittedPlans>(page, 'committed-plans')
  await page.goto(`/plan/committed/${plans[0]?.id}`)
  await page.locator('.progress-table').first().waitFor()
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 1032, height: 720 })
  assert.equal(await page.locator('.plan-links').isVisible(), false)
  assert.ok(await page.getByText('Chính sách', { exact: true }).isVisible())
  await screenshot(page, 'committed-plan-print-vi', { fullPage: true })
  await page.goto(`/plan/committed/${plans[0]?.id}/lines`)
  await page.locator('.line-table').waitFor()
  await screenshot(page, 'committed-lines-print-vi', { fullPage: true })
})
