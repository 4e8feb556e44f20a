/** What a PC costs that is merely used: statements of a batch, and bytes of the store by the day. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { type KyselyPlugin, type RootOperationNode, sql } from 'kysely'
import { openDatabase } from '#collector/store/database.ts'
import { kyselyOver, openSqliteWriter, sqliteDialect } from '#collector/store/dialect/sqlite.ts'
import { SqlitePool } from '#collector/store/dialect/sqlite-pool.ts'
import { writeReports } from '#collector/store/reports/write-reports.ts'
import type { Report } from '#shared/report.ts'
import { temporaryFolder } from '../../agent/temporary-folder.ts'
import { known, makeReport, unchangedAfter } from '../../make-report.ts'
import { type Ledger, ledgerOver } from './contract/ledger.ts'
import { daysOfUse } from './days-of-use.ts'

const DAY_MS = 86_400_000
const DAYS = 30
const FIRST_DAY = Date.UTC(2026, 8, 1, 1)
const PCS = 20

async function ledgerIn(t: TestContext, folder: string): Promise<Ledger> {
  const database = await openDatabase(folder)
  t.after(() => database.close())
  return ledgerOver(database)
}

/** Bytes of the whole file once everything is in it. */
async function fileBytes(ledger: Ledger): Promise<number> {
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(ledger.database.read)
  return Number(rows[0]?.page_count) * 4_096
}

test('a PC rebooted on each of 30 days costs the store less than 1 kB a day', async (t) => {
  const ledger = await ledgerIn(t, temporaryFolder(t))
  const pcs = await Promise.all(Array.from({ length: PCS }, async () => (await ledger.enrol()) as number))
  const reports = pcs.map(() => daysOfUse(FIRST_DAY, DAYS))
  const day = (index: number) => ledger.reportTogether(pcs.map((pc, place) => [pc, reports[place]?.[index] as Report]))
  await day(0)
  const before = await fileBytes(ledger)
  for (let index = 1; index < DAYS; index++) await day(index)
  const aDay = ((await fileBytes(ledger)) - before) / (DAYS - 1) / PCS
  t.diagnostic(`${Math.round(aDay)} bytes a day and PC`)
  assert.ok(aDay < 1_024, `${aDay} bytes a day`)
})

test('a batch without usage pays no statement for it, and an unchanged check-in does not touch it', async (t) => {
  const folder = temporaryFolder(t)
  const ledger = await ledgerIn(t, folder)
  const pc = (await ledger.enrol()) as number
  const first = makeReport({ takenAt: FIRST_DAY })
  await ledger.report(pc, first)

  const said: string[] = []
  const pool = new SqlitePool([await openSqliteWriter(join(folder, 'ledger.db'))])
  const db = kyselyOver(pool).withPlugin(listening(said))
  t.after(() => db.destroy())
  const statements = async (report: typeof first) => {
    said.length = 0
    await db.transaction().execute((transaction) => writeReports(transaction, sqliteDialect, [ledger.prepared(pc, report)]))
    return said.filter((text) => text.includes('pc_latest')).map((text) => text.trim().split(/\s+/)[0])
  }

  assert.deepEqual(await statements(unchangedAfter(first, FIRST_DAY + 3_600_000)), [])
  const changed = makeReport({ facts: { memory: known('memory', { freeSlots: 0 }) }, bodies: ['memory'], takenAt: FIRST_DAY + DAY_MS })
  // Read along with the facts that have a history, in one statement.
  assert.deepEqual(await statements(changed), ['select'])
  const used = makeReport({
    facts: { memory: known('memory', { freeSlots: 0 }), usage: known('usage', { batteries: [] }) },
    takenAt: FIRST_DAY + 2 * DAY_MS,
  })
  assert.deepEqual(await statements(used), ['select', 'insert'])
})

function listening(said: string[]): KyselyPlugin {
  return {
    transformQuery({ node }) {
      said.push(textOf(node))
      return node
    },
    transformResult: async ({ result }) => result,
  }
}

function textOf(node: RootOperationNode): string {
  return node.kind === 'RawNode' ? node.sqlFragments.join(' ') : node.kind
}
