/** The window in the real Electron, wherever one is found; says loudly when none was, because then the sandbox and its messages were not seen. */
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { test } from 'node:test'
import { _electron as electron } from 'playwright-core'
import { findElectron } from '#agent/desktop/find-electron.ts'
import { argumentsFor } from '#agent/desktop/options.ts'
import { residentWithDoor } from '../agent/door/resident-with-door.ts'
import { until } from '../until.ts'

const root = new URL('../../', import.meta.url).pathname
const built = `${root}agent/dist`
const main = `${built}/desktop/main.cjs`
const found = findElectron({ environment: process.env, built, packageFolders: [`${root}agent`, root] })

test('the window in the real Electron shows the agent, sandboxed, and goes nowhere', async (t) => {
  if (found.kind === 'missing' || !existsSync(main)) {
    const why =
      found.kind === 'missing'
        ? `no Electron (looked for: ${found.looked.join(', ')}; ELECTRON_OVERRIDE_DIST_PATH names its folder)`
        : `no ${main} (npm run build)`
    console.error(
      `NOT RUN: the window was not opened in the real Electron: ${why}. Its sandbox, messages, scheme and permissions were not seen here.`,
    )
    return t.skip(why)
  }
  const { door, collector } = await residentWithDoor(t)
  await until('the first report', () => collector.reports().length >= 1)
  // Chromium has no sandbox for root; everybody else gets the real one.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const options = argumentsFor({ doors: [door], language: 'en', hasTray: false, inBackground: false })
  const app = await electron.launch({ executablePath: found.executable, args: [...asRoot, main, ...options] })
  t.after(() => app.close())
  const page = await app.firstWindow()
  await page.getByRole('heading', { name: 'Sổ Máy on this PC' }).waitFor()
  await page.getByText(/PC 7/).waitFor()
  assert.deepEqual(await page.evaluate(() => [typeof Reflect.get(window, 'require'), typeof Reflect.get(window, 'process')]), [
    'undefined',
    'undefined',
  ])
  await page.evaluate(() => {
    window.location.href = 'https://example.org/'
  })
  assert.match(page.url(), /^somay:\/\/window\//)
  assert.equal(await page.evaluate(() => window.open('https://example.org/') === null), true)
  await page.getByRole('tab', { name: 'What was sent' }).click()
  await page.locator('#memory').waitFor()
})
