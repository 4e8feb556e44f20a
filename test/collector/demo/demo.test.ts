/** The demo: the province of the notes to the last PC, with the gaps real fleets have, the same for everyone who loads it that day. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { sql } from 'kysely'
import { loadDemo } from '#collector/demo/load.ts'
import { DEMO_PCS } from '#collector/demo/organisation.ts'
import { type Database, openDatabase } from '#collector/store/database.ts'
import { temporaryFolder } from '../../agent/temporary-folder.ts'

const MORNING = Date.UTC(2026, 10, 23, 2)
const YESTERDAY_BIT = 1 << 21

async function demoOf(t: TestContext, pcs: number): Promise<Database> {
  const database = await openDatabase(temporaryFolder(t))
  t.after(() => database.close())
  await loadDemo(database, { pcs, seed: 1, now: MORNING, timeZone: 'Asia/Ho_Chi_Minh', progress: () => {} })
  return database
}

async function one(database: Database, text: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`${sql.raw(text)}`.execute(database.read)
  return Number(rows[0]?.n)
}

test('the province has its 31 units and 2,132 PCs, 2,068 of them with internet on the last day', async (t) => {
  const database = await demoOf(t, DEMO_PCS)
  const n = (text: string) => one(database, `select count(*) as n from ${text}`)
  assert.equal(await n('unit'), 31)
  assert.equal(await n('pc'), 2_132)
  assert.equal(await n(`presence where month = 202611 and internet & ${YESTERDAY_BIT} <> 0`), 2_068)
  assert.equal(await n(`presence where month = 202611 and reached >= ${YESTERDAY_BIT * 2}`), 0, 'nothing after the last day')
  assert.equal(await one(database, 'select count(distinct month) as n from presence'), 14, 'thirteen months touch fourteen')
  assert.ok((await n(`pc_contact where last_seen_at < ${MORNING - 50 * 86_400_000}`)) >= 10, 'silent PCs')
  assert.ok((await n('pc where serial is null and reasons like \'%"serial"%\'')) > 100, 'placeholder serials')
  assert.ok((await n('pc where unknown_count > 0')) > 50, 'unknown facts')
  const copied = "select value from evidence where kind = 'machine-id' group by value having count(*) > 1"
  assert.equal(await n(`(${copied}) as images`), 31, 'in every unit PCs set up from one disk image')
  assert.equal(await n('(select name from pc group by name having count(*) > 1) as copies'), 31, 'under one name')
  assert.equal(await n("event where kind <> 'enrolled'"), 0)
})

test('two people who load it on the same day see the same PCs', async (t) => {
  const [first, second] = [await demoOf(t, 120), await demoOf(t, 120)]
  const rows = async (database: Database) =>
    (
      await sql`select pc.*, c.last_seen_at, c.manifest_hash from pc join pc_contact c on c.pc_id = pc.id order by pc.id`.execute(
        database.read,
      )
    ).rows
  assert.deepEqual(await rows(first), await rows(second))
})
