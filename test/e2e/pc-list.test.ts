/** The list of PCs as a person uses it: search, filters, order, pages, columns, the address, export, keys. */
import assert from 'node:assert/strict'
import { before, type TestContext, test } from 'node:test'
import type { Page } from 'playwright-core'
import { HOSTILE_NAMES, KNOWN_PCS, MARKED_NAME, UNITS } from './known-pcs.ts'
import { type Ledger, startLedger } from './ledger.ts'
import { cookiesOf, expectAccessible, screenshot, textOf, type Visit, visit } from './visit.ts'

let ledger: Ledger
let inside: Visit
before(async (t) => {
  ledger = await startLedger(t as TestContext)
  inside = { url: ledger.url, cookies: await cookiesOf(ledger.url, ledger.adminPassword) }
})

/** Those of the view asked for, not of the one still shown while it loads. */
async function names(page: Page): Promise<string[]> {
  await page.locator('.table-frame[aria-busy=false]').waitFor()
  return page.locator('.pc-table tbody th a').allInnerTexts()
}
const expectCount = (page: Page, count: number) => page.locator('.answer-count', { hasText: new RegExp(`^${count} máy$`) }).waitFor()
const expectRows = (page: Page, range: string) => page.locator('.pager', { hasText: `dòng ${range}` }).waitFor()
const ofMemory = (fits: (gigabytes: number) => boolean) => KNOWN_PCS.filter((pc) => fits(pc.memoryGigabytes))

async function openList(t: TestContext, search = '', options: Partial<Visit> = {}): Promise<Page> {
  const page = await visit(t, { ...inside, ...options })
  await page.goto(`/pcs${search}`)
  await page.locator('.table-frame[aria-busy=false]').waitFor()
  return page
}

async function addFilter(page: Page, column: string, condition: string, value?: (page: Page) => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: 'Thêm bộ lọc' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Cột').selectOption({ label: column })
  await dialog.getByLabel('Điều kiện').selectOption({ label: condition })
  await value?.(page)
  await dialog.getByRole('button', { name: 'Lọc', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

const memoryUnder = (gigabytes: string) => (page: Page) =>
  addFilter(page, 'RAM', 'dưới', (inner) => inner.getByLabel('Giá trị, tính bằng GB').fill(gigabytes))

test('the list says how many PCs there are and shows the first page of them', async (t) => {
  const page = await openList(t)
  await expectCount(page, KNOWN_PCS.length)
  assert.equal((await names(page)).length, 50)
  assert.equal(await page.title(), 'Máy tính · Sổ Máy')
  assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1)
})

test('a search without marks finds names with marks, and does not fill the way back', async (t) => {
  const page = await openList(t)
  const steps = await page.evaluate(() => history.length)
  await page.keyboard.press('/')
  await page.keyboard.type('van thu dak ha', { delay: 20 })
  await expectCount(page, 1)
  assert.deepEqual(await names(page), [MARKED_NAME])
  assert.equal(new URL(page.url()).searchParams.get('q'), 'van thu dak ha')
  assert.equal(await page.evaluate(() => history.length), steps)
  assert.match(await textOf(page.locator('.answer')), new RegExp(`lọc từ ${KNOWN_PCS.length}`))
  assert.match(await textOf(page.getByRole('status').first()), /Tìm thấy 1 máy/)
})

test('filters combine, read as sentences, and can be changed and taken off', async (t) => {
  const page = await openList(t)
  await memoryUnder('8')(page)
  await expectCount(page, ofMemory((gigabytes) => gigabytes < 8).length)
  await page.getByRole('button', { name: 'Sửa bộ lọc: RAM dưới 8 GB' }).waitFor()
  await addFilter(page, 'Đơn vị', 'là', (inner) => inner.getByLabel(UNITS[1]).check())
  const both = ofMemory((gigabytes) => gigabytes < 8).filter((pc) => pc.unit === UNITS[1])
  await expectCount(page, both.length)
  await screenshot(page, 'pc-list-filtered-vi')

  await page.getByRole('button', { name: 'Sửa bộ lọc: RAM dưới 8 GB' }).click()
  await page.getByLabel('Giá trị, tính bằng GB').fill('12,5')
  await page.getByRole('dialog').getByRole('button', { name: 'Lọc', exact: true }).click()
  await expectCount(page, ofMemory((gigabytes) => gigabytes < 12.5).filter((pc) => pc.unit === UNITS[1]).length)

  await page.getByRole('button', { name: 'Bỏ bộ lọc: RAM dưới 12,5 GB' }).click()
  await expectCount(page, KNOWN_PCS.filter((pc) => pc.unit === UNITS[1]).length)
})

test('unknown is a filter of its own, and neither "has none" nor "has"', async (t) => {
  const page = await openList(t)
  await addFilter(page, 'TPM', 'chưa rõ')
  await expectCount(page, KNOWN_PCS.filter((pc) => !pc.knowsTpm).length)
  await page.getByRole('button', { name: 'Bỏ bộ lọc: TPM chưa rõ' }).click()
  await addFilter(page, 'TPM', 'đã rõ')
  await expectCount(page, KNOWN_PCS.filter((pc) => pc.knowsTpm).length)
})

test('a filter that is not a number is refused beside the field, and nothing typed is lost', async (t) => {
  const page = await openList(t)
  await page.getByRole('button', { name: 'Thêm bộ lọc' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Cột').selectOption({ label: 'RAM' })
  await dialog.getByLabel('Giá trị, tính bằng GB').fill('tám')
  await dialog.getByRole('button', { name: 'Lọc', exact: true }).click()
  await dialog.getByText('Nhập một số GB, ví dụ 8 hoặc 7,5.').waitFor()
  assert.equal(await dialog.getByLabel('Giá trị, tính bằng GB').inputValue(), 'tám')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  assert.equal(await page.getByRole('dialog').count(), 0)
})

test('a heading sorts, once up and once down, and says so', async (t) => {
  const page = await openList(t)
  const heading = page.getByRole('columnheader', { name: 'RAM' })
  await heading.getByRole('button').first().click()
  await page.waitForURL('**sort=memoryBytes')
  assert.equal(await heading.getAttribute('aria-sort'), 'ascending')
  await heading.getByRole('button').first().click()
  await page.waitForURL('**sort=-memoryBytes')
  assert.equal(await heading.getAttribute('aria-sort'), 'descending')
  const column = await heading.evaluate((cell) => (cell as HTMLTableCellElement).cellIndex)
  await page.locator(`tbody tr:first-child > :nth-child(${column + 1})`, { hasText: '32 GB' }).waitFor()
})

test('a heading filters by its column, and days before now stay in the address', async (t) => {
  const page = await openList(t)
  await page.getByRole('button', { name: 'Lọc theo cột Báo lần cuối' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  assert.equal(await dialog.getByLabel('Cột').evaluate((select) => (select as HTMLSelectElement).selectedOptions[0]?.label), 'Báo lần cuối')
  await dialog.getByLabel('Số ngày').fill('0')
  await dialog.getByRole('button', { name: 'Lọc', exact: true }).click()
  await dialog.getByText('Nhập số ngày từ 1 trở lên, ví dụ 7.').waitFor()
  await dialog.getByLabel('Số ngày').fill('7')
  await dialog.getByRole('button', { name: 'Lọc', exact: true }).click()
  await page.waitForURL('**where=lastSeenAt.within.7')
  await expectCount(page, KNOWN_PCS.length)
  await page.getByRole('button', { name: 'Sửa bộ lọc: Báo lần cuối trong 7 ngày qua' }).click()
  assert.equal(await page.getByLabel('Số ngày').inputValue(), '7')
  await page.getByLabel('Điều kiện').selectOption({ label: 'trước ngày' })
  assert.equal(await page.getByLabel('Ngày', { exact: true }).inputValue(), '', 'a number of days is no day')
})

test('counts by connectivity lead to their PCs and back, and one button clears everything', async (t) => {
  const page = await openList(t, '?q=KT-PC')
  const all = KNOWN_PCS.filter(({ hostName }) => hostName.startsWith('KT-PC')).length
  const connected = page.getByRole('link', { name: `kết nối internet ${all}` })
  await connected.click()
  await page.waitForURL('**where=state.is.internet')
  await expectCount(page, all)
  assert.equal(await connected.getAttribute('aria-current'), 'true')
  await page.getByRole('button', { name: 'Sửa bộ lọc: Kết nối là kết nối internet' }).waitFor()
  await connected.click()
  await page.waitForURL('**/pcs?q=KT-PC')
  const line = async () => (await page.locator('.table-frame').boundingBox())?.y
  const before = await line()
  await page.getByRole('button', { name: 'Bỏ hết' }).click()
  await page.waitForURL('**/pcs')
  await expectCount(page, KNOWN_PCS.length)
  assert.equal(await line(), before, 'nothing jumps')
})

test('at 1366 px the names that tell PCs and units apart stand whole', async (t) => {
  const page = await openList(t)
  const cut = await page.locator('.pc-table tbody').evaluate((body) => {
    const isCut = (cell: Element) => cell.scrollWidth > cell.clientWidth
    const cells = [...body.querySelectorAll('tr')].flatMap((row) => [...row.children])
    // Only the names made to be too long.
    return cells.filter((cell) => isCut(cell) && (cell.textContent ?? '').length < 20).map((cell) => cell.textContent)
  })
  assert.deepEqual(cut, [])
  const processor = page.locator('td[title="Intel(R) Core(TM) i3-4150 CPU @ 3.50GHz"]').first()
  assert.equal(await processor.textContent(), 'i3-4150')
})

test('next and previous turn pages without repeating or losing a PC, and Back returns', async (t) => {
  const page = await openList(t)
  const first = await names(page)
  await page.getByRole('button', { name: 'Trang sau' }).click()
  await expectRows(page, `51–${KNOWN_PCS.length}`)
  const second = await names(page)
  assert.equal(new Set([...first, ...second]).size, KNOWN_PCS.length)
  assert.equal(await page.getByRole('button', { name: 'Trang sau' }).isDisabled(), true)
  await page.getByRole('button', { name: 'Trang trước' }).click()
  await expectRows(page, '1–50')
  assert.deepEqual(await names(page), first)
  await page.goBack()
  await expectRows(page, `51–${KNOWN_PCS.length}`)
})

test('columns are chosen, stand in the order of the collector, and travel in the address', async (t) => {
  const page = await openList(t, '?q=van+thu')
  await page.getByRole('button', { name: 'Cột', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Số serial').check()
  await dialog.getByLabel('Bộ xử lý').uncheck()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Áp dụng' }).click()
  await page.getByRole('columnheader', { name: 'Số serial' }).waitFor()
  assert.equal(await page.getByRole('columnheader', { name: 'Bộ xử lý' }).count(), 0)
  await page.getByText('KT000X', { exact: true }).waitFor()
})

test('a link opened by a colleague shows the same view', async (t) => {
  const page = await openList(t)
  await memoryUnder('10')(page)
  await page.getByRole('columnheader', { name: 'Tên máy' }).getByRole('button').first().click()
  await page.getByLabel('Số dòng mỗi trang').selectOption('100')
  await page.waitForURL('**limit=100')
  await expectRows(page, '1–')
  const shown = await names(page)
  const { search } = new URL(page.url())
  const colleague = await openList(t, search)
  await expectCount(colleague, ofMemory((gigabytes) => gigabytes < 10).length)
  assert.deepEqual(await names(colleague), shown)
  await colleague.getByRole('button', { name: 'Sửa bộ lọc: RAM dưới 10 GB' }).waitFor()
})

test('an export asks for exactly this view', async (t) => {
  const page = await openList(t, '?q=KT&where=memoryBytes.lt.8589934592&sort=-name&limit=100')
  await page.getByText('Xuất', { exact: true }).click()
  const href = await page.getByRole('link', { name: /Excel/ }).getAttribute('href')
  const asked = new URL(href ?? '', ledger.url).searchParams
  assert.deepEqual(
    ['q', 'where', 'sort', 'format', 'language'].map((key) => asked.get(key)),
    ['KT', 'memoryBytes.lt.8589934592', '-name', 'xlsx', 'vi'],
  )
  assert.equal(asked.get('columns')?.split(',')[0], 'name')
  assert.equal(asked.get('limit'), null)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: /csv/ }).click()
  assert.match((await download).suggestedFilename(), /\.csv$/)
})

test('an empty result names the condition to loosen, and loosens it', async (t) => {
  const page = await visit(t, inside)
  await page.goto('/pcs?q=van+thu&where=memoryBytes.gt.999999999999')
  await page.getByRole('heading', { name: 'Không có máy nào khớp' }).waitFor()
  await page.getByText('còn 1 máy').waitFor()
  await screenshot(page, 'pc-list-empty-vi')
  await expectAccessible(page)
  await page.getByRole('button', { name: /^Bỏ điều kiện: RAM/ }).click()
  await expectCount(page, 1)
})

test('a filter on a column that does not exist is told, not ignored', async (t) => {
  const page = await visit(t, inside)
  await page.goto('/pcs?where=gone.is.1')
  await page.getByRole('alert').getByText('query-invalid').waitFor()
  await page.getByRole('button', { name: 'Bỏ bộ lọc: gone is 1' }).click()
  await expectCount(page, KNOWN_PCS.length)
})

test('arrow keys walk over the rows, and Enter opens the PC', async (t) => {
  const page = await openList(t, '?q=KT-PC')
  await page.keyboard.press('Control+k')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  const focused = () => page.evaluate(() => document.activeElement?.textContent)
  const [first = '', second] = await names(page)
  assert.equal(await focused(), second)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: first }).waitFor()
  await page.getByRole('link', { name: 'Danh sách máy' }).click()
  await page.waitForURL('**/pcs?q=KT-PC')
})

test('hostile names are text', async (t) => {
  const page = await openList(t, '?limit=100')
  const shown = await page.locator('.pc-table tbody th a').allTextContents()
  for (const name of HOSTILE_NAMES) assert.ok(shown.includes(name), name.slice(0, 40))
  assert.equal(await page.title(), 'Máy tính · Sổ Máy')
  assert.equal(await page.locator('.pc-table img, .pc-table script').count(), 0)
})
