/** The trend on the overview, over a small demo province: bars for eyes, a table for everyone, each month opening its own counts. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startCollector } from '../collector-process.ts'
import { cookiesOf, expectAccessible, textOf, visit } from './visit.ts'

test('fourteen bars and the same as a table, whose rows open the counts of their day', async (t) => {
  const collector = await startCollector(t)
  await collector.command('demo', '--pcs', '200')
  const page = await visit(t, { url: collector.url, cookies: await cookiesOf(collector.url, collector.adminPassword) })
  await page.goto('/overview')
  await page.locator('.trend svg').waitFor()
  assert.equal(await page.locator('.trend rect').count(), 14)
  await page.getByText('Bảng số liệu các tháng').click()
  await expectAccessible(page)
  const row = page.locator('.trend tbody tr').nth(5)
  const [all = '', connected = ''] = await row.locator('td').allInnerTexts()
  await row.getByRole('link').click()
  await page.waitForURL(/asOf=/)
  await page.waitForFunction(
    ([one, other]) => document.querySelector('.sentence b')?.textContent?.replace(/\s/g, '') === `${one}/${other}`,
    [connected, all],
  )
  assert.match(await textOf(page.locator('.trend .bar.shown + text')), /%/)
})
