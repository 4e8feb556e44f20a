/** What the store promises of plans while the ledger changes under them: sums and lists of one moment, nothing sealed of PCs that wait to be worked out anew. */
import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { commitPlan, NotMeasured } from '#collector/committing/commit-plan.ts'
import { makePlan } from '#collector/fleet/plan/make-plan.ts'
import { planGroups, planMembers } from '#collector/fleet/plan/plan-groups.ts'
import { readPlannedPcs } from '#collector/fleet/plan/planned-pcs.ts'
import { termsAsked } from '#collector/fleet/plan/terms.ts'
import { measurePcs } from '#collector/measuring/measure-pcs.ts'
import { BUILT_IN } from '#collector/plan/reference/reference.ts'
import { keepReference } from '#collector/store/reference-tables.ts'
import { decidePair } from '#collector/store/register/decide-pair.ts'
import { importList } from '#collector/store/register/import-list.ts'
import { makeReport } from '../../../make-report.ts'
import { GIB, GOOD_PC } from '../../plan/good-pc.ts'
import { tellMeasures } from '../../told-measures.ts'
import type { Ledger } from './ledger.ts'
import { AT, everywhere, itemId, itemOf, listing, ZONE } from './register-lists.ts'

const ON = '2026-11-24'
const SMALL = { ...GOOD_PC, memoryBytes: 4 * GIB, memoryVisibleBytes: 4 * GIB }
const tables = async () => BUILT_IN

async function askedOf({ database }: Ledger) {
  const terms = await termsAsked({ database, now: () => AT, timeZone: ZONE, reference: tables }, { on: ON })
  return { terms, scope: 'all' as const, unit: undefined, at: AT, timeZone: ZONE }
}

export const planMomentPromises: Readonly<Record<string, (ledger: Ledger) => Promise<void>>> = {
  async 'the lists of one plan hold the PCs of its sums, whatever is measured while they are read'(ledger) {
    const { database } = ledger
    const ids = (await ledger.enrolAll(Array.from({ length: 9 }, () => ({})))) as number[]
    await tellMeasures(database, new Map(ids.map((id) => [id, SMALL])))
    const asked = await askedOf(ledger)
    const found = await planMembers(database, asked)
    const { groups } = await planGroups(database, asked)
    assert.deepEqual(
      found.groups.map(({ pcs, kind }) => [pcs, kind]),
      groups.map(({ pcs, kind }) => [pcs, kind]),
    )
    await tellMeasures(database, new Map([[ids[3] as number, { ...SMALL, systemDiskKind: 'hdd' as const }]]))
    const { total } = await makePlan(database, asked, found)
    const listed: number[] = []
    for await (const { rows } of readPlannedPcs(database, asked, { verdicts: ['mend'] }, found))
      listed.push(...rows.map(({ pcId }) => pcId))
    assert.deepEqual([total.mend, listed.sort((one, other) => one - other)], [9, ids])
  },

  async 'while PCs wait to be worked out anew a plan says how many, and none is sealed; one that just joined holds nobody up'(ledger) {
    const { database } = ledger
    const [old] = (await ledger.enrolAll([{}, {}])) as [number, number]
    await ledger.report(old, makeReport())
    await measurePcs(database, tables)
    const asked = { ...(await askedOf(ledger)), at: Date.now() }
    const waiting = async () => (await planGroups(database, asked)).notMeasured
    const commit = () => commitPlan(database, { ...asked, title: 'Kế hoạch', note: '', who: 'van' })
    assert.equal(await waiting(), 0)
    await database.write(async (db) => {
      await sql`update pc set unmeasured = 1`.execute(db)
      await sql`update pc_measure set measured_by = case when pc_id = ${sql.lit(old)} then 7 end`.execute(db)
    })
    assert.equal(await waiting(), 1)
    await assert.rejects(commit(), NotMeasured)
    await measurePcs(database, tables)
    assert.equal(await waiting(), 0)
    assert.ok((await commit()) > 0)
    const imported = [{ table: 'lifecycle' as const, content: { ...BUILT_IN.lifecycle, asOf: '2099-01-01' } }]
    await keepReference(database, imported, { who: 'van', at: AT })
    assert.equal(await waiting(), 2, 'another table came in')
    await assert.rejects(commit(), NotMeasured)
    await measurePcs(database, tables)
    assert.equal(await waiting(), 0)
  },

  async 'an asset that a complete list leaves out takes its year along'(ledger) {
    const { database, unitId } = ledger
    const pc = (await ledger.enrol()) as number
    await ledger.report(pc, makeReport())
    await importList(database, listing('2026-01-01', [itemOf('TS-1', unitId, { yearInUse: 2024 }), itemOf('TS-2', unitId)]))
    const asset = await itemId(ledger, 'TS-1')
    await decidePair(database, { itemId: asset, pcId: pc, same: true, who: 'van', at: AT, timeZone: ZONE, mayTouch: everywhere })
    const year = async () => {
      await measurePcs(database, tables)
      return (await database.read.selectFrom('pc_measure').select('year_in_use').where('pc_id', '=', pc).executeTakeFirstOrThrow())
        .year_in_use
    }
    assert.equal(Number(await year()), 2024)
    await importList(database, { ...listing('2026-03-01', [itemOf('TS-2', unitId)]), completeUnits: [unitId] })
    assert.equal(await year(), null)
  },
}
