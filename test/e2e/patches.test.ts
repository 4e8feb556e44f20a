/** The patch page in a browser: which PCs can go to Windows 11 with a list behind each figure, and what a table that is too old leaves unknown. */
import assert from 'node:assert/strict'
import { before, type TestContext, test } from 'node:test'
import type { Patches } from '#shared/api/patches.ts'
import { formatNumber } from '#shared/text/numbers.ts'
import { startDemoLedger } from './demo-ledger.ts'
import { cookiesOf, textOf, type Visit, visit } from './visit.ts'

const PCS = 120

let inside: Visit
before(async (t) => {
  const ledger = await startDemoLedger(t as TestContext, PCS)
  inside = { url: ledger.url, cookies: await cookiesOf(ledger.url, ledger.adminPassword) }
})

test('from what stands in the way of Windows 11 to the PCs, and to the answer on the page of one', async (t) => {
  const page = await visit(t, inside)
  await page.goto('/patches')
  const { total, hindered }: Patches = await (await page.request.get('/api/v1/patches')).json()
  assert.ok(total.windows11.ready > 0 && total.windows11['not-ready'] > 0 && hindered['win11-processor'] > 0)
  const figure = (label: string, count: number) => page.getByRole('link', { name: `${formatNumber(count, 'vi')}: ${label}`, exact: true })
  await figure('Lên Windows 11: sẵn sàng', total.windows11.ready).waitFor()
  await figure('Chưa lên được Windows 11 vì: bộ xử lý', hindered['win11-processor']).click()
  await page.waitForURL('**/patches/pcs?**hinder=win11-processor')
  const row = page.locator('.counted-table tbody tr').first()
  assert.match(await textOf(row), /không: bộ xử lý/)
  await row.getByRole('link').click()
  await page.getByText('Windows 11 không nhận bộ xử lý này.').first().waitFor()
  assert.match(await textOf(page.locator('.readiness')), /Lên Windows 11:.*không\. Windows 11 không nhận bộ xử lý này\./)
})

test('a day soon after the table of updates was made has no warning, a later one has, and the plan too', async (t) => {
  const page = await visit(t, inside)
  const { reference }: Patches = await (await page.request.get('/api/v1/patches')).json()
  const warning = page.getByText('đã cũ quá 30 ngày', { exact: false })
  await page.goto(`/patches?on=${reference.builds}`)
  await page.locator('.patch-table').first().waitFor()
  assert.equal(await warning.count(), 0)
  await page.goto('/patches?on=2030-01-01')
  await warning.waitFor()
  await page.goto('/plan?on=2030-01-01')
  await page.locator('.plan-notes').filter({ hasText: 'đã cũ quá 30 ngày' }).waitFor()
})
