/** What the identity desk promises: only what is surely one PC is taken for one, the rest is asked, and what people said can be undone. */
import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { FIRST_RULE } from '#collector/counting/rule.ts'
import { countUnits } from '#collector/fleet/counts/query.ts'
import { keepApart } from '#collector/store/identity-questions.ts'
import { mergePcs } from '#collector/store/merging/merge-pcs.ts'
import { undoMerge } from '#collector/store/merging/undo-merge.ts'
import { movePcs } from '#collector/store/moves.ts'
import { decidePair } from '#collector/store/register/decide-pair.ts'
import { importList } from '#collector/store/register/import-list.ts'
import { matchRegister } from '#collector/store/register/match.ts'
import type { Evidence } from '#shared/evidence.ts'
import { dayOf } from '#shared/text/dates.ts'
import { makeReport } from '../../../make-report.ts'
import { chance } from './chance.ts'
import { ENROLLED_AT, evidenceOf, type Ledger } from './ledger.ts'
import { AT, DAY_MS, everywhere, itemOf, listing, ZONE } from './register-lists.ts'

export const questions = async ({ database }: Ledger) =>
  (
    await database.read
      .selectFrom('identity_question')
      .select(['pc_id', 'other_id', 'answer'])
      .orderBy('pc_id')
      .orderBy('other_id')
      .execute()
  ).map(({ pc_id, other_id, answer }) => [pc_id, other_id, answer])

const merge = ({ database }: Ledger, one: number, other: number) =>
  mergePcs(database, { pcIds: [one, other], who: 'van', at: AT, mayTouch: everywhere })
const undo = ({ database }: Ledger, mergeId: number) =>
  undoMerge(database, { mergeId, who: 'van', at: AT + DAY_MS, timeZone: ZONE, mayTouch: everywhere })

export const enrolled = async (ledger: Ledger, evidence: Evidence, more: { hostName?: string; unitId?: number; at?: number } = {}) =>
  (await ledger.enrol({ evidence, ...more })) as number

/** Of every day of a year, what counts there are. */
async function yearOf({ database }: Ledger): Promise<string[]> {
  const days: string[] = []
  for (let day = 0; day < 365; day += 3) {
    const asOf = { day: dayOf(ENROLLED_AT + day * DAY_MS, ZONE), rule: { ...FIRST_RULE, windowDays: 5, silentDays: 9 }, timeZone: ZONE }
    const rows = await countUnits(database, asOf, everywhere)
    days.push(
      rows
        .map(({ unitId, state, pcs }) => `${unitId} ${state} ${pcs}`)
        .sort()
        .join(', '),
    )
  }
  return days
}

/** Everything of the ledger that a merge touches, as it stands. */
async function standing({ database: { read } }: Ledger): Promise<unknown> {
  const rows = async (text: string) => (await sql.raw(text).execute(read)).rows
  return {
    pcs: await rows('select id, unit_id, enrolled_at, retired_at, merged_into from pc order by id'),
    stays: await rows('select * from pc_stay order by pc_id, since'),
    presence: await rows('select * from presence order by pc_id, month'),
    credentials: await rows('select hash, pc_id from credential order by hash'),
    evidence: await rows('select kind, value, pc_id from evidence order by kind, value, pc_id'),
    exemptions: await rows('select * from pc_exemption order by pc_id, since'),
    matches: await rows('select item_id, pc_id from register_match order by item_id'),
    entries: await rows('select item_id, from_day, pc_id, pc_since, pc_away from register_entry order by item_id, from_day'),
  }
}

export const identityDeskPromises: Readonly<Record<string, (ledger: Ledger) => Promise<void>>> = {
  async 'Windows set up anew on the same board is the same PC, without a question'(ledger) {
    const one = await enrolled(ledger, evidenceOf(1))
    assert.equal(await enrolled(ledger, evidenceOf(1, { machineId: 'another', diskSerials: ['NEW'] })), one)
    assert.deepEqual(await questions(ledger), [])
  },

  async 'a new main board beside the old disk is a question, and both are counted until it is answered'(ledger) {
    const one = await enrolled(ledger, evidenceOf(2))
    const board = evidenceOf(3, { diskSerials: ['DISK2'] })
    const other = await enrolled(ledger, board)
    assert.notEqual(other, one)
    assert.deepEqual(await questions(ledger), [[one, other, null]])
    const [question] = await ledger.database.read.selectFrom('identity_question').select('why').execute()
    assert.deepEqual(JSON.parse(question?.why ?? '').agree, ['disk-serial'])
  },

  async 'a serial that a maker printed on hundreds asks nobody'(ledger) {
    const ids = await ledger.enrolAll(
      Array.from({ length: 30 }, (_, number) => ({ evidence: evidenceOf(200 + number, { boardSerial: 'BSN12345678901234567' }) })),
    )
    assert.equal(new Set(ids).size, 30)
    assert.ok((await questions(ledger)).length <= 6, 'a few before it was known for what it is')
  },

  async 'two PCs that swap their disks stay two'(ledger) {
    const [one, other] = [await enrolled(ledger, evidenceOf(5)), await enrolled(ledger, evidenceOf(6))]
    assert.equal(await enrolled(ledger, evidenceOf(5, { diskSerials: ['DISK6'], machineId: 'machine6' })), one)
    assert.equal(await enrolled(ledger, evidenceOf(6, { diskSerials: ['DISK5'], machineId: 'machine5' })), other)
    assert.deepEqual(await questions(ledger), [])
  },

  async 'the same PC in another unit is a question'(ledger) {
    const health = await ledger.unit('Sở Y tế')
    const one = await enrolled(ledger, evidenceOf(9))
    const other = await enrolled(ledger, evidenceOf(9), { unitId: health })
    assert.deepEqual(await questions(ledger), [[one, other, null]])
  },

  async 'a PC that could tell nothing when it enrolled is asked about when it can'(ledger) {
    const facts = makeReport().bodies
    const one = (await ledger.enrol()) as number
    await ledger.report(one, makeReport())
    const other = (await ledger.enrol()) as number
    await ledger.report(other, makeReport())
    assert.ok(facts)
    assert.deepEqual(await questions(ledger), [[one, other, null]])
  },

  async 'what was told apart is not asked again, by those who may alone'(ledger) {
    const one = await enrolled(ledger, evidenceOf(10))
    const other = await enrolled(ledger, evidenceOf(11, { diskSerials: ['DISK10'] }))
    const apart = (mayTouch: typeof everywhere) => keepApart(ledger.database, { pcIds: [other, one], who: 'van', at: AT, mayTouch })
    assert.equal(await apart(() => sql<boolean>`1 = 0`), false)
    assert.equal(await apart(everywhere), true)
    assert.equal(await apart(everywhere), false)
    await enrolled(ledger, evidenceOf(11, { diskSerials: ['DISK10'] }))
    assert.deepEqual(await questions(ledger), [[one, other, 'different']])
  },

  async 'two that are merged are one for lists, counts, recognition and agents, and two again when that is undone'(ledger) {
    const { database } = ledger
    const health = await ledger.unit('Sở Y tế')
    const one = await enrolled(ledger, evidenceOf(20), { at: ENROLLED_AT })
    const sample = (day: number) => ({ at: new Date(ENROLLED_AT + day * DAY_MS).toISOString(), state: 'internet' as const })
    const none = {
      system: undefined,
      board: undefined,
      chassis: undefined,
      disks: undefined,
      'network-adapters': undefined,
      placement: undefined,
    }
    await ledger.report(one, makeReport({ facts: none, takenAt: ENROLLED_AT + 10 * DAY_MS, samples: [sample(8), sample(9)] }))
    const other = await enrolled(ledger, evidenceOf(21, { diskSerials: ['DISK20'] }), { at: ENROLLED_AT + 40 * DAY_MS, unitId: health })
    await ledger.report(other, makeReport({ facts: none, takenAt: ENROLLED_AT + 60 * DAY_MS, samples: [sample(9), sample(58)] }))
    await importList(database, listing('2026-01-01', [itemOf('TS-20', ledger.unitId, { serial: 'SERIAL20' })]))
    await matchRegister(database, { at: AT, timeZone: ZONE })
    const [before, counts] = [await standing(ledger), await yearOf(ledger)]

    const merged = await merge(ledger, one, other)
    assert.deepEqual([merged?.into, merged?.from], [other, one], 'the one heard of last goes on')
    const { rows: stays } = await sql<{ since: number; until: number | null; unit_id: number; enrolled_at: number }>`
      select since, until, unit_id, enrolled_at from pc_stay where pc_id = ${other} order by since`.execute(database.read)
    assert.deepEqual(
      stays.map((stay) => [Number(stay.since), stay.until === null ? null : Number(stay.until), stay.unit_id, Number(stay.enrolled_at)]),
      [
        [ENROLLED_AT, ENROLLED_AT + 40 * DAY_MS, ledger.unitId, ENROLLED_AT],
        [ENROLLED_AT + 40 * DAY_MS, null, health, ENROLLED_AT],
      ],
    )
    assert.equal((await database.read.selectFrom('pc_stay').select('pc_id').where('pc_id', '=', one).execute()).length, 0)
    const [presence] = await database.read
      .selectFrom('presence')
      .select('internet')
      .where('pc_id', '=', other)
      .where('month', '=', 202601)
      .execute()
    assert.equal(presence?.internet, (1 << 12) | (1 << 13), 'days of both')
    assert.equal((await database.read.selectFrom('register_match').select('pc_id').executeTakeFirst())?.pc_id, other)
    assert.equal(await enrolled(ledger, evidenceOf(20), { unitId: health }), other, 'it is known by what either was known by')
    assert.equal(
      await movePcs(database, { pcIds: [one], unitId: health, who: 'van', at: AT, mayTouch: everywhere }),
      0,
      'what was merged is not brought back',
    )
    assert.equal(await merge(ledger, one, other), undefined)

    assert.equal(await undo(ledger, merged?.mergeId as number), 'done')
    assert.equal(await undo(ledger, merged?.mergeId as number), undefined)
    const after = (await standing(ledger)) as Record<string, unknown>
    const { credentials: _was, ...told } = before as Record<string, unknown>
    const { credentials: _is, evidence: _evidence, ...now } = after
    const { evidence: _before, ...was } = told
    assert.deepEqual(now, was)
    assert.deepEqual(await yearOf(ledger), counts)
  },

  async 'merges of merges are undone in their turn, and each undoing is an identity'(ledger) {
    const pick = chance(7)
    const pcs: number[] = []
    for (let number = 0; number < 4; number++) {
      const pc = await enrolled(ledger, evidenceOf(30 + number, number === 0 ? {} : { diskSerials: [`DISK30`, `D${number}`] }), {
        at: ENROLLED_AT + pick(60) * DAY_MS,
        unitId: number % 2 === 0 ? ledger.unitId : await ledger.unit(`Đơn vị ${number}`),
      })
      const at = ENROLLED_AT + (70 + pick(100)) * DAY_MS
      const none = {
        system: undefined,
        board: undefined,
        chassis: undefined,
        disks: undefined,
        'network-adapters': undefined,
        placement: undefined,
      }
      await ledger.report(
        pc,
        makeReport({
          facts: none,
          takenAt: at,
          samples: Array.from({ length: 6 }, () => ({ at: new Date(at - pick(60) * DAY_MS).toISOString(), state: 'internet' as const })),
        }),
      )
      pcs.push(pc)
    }
    const stages: [unknown, string[]][] = []
    const merges: number[] = []
    let [current = 0] = pcs
    for (const pc of pcs.slice(1)) {
      stages.push([await standing(ledger), await yearOf(ledger)])
      const merged = await merge(ledger, current, pc)
      assert.ok(merged)
      merges.push(merged.mergeId)
      current = merged.into
    }
    assert.equal(await undo(ledger, merges[0] as number), 'later')
    for (const mergeId of merges.reverse()) {
      assert.equal(await undo(ledger, mergeId), 'done')
      assert.deepEqual([await standing(ledger), await yearOf(ledger)], stages.pop())
    }
  },

  async 'of two that are assets of the register each, one asset is without a PC until the merge is undone'(ledger) {
    const { database } = ledger
    const one = await enrolled(ledger, evidenceOf(50))
    const other = await enrolled(ledger, evidenceOf(51))
    await importList(
      database,
      listing('2026-01-01', [itemOf('A', ledger.unitId, { serial: 'SERIAL50' }), itemOf('B', ledger.unitId, { serial: 'SERIAL51' })]),
    )
    await matchRegister(database, { at: AT, timeZone: ZONE })
    const before = await standing(ledger)
    const merged = await merge(ledger, one, other)
    const open = await database.read.selectFrom('register_entry').select('item_id').where('pc_since', 'is', null).execute()
    assert.equal(open.length, 1)
    assert.equal(
      await decidePair(database, {
        itemId: open[0]?.item_id as number,
        pcId: one,
        same: true,
        who: 'van',
        at: AT,
        timeZone: ZONE,
        mayTouch: everywhere,
      }),
      undefined,
      'what was merged is no PC to be matched',
    )
    assert.equal(await undo(ledger, merged?.mergeId as number), 'done')
    assert.deepEqual(await standing(ledger), before)
  },
}
