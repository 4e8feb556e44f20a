/** The page of the agent's window in a real Chromium: served by the main process's own code, with the bridge laid across by the test. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestContext } from 'node:test'
import type { Page } from 'playwright-core'
import { pageServer } from '#agent/desktop/page.ts'
import type { Bridge } from '#agent/preload/bridge.ts'
import { theBrowser } from './browser.ts'
import type { Language, Theme } from './visit.ts'

const BUILT = new URL('../../agent/dist/window/', import.meta.url).pathname
const FUNCTIONS = ['status', 'sent', 'facts', 'reportNow', 'placement', 'enterPlacement', 'logs', 'copy'] as const

export type WindowVisit = {
  readonly bridge: Bridge
  readonly language?: Language
  readonly theme?: Theme
  /** 1 is 100 %; the window keeps its size and holds less. */
  readonly zoom?: number
  readonly width?: number
}

export async function openWindowPage(
  t: TestContext,
  { bridge, language = 'vi', theme = 'light', zoom = 1, width = 1_024 }: WindowVisit,
): Promise<Page> {
  const url = await serve(t)
  const browser = await theBrowser()
  const context = await browser.newContext({
    viewport: { width: Math.round(width / zoom), height: Math.round(720 / zoom) },
    deviceScaleFactor: zoom,
    colorScheme: theme,
    timezoneId: 'Asia/Ho_Chi_Minh',
  })
  t.after(() => context.close())
  for (const name of FUNCTIONS) {
    await context.exposeFunction(`somay_${name}`, (value: never) => bridge[name](value) as Promise<unknown>)
  }
  await context.addInitScript((names: readonly string[]) => {
    const functions = window as unknown as Record<string, unknown>
    const bridged = Object.fromEntries(names.map((name) => [name, functions[`somay_${name}`]]))
    Object.defineProperty(window, 'somay', { value: Object.freeze(bridged) })
  }, FUNCTIONS)
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('favicon') && !/status of 404/.test(message.text()))
      complaints.push(message.text())
  })
  t.after(() => assert.deepEqual(complaints, [], 'the page complained'))
  await page.goto(`${url}/index.html?language=${language}`)
  await page.getByRole('tab').first().waitFor()
  return page
}

async function serve(t: TestContext): Promise<string> {
  const page = pageServer(BUILT)
  const server = createServer((request, response) => {
    const answer = page({ url: `http://window${request.url}` })
    response.writeHead(answer.status, Object.fromEntries(answer.headers))
    void answer.arrayBuffer().then((body) => response.end(Buffer.from(body)))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
