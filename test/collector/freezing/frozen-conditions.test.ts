/** What PCs were beside their connectivity, frozen with them; reports of before conditions were counted stay what they are; on both databases. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Kysely, sql } from 'kysely'
import { measurePcs } from '#collector/measuring/measure-pcs.ts'
import { BUILT_IN } from '#collector/plan/reference/reference.ts'
import type { Tables } from '#collector/store/tables.ts'
import type { CountedPcs, Counts } from '#shared/api/counts.ts'
import type { FrozenReport, Verification } from '#shared/api/frozen-reports.ts'
import { sumsOf } from '#shared/text/figures.ts'
import { bothEngines } from '../both-engines.ts'
import { DAY, DAY_MS, houseOf, NOW } from './frozen-house.ts'

async function takeGuardsOff(db: Kysely<Tables>, dialect: string, table: string): Promise<void> {
  if (dialect !== 'sqlite') return void (await sql.raw(`alter table ${table} disable trigger all`).execute(db))
  const { rows } = await sql<{ name: string }>`select name from sqlite_master where type = 'trigger' and tbl_name = ${table}`.execute(db)
  for (const { name } of rows) await sql.raw(`drop trigger ${name}`).execute(db)
}

for (const [engine, address] of Object.entries(bothEngines('frozen-conditions'))) {
  test(`${engine}: of a day on which it was not kept yet what PCs were, it is frozen as it was shown, without`, async (t) => {
    const { freeze, get, database } = await houseOf(t, await address())
    await measurePcs(database, async () => BUILT_IN, { now: () => NOW })
    const { total, digest, conditions, conditionsFrom } = await get<Counts>(`counts?asOf=${DAY}`)
    assert.deepEqual([conditions, conditionsFrom], [undefined, '2026-09-30'])
    const { connected, all } = sumsOf(total)
    const frozen = await freeze({ confirmed: { connected, all, digest } })
    assert.equal(frozen.statusCode, 200, frozen.body)
    const report = await get<FrozenReport>(`frozen-reports/${frozen.json().id}`)
    assert.equal(report.counts.conditions, undefined)
    assert.equal((await get<Verification>(`frozen-reports/${frozen.json().id}/verification`)).matches, true)
  })

  test(`${engine}: what the PCs were is frozen with them, and a report of before keeps its number without it`, async (t) => {
    const { freeze, get, database } = await houseOf(t, await address())
    await measurePcs(database, async () => BUILT_IN, { now: () => NOW - DAY_MS })
    const { id } = (await freeze()).json()
    const report = () => get<FrozenReport>(`frozen-reports/${id}`)
    const { counts, hash } = await report()
    assert.deepEqual(counts.conditions?.casing, { desktop: 5, laptop: 0, other: 0 })
    const list = await get<CountedPcs>(`frozen-reports/${id}/pcs?casing=desktop`)
    assert.deepEqual(
      list.rows.map(({ name, casing }) => [name, casing]),
      [
        // Of the assets the books tell the kind.
        ['NV-1', 'desktop'],
        ['TÀI SẢN 1', 'desktop'],
        ['TÀI SẢN 2', 'desktop'],
        ['YT-1', 'desktop'],
        ['YT-2', 'desktop'],
      ],
    )
    const untold = await get<CountedPcs>(`frozen-reports/${id}/pcs?support=unknown`)
    assert.deepEqual(
      untold.rows.map(({ name, support }) => [name, support]),
      ['TÀI SẢN 1', 'TÀI SẢN 2', 'TTYT-1'].map((name) => [name, 'unknown']),
    )
    await database.write((db) => sql`update pc_condition set portable = 1`.execute(db))
    assert.deepEqual(await report(), { ...(await report()), counts, hash })
    for (const table of ['frozen_report', 'frozen_condition', 'frozen_pc', 'frozen_item'])
      await database.write((db) => takeGuardsOff(db, database.dialect.name, table))
    await database.write((db) => sql`delete from frozen_condition`.execute(db))
    await database.write((db) => sql`update frozen_report set has_conditions = 0`.execute(db))
    await database.write((db) => sql`update frozen_item set casing = null`.execute(db))
    await database.write((db) => sql`update frozen_pc set casing = null, support = null, patch_age = null`.execute(db))
    const before = await get<Verification>(`frozen-reports/${id}/verification`)
    assert.notEqual(before.hash, hash, 'what it is sealed by holds the conditions too')
    await database.write((db) => sql`update frozen_report set hash = ${before.hash}`.execute(db))
    const old = await report()
    assert.deepEqual([old.counts.conditions, old.counts.rows[0]?.conditions], [undefined, undefined])
    assert.deepEqual((await get<CountedPcs>(`frozen-reports/${id}/pcs`)).rows[0]?.casing, undefined)
    assert.deepEqual((await get<CountedPcs>(`frozen-reports/${id}/pcs?casing=unknown`)).rows.length, 6)
  })
}
