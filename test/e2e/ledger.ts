/** The ledger that the browser tests look at: a real collector over a folder of its own, holding the known PCs. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { openDatabase } from '#collector/store/database.ts'
import { createEnrolToken } from '#collector/store/enrol-tokens.ts'
import { createUnits } from '#collector/store/units.ts'
import { type RunningCollector, startCollector } from '../collector-process.ts'
import { KNOWN_PCS, type KnownPc, UNITS, UPGRADED } from './known-pcs.ts'
import { enrolPc, reportPc } from './report-pcs.ts'

export type Ledger = RunningCollector

const HOUR_MS = 3_600_000

export async function startLedger(t: TestContext, environment: Readonly<Record<string, string>> = {}): Promise<Ledger> {
  expectPagesBuilt()
  const dataFolder = mkdtempSync(join(tmpdir(), 'somay-e2e-'))
  const tokens = await createTokens(dataFolder)
  const collector = await startCollector(t, { dataFolder, environment })
  t.after(() => rmSync(dataFolder, { recursive: true, force: true }))
  for (const pc of KNOWN_PCS) await enter(collector.url, tokens.get(pc.unit) ?? '', pc)
  return collector
}

/** A collector just installed: no person, no PC. */
export async function startEmptyLedger(t: TestContext): Promise<{ url: string; firstLink: string }> {
  expectPagesBuilt()
  const collector = await startCollector(t, { adminPassword: undefined })
  const deadline = Date.now() + 10_000
  // The address is printed a moment before the link.
  while (Date.now() < deadline) {
    const firstLink = /\S+\/first\?code=\S+/.exec(collector.output())?.[0]
    if (firstLink) return { url: collector.url, firstLink }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`no one-time link in: ${collector.output()}`)
}

async function enter(url: string, token: string, pc: KnownPc): Promise<void> {
  const credential = await enrolPc(url, token, pc)
  const now = Date.now()
  await reportPc(url, credential, pc.facts, now - HOUR_MS)
  if (pc.hostName === UPGRADED.hostName) await reportPc(url, credential, { ...pc.facts, ...UPGRADED.facts }, now)
}

async function createTokens(dataFolder: string): Promise<Map<string, string>> {
  const database = await openDatabase(dataFolder, '')
  try {
    const units = UNITS.map((name, place) => ({
      name,
      block: 'I',
      orderNo: place + 1,
      parentId: null,
      code: null,
      validFrom: '2016-01-01',
    }))
    const tokens = new Map<string, string>()
    for (const [place, unitId] of (await createUnits(database, units)).entries()) {
      const { token } = await createEnrolToken(database, {
        who: 'test',
        unitId,
        label: 'e2e',
        at: Date.now(),
        validMs: HOUR_MS,
        useLimit: 1_000,
      })
      tokens.set(UNITS[place] ?? '', token)
    }
    return tokens
  } finally {
    await database.close()
  }
}

function expectPagesBuilt(): void {
  if (!existsSync(new URL('../../collector/web/dist/index.html', import.meta.url)))
    throw new Error('the pages are not built: npm run build')
}
