/** Opens pages as a person would: a language, a theme, logged in or not; fails when a page throws or breaks the policy. */
import assert from 'node:assert/strict'
import { mkdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import { theBrowser } from './browser.ts'

export type Language = 'vi' | 'en'
export type Theme = 'light' | 'dark'
export type Visit = { url: string; language?: Language; theme?: Theme; cookies?: Cookies }
type Cookies = Exclude<NonNullable<BrowserContextOptions['storageState']>, string>

// The screen of the PCs in these offices.
const SCREEN = { width: 1366, height: 768 }

/** A page in a browser profile of its own, closed with the test. */
export async function visit(t: TestContext, { url, language = 'vi', theme = 'light', cookies }: Visit): Promise<Page> {
  const browser = await theBrowser()
  const context = await browser.newContext({
    viewport: SCREEN,
    baseURL: url,
    timezoneId: 'Asia/Ho_Chi_Minh',
    ...(cookies ? { storageState: cookies } : {}),
  })
  t.after(() => context.close())
  await context.addInitScript(
    ([chosenLanguage, chosenTheme]) => {
      // Runs again on every load: what the person chose since then stays.
      if (localStorage.getItem('somay-language') !== null) return
      localStorage.setItem('somay-language', String(chosenLanguage))
      localStorage.setItem('somay-theme', String(chosenTheme))
    },
    [language, theme],
  )
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    // A refused request is expected where a test provokes one; a broken policy or a React complaint never is.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text())
  })
  t.after(() => assert.deepEqual(complaints, [], 'the page complained'))
  return page
}

/** Logs in once and keeps the cookies: log-ins are limited per minute. */
export async function cookiesOf(url: string, password: string, userName = 'admin'): Promise<Cookies> {
  const browser = await theBrowser()
  const context = await browser.newContext({ baseURL: url })
  const answer = await context.request.post('/api/v1/session', { data: { userName, password } })
  assert.equal(answer.status(), 200, await answer.text())
  const state = await context.storageState()
  await context.close()
  return state
}

/** All the text inside, as a screen reader meets it. */
export async function textOf(place: Locator): Promise<string> {
  return (await place.textContent()) ?? ''
}

const SCREENSHOTS = new URL('../../.build/screenshots/', import.meta.url).pathname

/** Kept as build output, to be looked at. */
export async function screenshot(page: Page, name: string, options: { fullPage?: boolean } = {}): Promise<void> {
  await mkdir(SCREENSHOTS, { recursive: true })
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), ...options })
}

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type AxeResult = { violations: { id: string; help: string; nodes: { html: string; failureSummary: string }[] }[] }

/** No violation of WCAG 2.2 A and AA, nor of axe's best practices. Run through the debugger, which the page's policy does not bind. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(await axeSource)
  const { violations } = (await page.evaluate(
    "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })",
  )) as AxeResult
  assert.deepEqual(
    violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(' ')}`),
    [],
  )
}
