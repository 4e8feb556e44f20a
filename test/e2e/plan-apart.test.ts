/** What a plan prices as nothing, as a planner sees it: PCs whose case or memory nobody read, virtual PCs and servers; beside the sums, in lists of their own. */
import assert from 'node:assert/strict'
import { before, type TestContext, test } from 'node:test'
import type { Plan } from '#shared/api/plans.ts'
import { formatNumber } from '#shared/text/numbers.ts'
import { unknown } from '#shared/unknown.ts'
import { changeMeasures } from '../collector/told-measures.ts'
import { startDemoLedger } from './demo-ledger.ts'
import { cookiesOf, expectAccessible, screenshot, textOf, type Visit, visit } from './visit.ts'

const PCS = 240

let inside: Visit
before(async (t) => {
  const ledger = await startDemoLedger(t as TestContext, PCS, (database) =>
    changeMeasures(database, (pcId) => {
      if (pcId % 20 === 0) return { nature: pcId % 40 === 0 ? 'server' : 'virtual' }
      if (pcId % 20 === 1) return { portable: unknown('failed') }
      return pcId % 20 === 2
        ? { memoryType: unknown('failed'), memoryBytes: 4 * 1024 ** 3, bits64: true, windows11Processor: true }
        : undefined
    }),
  )
  inside = { url: ledger.url, cookies: await cookiesOf(ledger.url, ledger.adminPassword) }
})

test('the page counts them beside the money, and leads to each list', async (t) => {
  const page = await visit(t, inside)
  await page.goto('/plan')
  const { total, unpriced }: Plan = await (await page.request.get('/api/v1/plan')).json()
  assert.ok(total.apart > 0 && total.unpriced > 0 && unpriced.length === 2, JSON.stringify(total))
  await page.locator('.verdicts').waitFor()
  const rows = page.locator('.item-table tbody tr')
  for (const words of ['máy thay mới, chưa rõ loại thân máy', 'nâng RAM, chưa rõ loại RAM'])
    assert.match(await textOf(rows.filter({ hasText: words })), /chưa rõchưa rõchưa tính tiền$/)
  await expectAccessible(page)
  await screenshot(page, 'plan-apart-vi')
  await screenshot(page, 'plan-apart-whole-vi', { fullPage: true })
  await page.getByRole('link', { name: 'Xem các máy chưa tính tiền' }).click()
  await page.locator('h1', { hasText: `${formatNumber(total.unpriced, 'vi')} máy chưa tính tiền, Toàn bộ` }).waitFor()
  await page.getByText('Cần đọc trước: loại thân máy.').first().waitFor()
  await expectAccessible(page)
  await screenshot(page, 'planned-unpriced-vi')
  await page.goBack()
  await page.getByRole('link', { name: 'Xem các máy ấy' }).click()
  await page.locator('h1', { hasText: `${formatNumber(total.apart, 'vi')} máy ngoài kế hoạch, Toàn bộ` }).waitFor()
  await page.getByText('máy ảo', { exact: true }).first().waitFor()
  await screenshot(page, 'planned-apart-vi')
})

test('in English and on paper too', async (t) => {
  const page = await visit(t, { ...inside, language: 'en' })
  await page.goto('/plan')
  await page.getByRole('link', { name: 'See the PCs not priced' }).waitFor()
  await screenshot(page, 'plan-apart-en')
  await screenshot(page, 'plan-apart-whole-en', { fullPage: true })
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 1032, height: 720 })
  await screenshot(page, 'plan-apart-print-en', { fullPage: true })
})

test('committing says what is in no sum, and the committed plan goes on saying it', async (t) => {
  const page = await visit(t, inside)
  await page.goto('/plan')
  const { total }: Plan = await (await page.request.get('/api/v1/plan')).json()
  await page.getByRole('button', { name: 'Duyệt', exact: false }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(`${formatNumber(total.unpriced, 'vi')} máy trong đó chưa tính vào kinh phí: chưa rõ phải mua loại nào.`).waitFor()
  await expectAccessible(page)
  await screenshot(page, 'plan-apart-commit-vi')
  await dialog.locator('button[type="submit"]').click()
  await page.getByText(`${formatNumber(total.unpriced, 'vi')} máy trong đó chưa tính tiền.`).waitFor()
  await screenshot(page, 'committed-apart-vi')
})
