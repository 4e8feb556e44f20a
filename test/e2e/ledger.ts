/** The ledger that the browser tests look at: a real collector over a folder of its own, holding the known PCs. */
import { existsSync } from 'node:fs'
import type { TestContext } from 'node:test'
import { startCollector } from '../collector-process.ts'

export type Ledger = { url: string; adminPassword: string }

export async function startLedger(t: TestContext): Promise<Ledger> {
  if (!existsSync(new URL('../../collector/web/dist/index.html', import.meta.url)))
    throw new Error('the pages are not built: npm run build')
  return startCollector(t)
}

/** A collector just installed: no person, no PC. */
export async function startEmptyLedger(t: TestContext): Promise<{ url: string; firstLink: string }> {
  return startCollector(t)
}
