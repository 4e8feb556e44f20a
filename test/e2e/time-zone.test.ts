/** A ledger counted in another time zone shows every time on that clock, whatever the clock of the browser's PC. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatDateTime } from '#shared/text/dates.ts'
import { startLedger } from './ledger.ts'
import { cookiesOf, visit } from './visit.ts'

const ZONE = 'Pacific/Auckland'

test('times stand on the clock of the ledger, in the list and on the page of a PC', async (t) => {
  const ledger = await startLedger(t, { SOMAY_TIME_ZONE: ZONE })
  const page = await visit(t, { url: ledger.url, cookies: await cookiesOf(ledger.url, ledger.adminPassword) })
  const times = async () => {
    await page.locator(`.age[title]`).first().waitFor()
    return page.locator('.age').evaluateAll((ages) => ages.map((age) => [age.getAttribute('datetime'), age.getAttribute('title')]))
  }
  for (const path of ['/pcs', '/pcs/1']) {
    await page.goto(path)
    for (const [at, shown] of await times()) assert.equal(shown, formatDateTime(Date.parse(at ?? ''), ZONE), path)
  }
})
