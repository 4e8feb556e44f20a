/** Every page in both languages and both themes: no accessibility violation, and a picture to look at; and on paper. */
import assert from 'node:assert/strict'
import { before, type TestContext, test } from 'node:test'
import { type Ledger, startLedger } from './ledger.ts'
import { cookiesOf, expectAccessible, type Language, screenshot, type Theme, textOf, type Visit, visit } from './visit.ts'

let ledger: Ledger
let inside: Visit
before(async (t) => {
  ledger = await startLedger(t as TestContext)
  // Measures the PCs, which the clock of the house does once a minute.
  await ledger.command('plan')
  inside = { url: ledger.url, cookies: await cookiesOf(ledger.url, ledger.adminPassword) }
  await keepPlans(t as TestContext)
})

/** A scenario and a committed plan, for their pages. */
async function keepPlans(t: TestContext): Promise<void> {
  const { request } = await visit(t, inside)
  const { csrfToken } = await (await request.get('/api/v1/session')).json()
  const post = async (path: string, data: object) => {
    const answer = await request.post(`/api/v1/${path}`, { data, headers: { 'x-csrf-token': csrfToken } })
    assert.equal(answer.status(), 200, await answer.text())
  }
  await post('scenarios', { name: 'Bỏ yêu cầu SSD', asked: { systemDiskSsd: false, replaceSharePercent: 100, budget: '100000000' } })
  await post('committed-plans', { title: 'Kế hoạch ba năm', note: 'Theo tờ trình của phòng', asked: { budget: '100000000' } })
}

const PAGES: readonly { name: string; path: string; ready: string; outside?: boolean }[] = [
  { name: 'log-in', path: '/log-in', ready: 'form', outside: true },
  { name: 'first-administrator', path: '/first?code=0000000000', ready: 'form', outside: true },
  { name: 'pc-list', path: '/pcs', ready: '.pc-table' },
  { name: 'pc', path: '/pcs/1', ready: '.history .fact' },
  { name: 'overview', path: '/overview', ready: '.count-table' },
  { name: 'counted', path: '/counted', ready: '.counted-table' },
  { name: 'plan', path: '/plan?budget=100000000', ready: '.plan-units' },
  { name: 'planned-pcs', path: '/plan/pcs', ready: '.planned-table' },
  { name: 'scenarios', path: '/plan/scenarios?ids=1,now', ready: '.compared-table' },
  { name: 'committed-plans', path: '/plan/committed', ready: '.committed-plans' },
  { name: 'committed-plan', path: '/plan/committed/1', ready: '.progress-table' },
  { name: 'committed-lines', path: '/plan/committed/1/lines', ready: '.line-table' },
  { name: 'units', path: '/units', ready: '.count-table' },
  { name: 'reorganise', path: '/units/reorganise', ready: '.acts-bar' },
  { name: 'staff', path: '/units/staff', ready: '.count-table' },
  { name: 'register', path: '/register', ready: '.count-table' },
  { name: 'register-import', path: '/register/import', ready: '.form' },
  { name: 'identity', path: '/identity', ready: '.counts-page > .note' },
  { name: 'count-rules', path: '/count-rules', ready: '.count-table' },
  { name: 'bundles', path: '/bundles', ready: '.latest-imports' },
  { name: 'reports', path: '/reports', ready: '.counts-page > p' },
  { name: 'compare', path: '/compare', ready: '.count-table' },
  { name: 'patches', path: '/patches', ready: '.patch-table' },
  { name: 'patched-pcs', path: '/patches/pcs', ready: '.counted-table' },
  { name: 'deployment', path: '/deployment', ready: '.count-table' },
  { name: 'people', path: '/people', ready: '.count-table' },
  { name: 'api-tokens', path: '/api-tokens', ready: '.counts-page > .note' },
  { name: 'audit', path: '/audit', ready: '.count-table' },
  { name: 'account', path: '/account', ready: '.count-table' },
  { name: 'not-found', path: '/nowhere', ready: 'h1' },
  { name: 'not-found-below', path: '/pcs/1/nothing', ready: 'h1' },
]
const LOOKS: readonly [Language, Theme][] = [
  ['vi', 'light'],
  ['vi', 'dark'],
  ['en', 'light'],
  ['en', 'dark'],
]

for (const { name, path, ready, outside } of PAGES) {
  for (const [language, theme] of LOOKS) {
    test(`${name} is accessible in ${language}, ${theme}`, async (t) => {
      const page = await visit(t, { ...(outside ? { url: ledger.url } : inside), language, theme })
      const answer = await page.goto(path)
      assert.equal(answer?.status(), name.startsWith('not-found') ? 404 : 200)
      await page.locator(ready).first().waitFor()
      assert.equal(await page.locator('html').getAttribute('lang'), language)
      assert.equal(await page.locator('html').getAttribute('data-theme'), theme)
      await expectAccessible(page)
      await screenshot(page, `${name}-${language}-${theme}`)
      if (name === 'pc') await screenshot(page, `${name}-${language}-${theme}-whole`, { fullPage: true })
    })
  }
}

test('paper shows the filters, the date and exact times, and no controls', async (t) => {
  const page = await visit(t, { ...inside, theme: 'dark' })
  await page.goto('/pcs?where=memoryBytes.lt.8589934592&columns=name,lastSeenAt,tpmVersion')
  await page.locator('.pc-table').waitFor()
  await page.emulateMedia({ media: 'print' })
  const head = await textOf(page.locator('.print-head'))
  assert.match(head, /RAM dưới 8 GB/)
  const marked = await page
    .locator('.pc-table .unknown')
    .first()
    .evaluate((mark) => getComputedStyle(mark, '::after').content)
  assert.match(marked, /^"[1-6]"$/)
  assert.ok((await textOf(page.locator('.print-notes'))).includes(`${marked.slice(1, 2)} chưa rõ: `), 'the reason stands on paper')
  assert.match(head, /Số liệu lúc \d{2}\/\d{2}\/\d{4} \d{2}:\d{2}/)
  assert.equal(await page.locator('.top').isVisible(), false)
  assert.equal(await page.locator('.filter-line').isVisible(), false)
  const exact = await page
    .locator('.age')
    .first()
    .evaluate((age) => getComputedStyle(age, '::after').content)
  assert.match(exact, /^"\d{2}\/\d{2}\/\d{4} \d{2}:\d{2}"$/)
  // Paper is white even when the screen was dark.
  assert.equal(await page.locator('html').evaluate((html) => getComputedStyle(html).backgroundColor), 'rgb(255, 255, 255)')
  await page.setViewportSize({ width: 1032, height: 720 })
  await screenshot(page, 'pc-list-print-vi', { fullPage: true })
  await page.goto('/pcs/1')
  await page.locator('.history .fact').first().waitFor()
  await screenshot(page, 'pc-print-vi', { fullPage: true })
})

test('paper says that only the rows in view are printed', async (t) => {
  const page = await visit(t, inside)
  await page.goto('/pcs')
  await page.locator('.pc-table').waitFor()
  await page.emulateMedia({ media: 'print' })
  await page.getByText('Chỉ in những dòng đang xem; cả danh sách có trong tệp bảng tính (nút Xuất).').waitFor()
  assert.equal(await page.locator('.states').isVisible(), false)
})

test('at four times the size nothing needs two directions of scrolling but the table', async (t) => {
  const page = await visit(t, inside)
  await page.setViewportSize({ width: 320, height: 640 })
  for (const path of [
    '/pcs',
    '/pcs/1',
    '/bundles',
    '/plan',
    '/plan/pcs',
    '/plan/scenarios?ids=1,now',
    '/plan/committed/1',
    '/plan/committed/1/lines',
  ]) {
    await page.goto(path)
    await page
      .locator('.pc-table, .history .fact, .latest-imports, .plan-units, .planned-table, .compared-table, .progress-table, .line-table')
      .first()
      .waitFor()
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    assert.ok(overflow <= 0, `${path} is ${overflow} px too wide`)
  }
  await page.goto('/pcs')
  await page.locator('.pc-table').waitFor()
  await screenshot(page, 'pc-list-narrow-vi')
})
