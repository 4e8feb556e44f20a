/** What the store promises of kinds, support and updates on a date: what was known of each PC at its end, whatever is learnt later. */
import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { type ConditionsAsked, conditionsAsked } from '#collector/fleet/counted-pcs/conditions-asked.ts'
import { readAllCounted } from '#collector/fleet/counted-pcs/query.ts'
import { countDay, countUnits } from '#collector/fleet/counts/query.ts'
import { measurePcs } from '#collector/measuring/measure-pcs.ts'
import { BUILT_IN } from '#collector/plan/reference/reference.ts'
import { type ConditionColumn, keepConditions } from '#collector/store/conditions.ts'
import { mergePcs } from '#collector/store/merging/merge-pcs.ts'
import { splitPc } from '#collector/store/merging/split-pc.ts'
import { undoMerge } from '#collector/store/merging/undo-merge.ts'
import { takeSteps } from '#collector/store/stays.ts'
import { ASPECTS, CONDITIONS } from '#shared/text/conditions.ts'
import { daysBack, dayText } from '#shared/text/days.ts'
import { known, makeReport } from '../../../make-report.ts'
import { chance } from './chance.ts'
import { asOf, at, DAY_MS, RULE, ZONE } from './count-stories.ts'
import { evidenceOf, type Ledger } from './ledger.ts'

const everywhere = () => sql<boolean>`1 = 1`

type Known = Readonly<Record<ConditionColumn, string | number | null>>

const NOTHING: Known = {
  nature: null,
  portable: null,
  support_ends_on: null,
  extended_ends_on: null,
  missing_since: null,
  patched_until: null,
}

const learn = ({ database }: Ledger, pcId: number, columns: Known, day: number) =>
  database.write((db) => {
    const kinds = {
      pc_id: 'int',
      nature: 'text',
      portable: 'int',
      support_ends_on: 'text',
      extended_ends_on: 'text',
      missing_since: 'text',
      patched_until: 'text',
    } as const
    const row = [
      pcId,
      ...Object.keys(kinds)
        .slice(1)
        .map((name) => columns[name as ConditionColumn]),
    ]
    return keepConditions(db, database.dialect.rows('j', kinds, JSON.stringify([row])), at(day))
  })

/** "unit aspect value" of one day, and that the list behind each figure has as many rows. */
async function on(ledger: Ledger, day: number): Promise<Record<string, number>> {
  const { conditions, units } = await countDay(ledger.database, asOf(day, RULE), everywhere)
  const byName = (one: { unitId: number; state: string }) => `${one.unitId} ${one.state}`
  const sorted = (rows: typeof units) => rows.toSorted((one, other) => (byName(one) < byName(other) ? -1 : 1))
  assert.deepEqual(sorted(units), sorted(await countUnits(ledger.database, asOf(day, RULE), everywhere)), 'both passes count alike')
  return Object.fromEntries(conditions.map(({ unitId, aspect, value, pcs }) => [`${unitId} ${aspect} ${value}`, pcs]).sort())
}

async function listed({ database }: Ledger, day: number, conditions: ConditionsAsked): Promise<(number | undefined)[]> {
  const asked = { asOf: asOf(day, RULE), within: everywhere, scope: 'all' as const, states: undefined, conditions, blocks: undefined }
  const ids: (number | undefined)[] = []
  for await (const chunk of readAllCounted(database, asked)) ids.push(...chunk.map(({ pcId }) => pcId))
  return ids.sort()
}

export const conditionPromises: Readonly<Record<string, (ledger: Ledger) => Promise<void>>> = {
  async 'what an agent told is known from the day it was measured, and what it told later changes no figure of before'(ledger) {
    const { database, unitId } = ledger
    const pc = (await ledger.enrol({ at: at(0) })) as number
    const tell = async (day: number, kind: string) => {
      await ledger.report(pc, makeReport({ takenAt: at(day), facts: { chassis: known('chassis', { kind }) } }))
      await measurePcs(database, async () => BUILT_IN, { now: () => at(day) })
    }
    await tell(10, 'desktop')
    await tell(20, 'laptop')
    const kindOn = async (day: number) => Object.keys(await on(ledger, day)).filter((key) => key.includes('casing'))
    assert.deepEqual(await kindOn(9), [])
    assert.deepEqual([await listed(ledger, 9, { casing: ['unknown'] }), await listed(ledger, 9, { casing: ['desktop'] })], [[pc], []])
    assert.deepEqual(await kindOn(10), [`${unitId} casing desktop`])
    assert.deepEqual(await kindOn(19), [`${unitId} casing desktop`])
    assert.deepEqual(await kindOn(20), [`${unitId} casing laptop`])
    // Measured anew with nothing different it is no other moment.
    await measurePcs(database, async () => BUILT_IN, { now: () => at(30) })
    const { rows } = await sql`select 1 from pc_condition where pc_id = ${pc}`.execute(database.read)
    assert.equal(rows.length, 2)
  },

  async 'support and updates grow old with the day, and what nobody read stays unknown'(ledger) {
    const { unitId } = ledger
    const [old, unread] = (await ledger.enrolAll([{ at: at(0) }, { at: at(0) }])) as [number, number]
    const day = dayText(asOf(20, RULE).day)
    await learn(ledger, old, { ...NOTHING, support_ends_on: day, extended_ends_on: day, missing_since: daysBack(day, 30) }, 1)
    await learn(ledger, unread, NOTHING, 1)
    assert.deepEqual(await on(ledger, 20), { [`${unitId} patchAge up-to-30`]: 1, [`${unitId} support supported`]: 1 })
    assert.deepEqual(await on(ledger, 21), { [`${unitId} patchAge up-to-90`]: 1, [`${unitId} support ended`]: 1 })
    assert.deepEqual(await listed(ledger, 21, { support: ['unknown'], patchAge: ['unknown'] }), [unread])
  },

  async 'random fleets on every third day of a year equal looking at PC by PC, and lists hold what figures say'(ledger) {
    const { database } = ledger
    const units = [ledger.unitId, await ledger.unit('Sở Y tế')]
    const pick = chance(2_026)
    const one = <T>(of: readonly T[]): T => of[pick(of.length)] as T
    const dayOfYear = () => dayText(asOf(pick(365), RULE).day)
    type Story = { id: number; stays: { day: number; unit: number | null }[]; learnt: { day: number; columns: Known }[] }
    const fleet: Story[] = []
    for (let number = 0; number < 40; number++) {
      const stays: Story['stays'] = [{ day: pick(100), unit: one(units) }]
      const id = (await ledger.enrol({ at: at(stays[0]?.day ?? 0), unitId: stays[0]?.unit as number })) as number
      if (pick(2) === 0) {
        const step = { day: (stays[0]?.day ?? 0) + 1 + pick(150), unit: one([...units, null]) }
        stays.push(step)
        await database.write((db) => takeSteps(db, database.dialect, [{ pcId: id, unitId: step.unit, at: at(step.day) }]))
      }
      const learnt: Story['learnt'] = []
      for (let day = (stays[0]?.day ?? 0) + pick(30); day < 365 && pick(6) > 0; day += 1 + pick(80)) {
        const columns: Known = {
          nature: one([null, 'office', 'virtual', 'server']),
          portable: one([null, 0, 1]),
          support_ends_on: one([null, dayOfYear()]),
          extended_ends_on: one([null, dayOfYear()]),
          missing_since: one([null, dayOfYear()]),
          patched_until: one([null, dayOfYear()]),
        }
        learnt.push({ day, columns })
        await learn(ledger, id, columns, day)
      }
      fleet.push({ id, stays, learnt })
    }
    const seen = new Set<string>()
    for (let day = 0; day < 365; day += 3) {
      const text = dayText(asOf(day, RULE).day)
      const expected: Record<string, number> = {}
      const present = fleet.flatMap(({ id, stays, learnt }) => {
        const unit = stays.findLast((stay) => stay.day <= day)?.unit ?? null
        if (unit === null) return []
        return [{ id, unit, values: byHand(learnt.findLast((one) => one.day <= day)?.columns ?? NOTHING, text) }]
      })
      for (const { unit, values } of present)
        for (const aspect of ASPECTS)
          if (values[aspect] !== 'unknown') {
            const key = `${unit} ${aspect} ${values[aspect]}`
            expected[key] = (expected[key] ?? 0) + 1
            seen.add(`${aspect} ${values[aspect]}`)
          }
      assert.deepEqual(await on(ledger, day), Object.fromEntries(Object.entries(expected).sort()), text)
      if (day % 90 === 0)
        for (const aspect of ASPECTS)
          for (const value of Object.keys(CONDITIONS[aspect])) {
            const ids = present.filter(({ values }) => values[aspect] === value).map(({ id }) => id)
            assert.deepEqual(await listed(ledger, day, { [aspect]: [value] }), ids.sort(), `${text} ${aspect} ${value}`)
          }
    }
    assert.equal(seen.size, ASPECTS.flatMap((aspect) => Object.keys(CONDITIONS[aspect])).length - ASPECTS.length)
  },

  async 'a merge lends the PC that goes on what was known of the other before, and undoing takes it back'(ledger) {
    const { database, unitId } = ledger
    const from = (await ledger.enrol({ evidence: evidenceOf(60), at: at(0) })) as number
    const into = (await ledger.enrol({ evidence: evidenceOf(61), at: at(40) })) as number
    await learn(ledger, from, { ...NOTHING, portable: 1 }, 10)
    await learn(ledger, into, { ...NOTHING, portable: 0 }, 50)
    const kinds = async () => [await on(ledger, 9), await on(ledger, 20), await on(ledger, 45), await on(ledger, 60)]
    const apart = await kinds()
    const done = await mergePcs(database, { pcIds: [from, into], who: 'van', at: at(60), mayTouch: everywhere })
    assert.equal(done?.into, into)
    const laptop = { [`${unitId} casing laptop`]: 1 }
    assert.deepEqual(await kinds(), [{}, laptop, laptop, { [`${unitId} casing desktop`]: 1 }])
    const undoing = { mergeId: done?.mergeId as number, who: 'van', at: at(61), timeZone: ZONE, mayTouch: everywhere }
    assert.equal(await undoMerge(database, undoing), 'done')
    assert.deepEqual(await kinds(), apart)
  },

  async 'a split gives the new PC what was known since, and the old one what was known before'(ledger) {
    const { database, unitId } = ledger
    const pc = (await ledger.enrol({ evidence: evidenceOf(80), at: at(0) })) as number
    await learn(ledger, pc, { ...NOTHING, portable: 0 }, 5)
    assert.equal(await ledger.enrol({ evidence: evidenceOf(80, { diskSerials: ['HAI'] }), at: at(20) }), pc)
    await learn(ledger, pc, { ...NOTHING, portable: 1 }, 21)
    const made = await splitPc(database, {
      pcId: pc,
      since: at(20),
      sinceDay: { month: 202511, day: 21 },
      who: 'van',
      at: at(30),
      mayTouch: everywhere,
    })
    const [desktop, laptop] = [`${unitId} casing desktop`, `${unitId} casing laptop`]
    assert.deepEqual(await on(ledger, 19), { [desktop]: 1 })
    assert.deepEqual(await on(ledger, 25), { [desktop]: 1, [laptop]: 1 })
    assert.deepEqual(await listed(ledger, 25, { casing: ['laptop'] }), [made])
  },

  async 'a split that is taken back changes nothing of the days between, nor does undoing a merge of before it'(ledger) {
    const { database, unitId } = ledger
    const older = (await ledger.enrol({ evidence: evidenceOf(90), at: at(0) })) as number
    const pc = (await ledger.enrol({ evidence: evidenceOf(80), at: at(1) })) as number
    await learn(ledger, older, { ...NOTHING, portable: 0 }, 2)
    await learn(ledger, pc, { ...NOTHING, portable: 0 }, 5)
    const merged = await mergePcs(database, { pcIds: [older, pc], who: 'van', at: at(15), mayTouch: everywhere })
    const stays = merged?.into as number
    await ledger.enrol({ evidence: evidenceOf(stays === pc ? 80 : 90, { diskSerials: ['HAI'] }), at: at(20) })
    await learn(ledger, stays, { ...NOTHING, portable: 1 }, 21)
    const days = async () => [await on(ledger, 3), await on(ledger, 17), await on(ledger, 25)]
    const before = await days()
    assert.deepEqual(before[2], { [`${unitId} casing laptop`]: 1 })
    const splitting = { pcId: stays, since: at(20), sinceDay: { month: 202511, day: 21 }, who: 'van', at: at(30), mayTouch: everywhere }
    const made = (await splitPc(database, splitting)) as number
    assert.ok(made > 0)
    await mergePcs(database, { pcIds: [stays, made], who: 'van', at: at(31), mayTouch: everywhere })
    assert.deepEqual(await days(), before)
    const undoing = { mergeId: merged?.mergeId as number, who: 'van', at: at(32), timeZone: ZONE, mayTouch: everywhere }
    assert.equal(await undoMerge(database, undoing), 'done')
    assert.deepEqual((await days())[2], { [`${unitId} casing desktop`]: 1, [`${unitId} casing laptop`]: 1 })
  },

  async 'a clock that was ahead and is set right ends nothing before it began'(ledger) {
    const { database, unitId } = ledger
    const pc = (await ledger.enrol({ at: at(0) })) as number
    await learn(ledger, pc, { ...NOTHING, portable: 0 }, 30)
    await learn(ledger, pc, { ...NOTHING, portable: 1 }, 10)
    const { rows } = await sql`select 1 from pc_condition where pc_id = ${pc} and until < since`.execute(database.read)
    assert.deepEqual([rows, await on(ledger, 31)], [[], { [`${unitId} casing laptop`]: 1 }])
  },

  async 'of a PC in the register only the kind is what the books say, system and updates are unknown'(ledger) {
    const { database, unitId } = ledger
    await database.write(async (db) => {
      for (const [id, kind] of [
        [1, null],
        [2, 'tablet'],
      ] as const) {
        await db
          .insertInto('register_item')
          .values({ asset_code: `TS-${id}`, asset_key: `ts-${id}` })
          .execute()
        await sql`insert into register_entry (item_id, from_day, unit_id, name, name_key, kind, exempt, note, search, hash, import_id)
          values (${id}, '2020-01-01', ${unitId}, 'Máy', 'may', ${kind}, 0, '', '', '', 1)`.execute(db)
      }
    })
    assert.deepEqual(await countUnits(database, asOf(5, RULE), everywhere), [{ unitId, state: 'register-only', pcs: 2 }])
    assert.deepEqual(await on(ledger, 5), { [`${unitId} casing laptop`]: 1 })
    const rows = async (asked: ConditionsAsked) => (await listed(ledger, 5, asked)).length
    assert.deepEqual(
      [await rows({ casing: ['unknown'] }), await rows({ casing: ['laptop'] }), await rows({ casing: ['desktop'] })],
      [1, 1, 0],
    )
    assert.deepEqual([await rows({ support: ['unknown'], casing: ['laptop'] }), await rows({ support: ['ended'] })], [1, 0])
    assert.throws(() => conditionsAsked({ casing: 'toaster' }), /toaster/)
  },
}

/** PC by PC, in plain words. */
function byHand(columns: Known, day: string): Record<(typeof ASPECTS)[number], string> {
  const { nature, portable, support_ends_on: ends, extended_ends_on: paidUntil, missing_since: missing, patched_until: until } = columns
  const casing =
    nature === 'virtual' || nature === 'server' ? 'other' : portable === null ? 'unknown' : portable === 1 ? 'laptop' : 'desktop'
  const support =
    ends === null ? 'unknown' : ends >= day ? 'supported' : paidUntil === null ? 'unknown' : paidUntil >= day ? 'extended' : 'ended'
  const days = missing === null ? undefined : (Date.parse(day) - Date.parse(String(missing))) / DAY_MS
  const isFresh = until !== null && Date.parse(day) - Date.parse(String(until)) <= 30 * DAY_MS
  const age =
    days === undefined ? (isFresh ? 'none' : 'unknown') : days < 0 ? 'none' : days <= 30 ? 'up-to-30' : days <= 90 ? 'up-to-90' : 'over-90'
  return { casing, support, patchAge: age }
}
