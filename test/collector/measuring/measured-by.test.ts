/** Whoever changes what measures come to is found here, and a ledger that older code or tables measured is measured anew when a collector starts, once. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { sql } from 'kysely'
import { pino } from 'pino'
import { keepHouse } from '#collector/housekeeping.ts'
import { markOf, numberOfMark } from '#collector/measuring/mark.ts'
import { measurePcs } from '#collector/measuring/measure-pcs.ts'
import { isToMeasure } from '#collector/measuring/measured-by.ts'
import { MEASURES } from '#collector/plan/measures/version.ts'
import { BUILT_IN } from '#collector/plan/reference/reference.ts'
import { type Database, openDatabase } from '#collector/store/database.ts'
import { measureAnew, measureStrays } from '#collector/store/measures.ts'
import { isUnknown } from '#shared/unknown.ts'
import { makeReport } from '../../make-report.ts'
import { bothEngines } from '../both-engines.ts'
import { type Ledger, ledgerOver } from '../store/contract/ledger.ts'
import { measureCorpus } from './corpus.ts'
import { digestOf, goldenMeasures } from './golden.ts'

const HOW = `Measures come to something else than they did. If that is meant, raise "version" in collector/src/plan/measures/version.ts and run
node test/collector/measuring/write-measured.ts: collectors measure every PC anew when they start.`

test('what the corpus measures to is what stands beside the version', () => {
  const measured = JSON.parse(JSON.stringify(measureCorpus())) as Record<string, object>
  assert.deepEqual(measured, goldenMeasures(), HOW)
  assert.equal(digestOf(measured), MEASURES.results, HOW)
})

test('the corpus shows every measure unknown and known in more than one way', () => {
  const pcs = Object.values(goldenMeasures())
  for (const name of Object.keys(pcs[0] ?? {})) {
    const values = new Set(pcs.map((pc) => JSON.stringify(isUnknown(pc[name]) ? 'unknown' : pc[name])))
    assert.ok(values.has('"unknown"') && values.size > 2, `${name}: ${[...values].join(', ')}`)
  }
})

test('another version, other results and another table each make another mark', () => {
  const own = markOf(MEASURES, BUILT_IN)
  assert.match(own, /^\d+ [0-9a-f]{16} [0-9a-f]{16}$/)
  const changed = {
    ...BUILT_IN,
    builds: { ...BUILT_IN.builds, builds: { ...BUILT_IN.builds.builds, 99999: [[1, '2026-08-12', 1]] } },
  } as const
  for (const other of [
    markOf({ ...MEASURES, version: MEASURES.version + 1 }, BUILT_IN),
    markOf({ ...MEASURES, results: 'x' }, BUILT_IN),
    markOf(MEASURES, changed),
  ])
    assert.notEqual(other, own)
})

async function ledgerOf(t: TestContext, address: string): Promise<{ ledger: Ledger; database: Database; again(): Promise<Database> }> {
  const folder = mkdtempSync(join(tmpdir(), 'somay-measured-'))
  const opened: Database[] = []
  const again = async () => {
    const database = await openDatabase(folder, address)
    opened.push(database)
    return database
  }
  t.after(async () => {
    for (const database of opened) await database.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const database = await again()
  return { ledger: await ledgerOver(database), database, again }
}

const tables = async () => BUILT_IN

const waiting = async ({ read }: Database) => (await read.selectFrom('pc').select('id').where('unmeasured', '>', 0).execute()).length

for (const [engine, address] of Object.entries(bothEngines('measured'))) {
  test(`${engine}: a ledger measured by older code is measured anew when the collector starts, and not when it starts again`, async (t) => {
    const { ledger, database } = await ledgerOf(t, await address())
    const pc = (await ledger.enrol()) as number
    await ledger.report(pc, makeReport())
    const start = async () => {
      const house = { database, now: Date.now, timeZone: 'Asia/Ho_Chi_Minh', logger: pino({ level: 'silent' }) }
      await keepHouse(house)()
    }
    const kept = async () => {
      const row = await database.read.selectFrom('pc_measure').selectAll().where('pc_id', '=', pc).executeTakeFirstOrThrow()
      return row.support_ends_on
    }
    const forge = (mark: string) =>
      database.write(async (db) => {
        await db
          .updateTable('pc_measure')
          .set({ support_ends_on: '1999-12-31', measured_by: numberOfMark(mark) })
          .execute()
        await db.updateTable('setting').set({ value: mark }).where('key', '=', 'measured by').execute()
      })
    await start()
    assert.equal(await kept(), '2025-10-14')
    await forge(`${MEASURES.version} of-older-code of-older-tables`)
    await start()
    assert.equal(await kept(), '2025-10-14', 'measured anew')
    await forge(markOf(MEASURES, BUILT_IN))
    await start()
    assert.equal(await kept(), '1999-12-31', 'what this code measured is not measured again')
  })

  test(`${engine}: of collectors that start at once one has the PCs measured anew, and while two differ the higher version measures`, async (t) => {
    const { ledger, database, again } = await ledgerOf(t, await address())
    await ledger.report((await ledger.enrol()) as number, makeReport())
    const other = await again()
    const changes = async () => (await database.read.selectFrom('pc').select('unmeasured').executeTakeFirstOrThrow()).unmeasured
    const before = Number(await changes())
    const asked = await Promise.all([database, other].map((one) => isToMeasure(one, 'anyone', '2 a b')))
    assert.deepEqual([asked, Number(await changes())], [[true, true], before + 1])
    const two = { mark: '2 a b' }
    assert.equal(await measurePcs(database, tables, two), 1)
    assert.equal(await isToMeasure(other, 'older', '2 a b'), true)
    // A newer one is started beside them: they leave measuring to it.
    assert.equal(await isToMeasure(other, 'anyone', '3 c b'), true)
    assert.equal(await waiting(database), 1)
    assert.equal(await measurePcs(database, tables, two), 0)
    assert.equal(await measurePcs(other, tables, { mark: '3 c b' }), 1)
    // An older one is started while the newer runs: it takes it up, and the newer takes it back for good.
    assert.equal(await isToMeasure(database, 'anyone', '2 a b'), true)
    assert.equal(await isToMeasure(other, 'older', '3 c b'), true)
    assert.equal(await isToMeasure(database, 'older', '2 a b'), false)
    assert.equal(await measurePcs(other, tables, { mark: '3 c b' }), 1)
    // Of one version with other tables one that runs does not take it from the other; a command does, and measures what the other did.
    assert.equal(await isToMeasure(other, 'older', '3 c d'), false)
    assert.equal(await isToMeasure(other, 'unless-newer', '3 c d'), true)
    assert.equal(await waiting(database), 1)
    assert.equal(await isToMeasure(other, 'unless-newer', '2 a b'), false)
  })

  test(`${engine}: who loses measuring in the middle leaves nothing measured by older code, and a table that comes in the middle reaches every PC`, async (t) => {
    const { ledger, database, again } = await ledgerOf(t, await address())
    const pc = (await ledger.enrol()) as number
    await ledger.report(pc, makeReport())
    const newer = await again()
    const loses = async () => {
      await isToMeasure(newer, 'anyone', '9 c b')
      return BUILT_IN
    }
    await measurePcs(database, loses, { mark: '2 a b' })
    assert.equal(await waiting(database), 1)
    await measurePcs(newer, tables, { mark: '9 c b' })
    const measuredBy = async () =>
      Number(
        (await database.read.selectFrom('pc_measure').select('measured_by').where('pc_id', '=', pc).executeTakeFirstOrThrow()).measured_by,
      )
    assert.equal(await measuredBy(), numberOfMark('9 c b'))
    // Forced upon it, as by code that knows nothing of marks.
    await database.write((db) => db.updateTable('pc_measure').set({ measured_by: 7 }).execute())
    await measureStrays(newer, numberOfMark('9 c b'))
    assert.equal(await waiting(database), 1)
    const importing = async () => {
      await database.write((db) => measureAnew(db, database.dialect, sql`select id from pc`))
      return BUILT_IN
    }
    await measurePcs(newer, importing, { mark: '9 c b' })
    assert.equal(await waiting(database), 1)
  })
}
