/** The page of units in a browser: the tree of a date, and the way to the counts of a unit. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { before, type TestContext, test } from 'node:test'
import { UNITS } from './known-pcs.ts'
import { type Ledger, startLedger } from './ledger.ts'
import { cookiesOf, textOf, type Visit, visit } from './visit.ts'

let ledger: Ledger
let inside: Visit
before(async (t) => {
  ledger = await startLedger(t as TestContext)
  inside = { url: ledger.url, cookies: await cookiesOf(ledger.url, ledger.adminPassword) }
})

test('the tree of today and of a day before there was any, and from a unit to its counts', async (t) => {
  const page = await visit(t, inside)
  await page.goto('/units')
  const rows = page.locator('.count-table tbody tr')
  await rows.first().waitFor()
  const said = await rows.allInnerTexts()
  for (const name of UNITS)
    assert.ok(
      said.some((row) => row.includes(name) && row.includes('01/01/2016')),
      name,
    )
  await page.getByLabel('Cây đơn vị ngày').fill('2015-12-31')
  await page.waitForURL(/asOf=2015-12-31/)
  await page.getByText('Ngày này chưa có đơn vị nào.').waitFor()
  await page.goBack()
  await page.getByRole('link', { name: UNITS[0] }).click()
  await page.waitForURL(/overview\?unit=\d+/)
  await page.locator('.sentence').waitFor()
  assert.match(await textOf(page.locator('.count-table tbody')), new RegExp(UNITS[0]))
})

test('the tree as it is shown is a file away', async (t) => {
  const page = await visit(t, { ...inside, language: 'en' })
  await page.goto('/units?asOf=2020-01-31')
  await page.getByText('Export').click()
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Text (CSV)' }).click()
  const file = await coming
  assert.equal(file.suggestedFilename(), 'units-2020-01-31.csv')
  const text = await readFile(await file.path(), 'utf8')
  for (const name of UNITS) assert.ok(text.includes(`${name},I,`), text)
})
