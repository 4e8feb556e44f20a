/** The demo: the province of the notes to the last PC, with the gaps real fleets have, the same for everyone who loads it that day. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { sql } from 'kysely'
import { loadDemo } from '#collector/demo/load.ts'
import { DEMO_PCS, DEMO_UNITS } from '#collector/demo/organisation.ts'
import { reorganiseDemo } from '#collector/demo/reorganise-demo.ts'
import { readAllCounted } from '#collector/fleet/counted-pcs/query.ts'
import { asOfAsked } from '#collector/fleet/counts/as-of.ts'
import { count } from '#collector/fleet/counts/count.ts'
import { type Database, openDatabase } from '#collector/store/database.ts'
import { sumsOf } from '#shared/text/figures.ts'
import { formatRate } from '#shared/text/numbers.ts'
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
  assert.equal(await n('pc'), 2_132 - 14)
  assert.equal(
    await n('register_entry where until_day is null and pc_since is null'),
    14,
    'eight waiting for an agent, six that must not have one',
  )
  assert.ok((await n('register_doubt')) >= 1, 'a pair for a person')
  assert.equal(await n(`presence where month = 202611 and internet & ${YESTERDAY_BIT} <> 0`), 2_068)
  assert.equal(await n(`presence where month = 202611 and reached >= ${YESTERDAY_BIT * 2}`), 0, 'nothing after the last day')
  assert.equal(await one(database, 'select count(distinct month) as n from presence'), 14, 'thirteen months touch fourteen')
  assert.ok((await n(`pc_contact where last_seen_at < ${MORNING - 50 * 86_400_000}`)) >= 8, 'silent PCs')
  assert.ok((await n('pc where serial is null and reasons like \'%"serial"%\'')) > 100, 'placeholder serials')
  assert.ok((await n('pc where unknown_count > 0')) > 50, 'unknown facts')
  const copied = "select value from evidence where kind = 'machine-id' group by value having count(*) > 1"
  assert.equal(await n(`(${copied}) as images`), 31, 'in every unit PCs set up from one disk image')
  assert.equal(await n('(select name from pc group by name having count(*) > 1) as copies'), 31, 'under one name')
  assert.equal(await n("event where kind <> 'enrolled' and pc_id is not null"), 0)
})

test('the sentence of the day before: 2.068 of 2.132, 97,0%, and the list behind it has 2,068 rows', async (t) => {
  const database = await demoOf(t, DEMO_PCS)
  const asOf = await asOfAsked({ database, now: () => MORNING, timeZone: 'Asia/Ho_Chi_Minh' }, {})
  const counts = await count(database, { asOf, scope: 'all', unit: undefined, at: MORNING })
  const { connected, all } = sumsOf(counts.total)
  assert.deepEqual([counts.asOf, connected, all, formatRate(connected, all, 'vi')], ['2026-11-22', 2_068, 2_132, '97,0%'])
  const asked = {
    asOf,
    within: () => sql<boolean>`1 = 1`,
    scope: 'all' as const,
    states: ['internet'] as const,
    conditions: {},
    blocks: counts.rule.blocks,
  }
  assert.equal((await allOf(readAllCounted(database, asked))).length, 2_068)
  const byUnit = counts.rows.filter(({ kind }) => kind === 'unit').map(({ name, figures }) => [name, sumsOf(figures).all])
  assert.deepEqual(
    byUnit,
    DEMO_UNITS.map(({ name, pcs }) => [name, pcs]),
  )
})

test('the second step: departments merged, communes in place of districts, and not a PC lost', async (t) => {
  const database = await demoOf(t, DEMO_PCS)
  const place = { database, now: () => MORNING, timeZone: 'Asia/Ho_Chi_Minh' }
  assert.equal(await reorganiseDemo(database, place.timeZone, MORNING), true)
  assert.equal(await reorganiseDemo(database, place.timeZone, MORNING), false, 'once')
  const counts = await count(database, { asOf: await asOfAsked(place, {}), scope: 'all', unit: undefined, at: MORNING })
  const { connected, all } = sumsOf(counts.total)
  assert.deepEqual([connected, all, counts.rule.version], [2_068, 2_132, 1])
  const pcsOf = (name: string) => counts.rows.filter((row) => row.name === name).map(({ figures }) => sumsOf(figures).all)
  assert.deepEqual([pcsOf('Sở Tài chính'), pcsOf('Sở Nông nghiệp và Môi trường'), pcsOf('UBND huyện Đăk Glei')], [[110], [285], []])
  assert.deepEqual(
    counts.rows.filter(({ kind }) => kind === 'block').map(({ name, figures }) => [name, sumsOf(figures).all]),
    [
      ['I', 1_270],
      ['III', 862],
    ],
  )
  const glei = counts.rows.filter(({ name }) => ['UBND xã Đăk Pék', 'UBND xã Xốp', 'UBND xã Đăk Plô'].includes(name))
  assert.deepEqual(
    glei.map(({ figures }) => sumsOf(figures).all),
    [15, 15, 14],
  )
  assert.equal(await one(database, 'select count(*) as n from pc_stay where until is null'), DEMO_PCS - 14)
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

async function allOf<T>(chunks: AsyncIterable<readonly T[]>): Promise<T[]> {
  const all: T[] = []
  for await (const chunk of chunks) all.push(...chunk)
  return all
}
