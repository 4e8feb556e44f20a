/** The page of units in a browser: the tree of a date, and the way to the counts of a unit. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { before, type TestContext, test } from 'node:test'
import { dayBefore, formatDay } from '#shared/text/days.ts'
import { KNOWN_PCS, UNITS } from './known-pcs.ts'
import { type Ledger, startLedger } from './ledger.ts'
import { cookiesOf, expectAccessible, screenshot, textOf, type Visit, visit } from './visit.ts'

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
  await page.getByText('Ngày 31/12/2015 chưa có đơn vị nào.').waitFor()
  await page.goBack()
  await page.getByRole('link', { name: UNITS[0] }).click()
  await page.waitForURL(/overview\?unit=\d+/)
  await page.locator('.sentence').waitFor()
  const own = page.locator('.figure-table tbody tr')
  assert.equal(await own.count(), 1, 'of one unit neither a total nor its block')
  assert.match(await textOf(own), new RegExp(UNITS[0]))
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

test('a unit that ended is chosen and named in the counts of its days, and in later ones says when it ended', async (t) => {
  const page = await visit(t, inside)
  const { csrfToken } = await (await page.request.get('/api/v1/session')).json()
  const { asOf: today } = (await (await page.request.get('/api/v1/units/tree')).json()) as { asOf: string }
  const { units } = (await (await page.request.get('/api/v1/units')).json()) as { units: { id: number; name: string }[] }
  const { id } = units.find(({ name }) => name === UNITS[0]) as { id: number }
  const data = {
    day: today,
    made: [{ key: 'new', name: 'Sở Nội vụ mới', block: 'I', orderNo: 1 }],
    ended: [{ unitId: id, into: [{ key: 'new' }] }],
    confirm: true,
  }
  const done = await page.request.post('/api/v1/reorganisations', { headers: { 'x-csrf-token': csrfToken }, data })
  assert.equal((await done.json()).done, true, await done.text())
  const yesterday = dayBefore(today)
  await page.goto(`/units?asOf=${yesterday}`)
  await page.getByRole('link', { name: UNITS[0], exact: true }).click()
  await page.waitForURL(`**/overview?asOf=${yesterday}&unit=${id}`)
  const choice = page.getByLabel('Phạm vi')
  await choice.locator('option', { hasText: UNITS[0] }).waitFor({ state: 'attached' })
  assert.deepEqual(await choice.locator('option').allInnerTexts(), ['Toàn bộ', ...UNITS])
  await page.getByText(`không có số liệu của ngày ${formatDay(yesterday)}`).waitFor()

  const ended = `${UNITS[0]} (đến hết ${formatDay(yesterday)})`
  await page.goto(`/overview?asOf=${today}&unit=${id}`)
  await choice.locator('option', { hasText: ended }).waitFor({ state: 'attached' })
  assert.deepEqual(new Set(await choice.locator('option').allInnerTexts()), new Set(['Toàn bộ', ended, 'Sở Nội vụ mới', UNITS[1]]))
  await page.getByText('không có máy nào ở đơn vị này', { exact: false }).waitFor()
  assert.equal(await page.locator('.figure-table').count(), 0, 'no table without a row')
  await page.goto(`/counted?asOf=${today}&unit=${id}`)
  await page.getByRole('heading', { name: `0 máy đến ${formatDay(today)}, ${ended}` }).waitFor()
  await page.goto(`/counted?asOf=${today}&unit=999`)
  await page.getByText('Không có đơn vị này trong phạm vi của bạn.').first().waitFor()
  await page.goto(`/compare?old=${yesterday}&new=${today}`)
  const own = KNOWN_PCS.filter(({ unit }) => unit === UNITS[0]).length
  await page
    // A figure with a list behind it is read with the name of its row.
    .getByRole('row', {
      name: new RegExp(`^Sở Nội vụ mới \\(trước là ${UNITS[0]}\\) 0 (Sở Nội vụ mới: )?\\d+ \\+\\d+ 0 (Sở Nội vụ mới: )?${own} \\+${own} `),
    })
    .waitFor()
  assert.equal(await page.getByRole('rowheader', { name: /^Sở Nội vụ( |$)/ }).count(), 1, 'one row for one unit')
  await page.getByText('Giữa hai thời điểm có sắp xếp lại đơn vị.', { exact: false }).waitFor()
  await expectAccessible(page)
  await screenshot(page, 'compare-reorganised-vi')
  await page.goto(`/units?asOf=${today}`)
  await page.getByRole('link', { name: 'Sở Nội vụ mới' }).click()
  await page.waitForURL(/asOf=.*unit=/)
  await page.locator('.sentence').waitFor()
})
