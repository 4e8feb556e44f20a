/** What the identity desk promises of merges that are undone when the world has moved on: units ended, marks came off, assets were written off, keys were exchanged. */
import assert from 'node:assert/strict'
import { hashSecret } from '#collector/platform/secrets.ts'
import { offerReplacement, takePlace } from '#collector/store/credential-rows.ts'
import { exemptPcs } from '#collector/store/exemptions.ts'
import { mergePcs } from '#collector/store/merging/merge-pcs.ts'
import { undoMerge } from '#collector/store/merging/undo-merge.ts'
import { movePcs } from '#collector/store/moves.ts'
import { importList } from '#collector/store/register/import-list.ts'
import { matchRegister } from '#collector/store/register/match.ts'
import { reorganise } from '#collector/store/reorganise.ts'
import { type CalendarDay, startOfDay } from '#shared/text/dates.ts'
import { dayFrom } from '#shared/text/days.ts'
import { ENROLLED_AT, evidenceOf, type Ledger } from './ledger.ts'
import { AT, counted, DAY_MS, everywhere, itemOf, listing, ZONE } from './register-lists.ts'

const MERGED_AT = AT - 60 * DAY_MS

/** Two PCs merged on 2026-04-02; the second goes on. */
async function merged(ledger: Ledger): Promise<{ from: number; into: number; undo(): Promise<unknown> }> {
  const from = (await ledger.enrol({ evidence: evidenceOf(60), at: ENROLLED_AT })) as number
  const into = (await ledger.enrol({ evidence: evidenceOf(61), at: ENROLLED_AT + DAY_MS })) as number
  await importList(ledger.database, listing('2026-01-01', [itemOf('TS-60', ledger.unitId, { serial: 'SERIAL60' })]))
  await matchRegister(ledger.database, { at: MERGED_AT - DAY_MS, timeZone: ZONE })
  await exemptPcs(ledger.database, { pcIds: [from], exempt: true, who: 'van', at: MERGED_AT - DAY_MS, mayTouch: everywhere })
  const done = await mergePcs(ledger.database, { pcIds: [from, into], who: 'van', at: MERGED_AT, mayTouch: everywhere })
  assert.equal(done?.into, into)
  const undoing = { mergeId: done?.mergeId as number, who: 'van', at: AT, timeZone: ZONE, mayTouch: everywhere }
  return { from, into, undo: () => undoMerge(ledger.database, undoing) }
}

const open = async ({ database }: Ledger) =>
  (await database.read.selectFrom('pc_exemption').select('pc_id').where('until', 'is', null).execute()).map(({ pc_id }) => pc_id)

export const mergesOverTimePromises: Readonly<Record<string, (ledger: Ledger) => Promise<void>>> = {
  async 'a unit that ended meanwhile is left by both PCs as it was by all others'(ledger) {
    const { database, unitId } = ledger
    const { from, into, undo } = await merged(ledger)
    const heir = await ledger.unit('Sở mới')
    const dayAt = startOfDay(dayFrom('2026-05-01') as CalendarDay, ZONE)
    const ended = [{ unitId, into: [{ unitId: heir }] }]
    await reorganise(database, { day: '2026-05-01', dayAt, made: [], ended, who: 'van', at: AT })
    assert.equal(await undo(), 'done')
    const rows = await database.read.selectFrom('pc').select(['id', 'unit_id', 'retired_at']).orderBy('id').execute()
    assert.deepEqual(
      rows.map(({ id, unit_id, retired_at }) => [id, unit_id, retired_at]),
      [
        [from, heir, null],
        [into, heir, null],
      ],
    )
    const of = (day: string) => counted(ledger, day)
    assert.deepEqual(await of('2026-04-30'), { [`${unitId} exempt`]: 1, [`${unitId} silent`]: 1 })
    assert.deepEqual(await of('2026-05-01'), { [`${heir} exempt`]: 1, [`${heir} silent`]: 1 })
  },

  async 'a mark that was taken off meanwhile is off both'(ledger) {
    const { into, undo } = await merged(ledger)
    assert.equal((await open(ledger)).includes(into), true)
    await exemptPcs(ledger.database, { pcIds: [into], exempt: false, who: 'van', at: AT - DAY_MS, mayTouch: everywhere })
    assert.equal(await undo(), 'done')
    assert.deepEqual(await open(ledger), [])
  },

  async 'an asset that was written off meanwhile is given back to nobody'(ledger) {
    const { database, unitId } = ledger
    const { undo } = await merged(ledger)
    await importList(database, listing('2026-05-01', [itemOf('TS-99', unitId)], { completeUnits: [unitId] }))
    assert.equal(await undo(), 'done')
    assert.deepEqual(await database.read.selectFrom('register_match').select('item_id').execute(), [])
  },

  async 'a credential that was exchanged meanwhile goes back with the one it was given for'(ledger) {
    const { database } = ledger
    const from = (await ledger.enrol({ evidence: evidenceOf(60), at: ENROLLED_AT })) as number
    const into = (await ledger.enrol({ evidence: evidenceOf(61), at: ENROLLED_AT + DAY_MS })) as number
    const held = await database.read.selectFrom('credential').select('hash').where('pc_id', '=', from).executeTakeFirstOrThrow()
    const done = await mergePcs(database, { pcIds: [from, into], who: 'van', at: MERGED_AT, mayTouch: everywhere })
    const given = hashSecret('exchanged')
    await database.write(async (db) => {
      await offerReplacement(db, into, { credentialHash: given, publicKey: 'key', heldHash: held.hash, at: AT - DAY_MS })
      await takePlace(db, database.dialect, given, AT - DAY_MS)
    })
    await undoMerge(database, { mergeId: done?.mergeId as number, who: 'van', at: AT, timeZone: ZONE, mayTouch: everywhere })
    const now = await database.read.selectFrom('credential').select(['hash', 'pc_id']).where('pc_id', '=', from).execute()
    assert.deepEqual(now.map(({ hash }) => hash).sort(), [held.hash, given].sort())
  },

  async 'a PC that was taken out of the ledger and joins again is in the unit of its token, and counts'(ledger) {
    const { database } = ledger
    const pc = (await ledger.enrol({ evidence: evidenceOf(70), at: ENROLLED_AT })) as number
    await movePcs(database, { pcIds: [pc], unitId: null, who: 'van', at: ENROLLED_AT + 5 * DAY_MS, mayTouch: everywhere })
    assert.equal(await ledger.enrol({ evidence: evidenceOf(70), at: AT }), pc)
    const row = await database.read.selectFrom('pc').select(['unit_id', 'retired_at']).where('id', '=', pc).executeTakeFirstOrThrow()
    assert.deepEqual([row.unit_id, row.retired_at], [ledger.unitId, null])
    assert.deepEqual(await counted(ledger, '2026-03-01'), {})
    assert.deepEqual(await counted(ledger, '2026-06-02'), { [`${ledger.unitId} silent`]: 1 })
    const events = await database.read.selectFrom('event').select('kind').where('pc_id', '=', pc).orderBy('id').execute()
    assert.deepEqual(
      events.map(({ kind }) => kind),
      ['enrolled', 'retired', 'returned', 'enrolled-again'],
    )
  },
}
