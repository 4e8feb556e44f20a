/** What may be done to a PC, in a browser: moved, marked, taken out and back, each with its sentence on the page. */
import assert from 'node:assert/strict'
import { before, type TestContext, test } from 'node:test'
import type { Locator } from 'playwright-core'
import { KNOWN_PCS, UNITS } from './known-pcs.ts'
import { type Ledger, startLedger } from './ledger.ts'
import { cookiesOf, expectAccessible, screenshot, textOf, type Visit, visit } from './visit.ts'

let ledger: Ledger
let inside: Visit
before(async (t) => {
  ledger = await startLedger(t as TestContext)
  inside = { url: ledger.url, cookies: await cookiesOf(ledger.url, ledger.adminPassword) }
})

test('a PC is moved to another unit, marked as not to be connected, taken out and taken back', async (t) => {
  const page = await visit(t, inside)
  await page.goto('/pcs/1')
  const whose = page.locator('.pc-whose')
  const before = (await textOf(whose.locator('bdi').first())).trim()
  const other = UNITS.find((unit) => unit !== before) as string
  const act = async (name: string) => {
    await page.getByText('Thao tác', { exact: true }).click()
    await page.getByRole('button', { name, exact: true }).first().click()
  }
  await act('Điều chuyển')
  await page.getByRole('dialog').getByLabel(other).check()
  const holdsFrom = page.getByRole('dialog').getByLabel('Tính từ ngày')
  const today = await holdsFrom.inputValue()
  await holdsFrom.fill('2016-01-31')
  await page.getByRole('dialog').getByRole('button', { name: 'Điều chuyển' }).click()
  await page.getByText('sau ngày đó:', { exact: false }).waitFor()
  await expectAccessible(page)
  await screenshot(page, 'move-pc')
  await holdsFrom.fill(today)
  await page.getByRole('dialog').getByRole('button', { name: 'Điều chuyển' }).click()
  await whose.getByText(other).waitFor()
  await page.getByText(`admin chuyển từ ${before} sang ${other}.`).waitFor()

  await act('Đánh dấu máy mật')
  await page.getByText('không được nối mạng', { exact: false }).first().waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Thực hiện' }).click()
  await whose.getByText('không thuộc diện kết nối (máy mật)', { exact: false }).waitFor()
  await screenshot(page, 'exempt-pc')
  await act('Bỏ dấu máy mật')
  await page.getByRole('dialog').getByRole('button', { name: 'Thực hiện' }).click()
  await page.getByText('admin bỏ dấu máy không thuộc diện kết nối.').waitFor()

  await act('Đưa ra khỏi sổ')
  await page.getByRole('dialog').getByRole('button', { name: 'Thực hiện' }).click()
  await whose.getByText('đã đưa ra khỏi sổ').waitFor()
  await act('Đưa trở lại sổ')
  await page.getByRole('dialog').getByLabel(before).check()
  await page.getByRole('dialog').getByRole('button', { name: 'Đưa trở lại sổ' }).click()
  await whose.getByText(before).waitFor()
  assert.equal(await whose.getByText('đã đưa ra khỏi sổ').count(), 0)
})

const COUNT = KNOWN_PCS.length

/** Name, unit and serial number, as the list shows them. */
const toldOf = async (row: Locator) => (await row.locator('th, td').allInnerTexts()).map((text) => text.trim())

test('PCs of a page are moved together, those that stay ticked', async (t) => {
  for (const language of ['vi', 'en'] as const) {
    const page = await visit(t, { ...inside, language })
    await page.goto('/pcs?columns=name,unit,serial')
    await page.locator('.pc-table tbody th').first().waitFor()
    const shown = page.locator('.pc-table tbody tr')
    const [first, second] = [await toldOf(shown.nth(0)), await toldOf(shown.nth(1))]
    await page.getByRole('button', { name: language === 'vi' ? 'Điều chuyển…' : 'Move…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: language === 'vi' ? 'Bỏ chọn tất cả' : 'None', exact: true }).click()
    const ticks = dialog.getByRole('group').first().locator('label')
    for (const [place, row] of [first, second].entries()) {
      const label = await textOf(ticks.nth(place))
      for (const cell of row) assert.ok(label.includes(cell), `${label}: ${cell}`)
      await ticks.nth(place).click()
    }
    await dialog.getByText(language === 'vi' ? `Trang này có 50 trong ${COUNT} máy` : `This page holds 50 of the ${COUNT} PCs`).waitFor()
    const other = UNITS[language === 'vi' ? 1 : 0] as string
    await dialog.getByLabel(other, { exact: true }).check()
    await expectAccessible(page)
    await screenshot(page, `move-many-${language}`)
    await dialog.getByRole('button', { name: language === 'vi' ? 'Điều chuyển 2 máy' : 'Move 2 PCs' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.locator('.pc-table tbody th').first().getByRole('link').click()
    await page.locator('.pc-whose').getByText(other).waitFor()
  }
})
