/** The overview in a browser: the sentence, the list behind a figure and the way back, the date and the unit in the address. */
import assert from 'node:assert/strict'
import { before, type TestContext, test } from 'node:test'
import { formatRate } from '#shared/text/numbers.ts'
import { KNOWN_PCS, UNITS } from './known-pcs.ts'
import { type Ledger, startLedger } from './ledger.ts'
import { cookiesOf, expectAccessible, screenshot, textOf, type Visit, visit } from './visit.ts'

let ledger: Ledger
let inside: Visit
before(async (t) => {
  ledger = await startLedger(t as TestContext)
  inside = { url: ledger.url, cookies: await cookiesOf(ledger.url, ledger.adminPassword) }
})

const COUNT = String(KNOWN_PCS.length)

test('from the sentence to the PCs behind it and back', async (t) => {
  const page = await visit(t, inside)
  await page.goto('/overview')
  const sentence = page.locator('.sentence')
  assert.match(await textOf(sentence), new RegExp(`/ ${COUNT} máy kết nối internet`))
  await sentence.getByRole('link', { name: COUNT }).last().click()
  await page.locator('.counted-table').waitFor()
  assert.match(await textOf(page.locator('h1')), new RegExp(`^${COUNT} máy đến \\d{2}/\\d{2}/\\d{4}, I\\. Cấp tỉnh`))
  await page.getByRole('button', { name: 'Xem thêm' }).click()
  await page.waitForFunction((count) => document.querySelectorAll('.counted-table tbody tr').length === Number(count), COUNT)
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Về tổng quan' }).click()
  await sentence.waitFor()
})

test('date and unit stand in the address, and the unit narrows every figure', async (t) => {
  const page = await visit(t, { ...inside, language: 'en' })
  await page.goto('/overview')
  const [first] = UNITS
  await page.getByLabel('Within').selectOption({ label: first })
  await page.waitForURL(/unit=\d+/)
  const own = KNOWN_PCS.filter(({ unit }) => unit === first).length
  await page.locator('.sentence', { hasText: `/ ${own}` }).waitFor()
  await page.getByLabel('As of').fill('2020-01-31')
  await page.waitForURL(/asOf=2020-01-31/)
  await page.getByText('it knows nothing of 31/01/2020').waitFor()
  await page.goBack()
  await page.locator('.sentence', { hasText: `/ ${own}` }).waitFor()
})

test('a date that is typed is asked for when its year is whole, and is one step of the way back', async (t) => {
  const page = await visit(t, { ...inside, language: 'en' })
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).searchParams.get('asOf') ?? ''))
  for (const [path, label] of [
    ['/overview', 'As of'],
    ['/units', 'Tree of units on'],
    ['/units/staff', 'From'],
    ['/compare', 'After: Day'],
  ] as const) {
    await page.goto(path)
    await page.locator('.count-table').first().waitFor()
    const field = page.getByLabel(label)
    const [before, steps] = [page.url(), await page.evaluate(() => history.length)]
    asked.length = 0
    await field.focus()
    await page.keyboard.type('01312020')
    await page.waitForURL(/=2020-01-31$/)
    assert.equal(await field.inputValue(), '2020-01-31')
    assert.deepEqual(
      asked.filter((day) => day.startsWith('0')),
      [],
      path,
    )
    assert.equal(await page.evaluate(() => history.length), steps + 1, path)
    await page.goBack()
    assert.equal(page.url(), before)
    assert.notEqual(await field.inputValue(), '2020-01-31', 'the field goes along')
  }
})

test('a date to come is refused in words, and another can be chosen', async (t) => {
  const page = await visit(t, inside)
  await page.goto('/overview?asOf=2199-01-01')
  await page.getByText('chưa tới').waitFor()
  await screenshot(page, 'overview-refused-vi')
  await page.getByLabel('Đến ngày').fill('')
  await page.locator('.sentence').waitFor()
})

test('units stand in protocol order, and by need when asked, with the PCs to look at; the address keeps it', async (t) => {
  const page = await visit(t, inside)
  await page.goto('/overview')
  const rows = page.locator('.count-frame > .count-table > tbody > tr')
  await rows.first().waitFor()
  assert.match(await textOf(rows.nth(1)), /^I\. Cấp tỉnh/)
  await page.getByLabel('Xếp đơn vị').selectOption('nhiều máy cần xem trước')
  await page.waitForURL('**/overview?order=need')
  await page.getByRole('columnheader', { name: 'Cần xem' }).waitFor()
  assert.equal(await rows.count(), 1 + UNITS.length, 'the total, and no block among the units')
  await expectAccessible(page)
  await screenshot(page, 'overview-need-vi')
  await rows
    .nth(1)
    .getByRole('link', { name: /kết nối internet: \d+/ })
    .click()
  await page.waitForURL(/counted\?.*order=need/)
  await page.locator('.counted-table').waitFor()
  await page.getByRole('link', { name: 'Về tổng quan' }).click()
  await page.getByRole('columnheader', { name: 'Cần xem' }).waitFor()
})

test('a row for the total, two denominators with their rates, and behind every total its PCs', async (t) => {
  const page = await visit(t, { ...inside, language: 'en' })
  const units = (await (await page.request.get('/api/v1/counts')).json()) as { total: Record<string, number> }
  await page.goto('/overview')
  const rows = page.locator('.figure-table > tbody > tr')
  await rows.first().waitFor()
  const heads = await page.locator('.figure-table thead th').allInnerTexts()
  assert.deepEqual(
    heads.slice(0, 6).map((head) => head.toLowerCase()),
    ['unit', 'all (b)', 'not to be connected (m)', 'connected (a)', 'rate a/b', 'rate a/(b−m)'],
  )
  const { internet = 0, exempt = 0 } = units.total
  const [all, allowed] = [KNOWN_PCS.length, KNOWN_PCS.length - exempt]
  const cells = await rows.first().locator('th, td').allInnerTexts()
  assert.deepEqual(cells.slice(0, 6), [
    'Total',
    COUNT,
    String(exempt),
    String(internet),
    formatRate(internet, all, 'en'),
    formatRate(internet, allowed, 'en'),
  ])
  assert.equal(await page.getByRole('rowheader', { name: 'Outside the total' }).count(), 0, 'nothing stands outside it')
  const [first] = UNITS
  const own = KNOWN_PCS.filter(({ unit }) => unit === first).length
  await page.getByRole('link', { name: `${first}, All: ${own}` }).click()
  await page.locator('.counted-table').waitFor()
  assert.match(await textOf(page.locator('h1')), new RegExp(`^${own} PCs as of .*, ${first}$`))
  assert.equal(await page.locator('.counted-table tbody tr').count(), own)
})

test('the other table tells what the PCs are, keeps itself in the address, and every figure of it opens its list', async (t) => {
  for (const language of ['vi', 'en'] as const) {
    const page = await visit(t, { ...inside, language })
    await page.goto('/overview')
    await page.getByLabel(language === 'vi' ? 'Bảng' : 'Table', { exact: true }).selectOption('conditions')
    await page.waitForURL(/table=conditions/)
    const total = page.locator('.figure-table tbody tr').first()
    await page.locator('.figure-table thead', { hasText: language === 'vi' ? 'HĐH hết hỗ trợ' : 'Support ended' }).waitFor()
    const links = total.getByRole('link')
    // All of them, and at least one kind, one support and one age of updates, known or not.
    assert.ok((await links.count()) >= 4)
    await expectAccessible(page)
    await screenshot(page, `conditions-${language}`)
    for (let place = 1; place < (await links.count()); place++) {
      const figure = await textOf(links.nth(place))
      await links.nth(place).click()
      await page.locator('.counted-table').waitFor()
      assert.match(await textOf(page.locator('h1')), new RegExp(`^${figure} (máy|PCs?) \\(`))
      // No page of a list holds more than 50.
      const shown = Math.min(Number(figure), 50)
      await page.waitForFunction((rows) => document.querySelectorAll('.counted-table tbody tr').length === rows, shown)
      await page.goBack()
      await links.first().waitFor()
    }
    assert.match(page.url(), /table=conditions/)
  }
})

test('another version of the rule is made, and the overview counts by it', async (t) => {
  const page = await visit(t, inside)
  await page.goto('/overview')
  await page.getByRole('link', { name: 'Quy tắc: có internet trong 30 ngày', exact: false }).click()
  await page.getByRole('button', { name: 'Đặt bản mới…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Kết nối: có internet trong (ngày)').fill('0')
  await dialog.getByRole('button', { name: 'Đặt', exact: true }).click()
  await dialog.getByText('Nhập số ngày từ 1 đến 366.').waitFor()
  await expectAccessible(page)
  await screenshot(page, 'count-rule-new-vi')
  await dialog.getByLabel('Kết nối: có internet trong (ngày)').fill('45')
  await dialog.getByLabel('Áp dụng từ ngày').fill('2020-01-01')
  await dialog.getByRole('button', { name: 'Đặt', exact: true }).click()
  const made = page.getByRole('row').filter({ hasText: '01/01/2020' })
  assert.match(await textOf(made), /1 đang dùng hôm nay.*45.*30.*I\. Cấp tỉnh, II\. Cấp huyện.*admin/s)
  await page.goto('/overview')
  await page.getByText('có internet trong 45 ngày', { exact: false }).waitFor()
})

test('what the rule leaves out of the total stands in a row of its own, with its list', async (t) => {
  const page = await visit(t, inside)
  const { csrfToken } = await (await page.request.get('/api/v1/session')).json()
  const rule = { windowDays: 30, silentDays: 30, blocks: ['II'], fromDay: '2020-01-02' }
  const made = await page.request.post('/api/v1/count-rules', { headers: { 'x-csrf-token': csrfToken }, data: rule })
  assert.equal(made.status(), 200, await made.text())
  await page.goto('/overview')
  await page.getByText('không có máy nào thuộc các khối tính vào tổng', { exact: false }).waitFor()
  await page.getByRole('row', { name: /^Tổng cộng 0 0 0 – – / }).waitFor()
  await page.getByRole('row', { name: new RegExp(`^Ngoài tổng .*: ${COUNT} `) }).waitFor()
  await expectAccessible(page)
  await screenshot(page, 'overview-outside-vi')
  await page.getByRole('link', { name: `Ngoài tổng, Tổng: ${COUNT}` }).click()
  await page.locator('.counted-table').waitFor()
  assert.match(await textOf(page.locator('h1')), new RegExp(`^${COUNT} máy đến .*, I\\. Cấp tỉnh$`))
})

test('more licences than PCs, told when nothing was known of the PCs, stand in words and never as a rate over 100%', async (t) => {
  const page = await visit(t, inside)
  await page.goto('/units/staff?asOf=2020-01-31')
  for (const unit of UNITS) await page.getByLabel(`${unit}: Máy có phần mềm chống mã độc bản quyền`).fill('9.999')
  await page.getByRole('button', { name: 'Lưu 2 đơn vị' }).click()
  await page.getByText('Đã lưu').waitFor()
  await page.goto('/overview?table=conditions')
  const own = page.locator('.figure-table > tbody > tr', { hasText: UNITS[0] })
  await own.getByText('nhiều hơn số máy').waitFor()
  assert.deepEqual((await own.locator('td').allInnerTexts()).slice(-2), ['9.999', 'nhiều hơn số máy'])
  await expectAccessible(page)
})
