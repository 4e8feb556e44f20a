/** A ledger filled with some of the demo's PCs, with register and staff: what planning is looked at over. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { loadDemo } from '#collector/demo/load.ts'
import { measurePcs } from '#collector/measuring/measure-pcs.ts'
import { BUILT_IN } from '#collector/plan/reference/reference.ts'
import { type Database, openDatabase } from '#collector/store/database.ts'
import { DEFAULT_TIME_ZONE } from '#shared/text/dates.ts'
import { type RunningCollector, startCollector } from '../collector-process.ts'

const SEED = 2016

/** `change` comes last, over what was measured. */
export async function startDemoLedger(
  t: TestContext,
  pcs: number,
  change: (database: Database) => Promise<unknown> = async () => undefined,
): Promise<RunningCollector> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'somay-e2e-demo-'))
  t.after(() => rmSync(dataFolder, { recursive: true, force: true }))
  const database = await openDatabase(dataFolder, '')
  try {
    await loadDemo(database, { pcs, seed: SEED, now: Date.now(), timeZone: DEFAULT_TIME_ZONE, progress: () => undefined })
    // As a collector that starts does: else the one of the test would measure what is changed anew.
    await measurePcs(database, async () => BUILT_IN, { takesFrom: 'anyone' })
    await change(database)
  } finally {
    await database.close()
  }
  return startCollector(t, { dataFolder })
}
