/** What the store promises about counts: of any fleet, on any day, they are what counting PC by PC comes to. */
import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { FIRST_RULE } from '#collector/counting/rule.ts'
import { windowOf } from '#collector/counting/window.ts'
import { readAllCounted, readCountedPcs } from '#collector/fleet/counted-pcs/query.ts'
import { countAhead } from '#collector/fleet/counts/count.ts'
import type { DayCounts } from '#collector/fleet/counts/query.ts'
import { rememberedDay } from '#collector/fleet/counts/remembered.ts'
import { rollUp } from '#collector/rolling/roll-up.ts'
import { claimDay, forgetRolledSince } from '#collector/store/rolled-counts.ts'
import { takeSteps } from '#collector/store/stays.ts'
import type { CountedPc } from '#shared/api/counts.ts'
import type { Sample } from '#shared/report.ts'
import { type CalendarDay, dayOf } from '#shared/text/dates.ts'
import { dayText } from '#shared/text/days.ts'
import { makeReport, unchangedAfter } from '../../../make-report.ts'
import { chance } from './chance.ts'
import { asOf, at, counted, DAY_MS, makeOne, mergeUnits, OTHER_RULE, RULE, remembered, sampleOn, ZONE } from './count-stories.ts'
import { countByHand, type StoryPc, stateByHand, unitOf } from './counted-by-hand.ts'
import type { Ledger } from './ledger.ts'

const NOTHING: DayCounts = { units: [], conditions: [] }

/** Page by page and as a whole, by name, each PC once. */
async function listsHoldWhatFiguresSay({ database }: Ledger, fleet: readonly StoryPc[], day: number): Promise<void> {
  for (const state of ['internet', 'wan-only', 'lan-only', 'stand-alone', 'unknown', 'silent', 'exempt'] as const) {
    const asked = {
      asOf: asOf(day, RULE),
      within: () => sql<boolean>`1 = 1`,
      scope: 'all' as const,
      states: [state],
      conditions: {},
      blocks: ['I', 'II'],
    }
    const paged: CountedPc[] = []
    let after: string | undefined
    do {
      const page = await readCountedPcs(database, asked, { after, limit: 3 })
      paged.push(...page.rows)
      after = page.next
    } while (after !== undefined)
    const whole = await allOf(readAllCounted(database, asked))
    assert.deepEqual(paged, whole)
    const expected = fleet.filter((pc) => unitOf(pc, day) !== undefined && stateByHand(pc, day, RULE) === state)
    assert.deepEqual(paged.map(({ pcId }) => pcId).sort(), expected.map(({ id }) => id).sort(), state)
    for (const pc of paged) {
      const [story] = expected.filter(({ id }) => id === pc.pcId)
      const daysOf = (...told: string[]) =>
        [...(story?.days ?? [])].filter(([on, said]) => on <= day && told.some((one) => said.has(one))).map(([on]) => on)
      const textOf = (days: readonly number[]) =>
        days.length === 0 ? undefined : new Date(at(Math.max(...days))).toISOString().slice(0, 10)
      assert.equal(pc.internetOn, textOf(daysOf('internet')))
      assert.equal(pc.heardOn, textOf(daysOf('internet', 'reached', 'wan-only', 'lan-only', 'captive', 'offline')))
      assert.equal(pc.state, state)
    }
  }
}

export const countPromises: Readonly<Record<string, (ledger: Ledger) => Promise<void>>> = {
  async 'each state once, by the first that holds'(ledger) {
    const { unitId, database } = ledger
    const pcs = await ledger.enrolAll(Array.from({ length: 8 }, () => ({ at: at(0) })))
    const [internet, wan, lan, alone, unknown, silent, exempt] = pcs as number[]
    const say = (pc: number | undefined, day: number, sample?: Sample) =>
      ledger.report(pc as number, makeReport({ takenAt: at(day), samples: sample ? [sample] : [] }))
    await say(internet, 40, sampleOn(40, 'internet'))
    await say(wan, 60, sampleOn(60, 'wan-only'))
    await say(silent, 30, sampleOn(30, 'lan-only'))
    await say(exempt, 60, sampleOn(60, 'internet'))
    await database.write((db) =>
      db
        .insertInto('pc_exemption')
        .values({ pc_id: exempt as number, since: at(50), until: null })
        .execute(),
    )
    // A carried bundle is no contact: what its samples say is all there is.
    const carried = async (pc: number | undefined, state: Sample['state']) => {
      const { presence, ...report } = ledger.prepared(pc as number, makeReport({ takenAt: at(60), samples: [sampleOn(60, state)] }))
      await database.writeReports([{ ...report, presence: presence.map((days) => ({ ...days, reached: 0 })) }])
    }
    await carried(lan, 'captive')
    await carried(alone, 'offline')
    await carried(unknown, { unknown: 'turned-off' })
    // The eighth never said a word.
    assert.deepEqual(await counted(ledger, 60), {
      [`${unitId} internet`]: 1,
      [`${unitId} wan-only`]: 1,
      [`${unitId} lan-only`]: 1,
      [`${unitId} stand-alone`]: 1,
      [`${unitId} unknown`]: 1,
      [`${unitId} silent`]: 2,
      [`${unitId} exempt`]: 1,
    })
  },

  async 'a PC that moved counts where it was, and one that left not after'(ledger) {
    const { unitId, database } = ledger
    const other = await ledger.unit('Sở Tài chính')
    const [moved, left] = (await ledger.enrolAll([{ at: at(0) }, { at: at(0) }])) as number[]
    const step = (pcId: number | undefined, to: number | null, day: number) =>
      database.write((db) => takeSteps(db, database.dialect, [{ pcId: pcId as number, unitId: to, at: at(day) }]))
    await step(moved, other, 5)
    await step(left, null, 7)
    await step(left, other, 9)
    const unknown = (unit: number) => `${unit} unknown`
    assert.deepEqual(await counted(ledger, 4), { [unknown(unitId)]: 2 })
    assert.deepEqual(await counted(ledger, 5), { [unknown(unitId)]: 1, [unknown(other)]: 1 })
    assert.deepEqual(await counted(ledger, 8), { [unknown(other)]: 1 })
    assert.deepEqual(await counted(ledger, 9), { [unknown(other)]: 2 })
    assert.deepEqual(await counted(ledger, -1), {})
  },

  async 'random fleets, every day of a year, equal counting by hand'(ledger) {
    const units = [ledger.unitId, await ledger.unit('Sở Tư pháp'), await ledger.unit('Sở Y tế')]
    const pick = chance(20_160_930)
    const fleet: StoryPc[] = []
    for (let number = 0; number < 60; number++) fleet.push(await makeOne(ledger, units, pick))
    const seen = new Set<string>()
    for (let day = 0; day < 365; day++) {
      const rule = day % 3 === 0 ? OTHER_RULE : RULE
      const byHand = countByHand(fleet, day, rule)
      assert.deepEqual(await counted(ledger, day, rule), byHand, `day ${day}`)
      for (const key of Object.keys(byHand)) seen.add(key.replace(/^\d+ /, ''))
    }
    await listsHoldWhatFiguresSay(ledger, fleet, 200)
    assert.deepEqual([...seen].sort(), ['exempt', 'internet', 'lan-only', 'silent', 'stand-alone', 'unknown', 'wan-only'])
  },

  async 'what is counted ahead is what would be counted now, whatever came in between, on every day of a year'(ledger) {
    const { database, unitId } = ledger
    const units = [unitId, await ledger.unit('Sở Tư pháp'), await ledger.unit('Sở Y tế')]
    const pick = chance(20_250_701)
    const days = Array.from({ length: 365 }, (_, day) => dayOf(at(day), ZONE))
    const rollAll = () => rollUp({ database, now: () => at(400), timeZone: ZONE, count: (one) => countAhead(database, one) }, days)
    assert.equal(await rollAll(), 365)
    const fleet: StoryPc[] = []
    for (let round = 0; round < 3; round++) {
      for (let number = 0; number < 8; number++) fleet.push(await makeOne(ledger, units, pick))
      if (round === 1) {
        await mergeUnits(ledger, units[1] as number, units[2] as number)
        // Nothing comes into it any more.
        units[1] = units[2] as number
      }
      assert.ok((await rollAll()) > 0)
      assert.equal(await rollAll(), 0, 'nothing is counted twice')
      for (const [number, day] of days.entries())
        assert.deepEqual(await remembered(ledger, dayText(day)), await counted(ledger, number, FIRST_RULE), dayText(day))
    }
    assert.equal(fleet.length, 24)
  },

  async 'in another time zone nothing is remembered, in the same one everything is'(ledger) {
    const { database } = ledger
    const pc = (await ledger.enrol({ at: at(0) })) as number
    await ledger.report(pc, makeReport({ takenAt: at(60), samples: [sampleOn(58, 'internet')] }))
    const day = dayOf(at(58), ZONE)
    const roll = (timeZone: string) => rollUp({ database, now: () => at(400), timeZone, count: (one) => countAhead(database, one) }, [day])
    const kept = async (timeZone: string) =>
      (await rememberedDay(database, { day, rule: FIRST_RULE, timeZone }, () => sql<boolean>`1 = 1`))?.units
    assert.deepEqual([await roll(ZONE), await roll(ZONE)], [1, 0])
    assert.deepEqual([(await kept(ZONE))?.length, await kept('UTC')], [1, undefined])
    assert.equal(await roll('UTC'), 1)
    assert.deepEqual([await kept(ZONE), (await kept('UTC'))?.length], [undefined, 1])
  },

  async 'what comes in while a day is counted is not lost'(ledger) {
    const { database } = ledger
    const pc = (await ledger.enrol({ at: at(0) })) as number
    const day = dayOf(at(60), ZONE)
    let late: (() => Promise<unknown>) | undefined = () =>
      ledger.report(pc, makeReport({ takenAt: at(70), samples: [sampleOn(58, 'internet')] }))
    const roll = () =>
      rollUp(
        {
          database,
          now: () => at(400),
          timeZone: ZONE,
          async count(one) {
            const counted = await countAhead(database, one)
            await late?.()
            late = undefined
            return counted
          },
        },
        [day],
      )
    assert.equal(await roll(), 0, 'the sample came after the counting')
    assert.deepEqual(await remembered(ledger, dayText(day)), {})
    assert.equal(await roll(), 1)
    assert.deepEqual(await remembered(ledger, dayText(day)), { [`${ledger.unitId} internet`]: 1 })
  },

  async 'who counts a day waits for what is just being written about it'(ledger) {
    const { database } = ledger
    const day = dayText(dayOf(at(60), ZONE))
    const [forgot, committing] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const writing = database.write(async (db) => {
      await forgetRolledSince(db, database.dialect, at(60))
      forgot.resolve()
      await committing.promise
    })
    await forgot.promise
    let claimed = false
    const claiming = claimDay(database, { day, ruleVersion: 0 }, { claim: 'one', at: at(61), staleBefore: at(60) }).then((mine) => {
      claimed = true
      return mine
    })
    for (let turn = 0; turn < 5; turn++) await database.read.selectFrom('unit').select('id').execute()
    assert.equal(claimed, false)
    committing.resolve()
    await writing
    assert.ok(await claiming)
  },

  async 'what is told again forgets no day, what is new forgets its own and those after it'(ledger) {
    const { database } = ledger
    const pc = (await ledger.enrol({ at: at(0) })) as number
    const first = makeReport({ takenAt: at(60), samples: [sampleOn(58, 'internet')] })
    await ledger.report(pc, first)
    const days = [57, 58, 59].map((day) => dayOf(at(day), ZONE))
    const count = (one: Parameters<typeof countAhead>[1]) => countAhead(database, one)
    assert.equal(await rollUp({ database, now: () => at(400), timeZone: ZONE, count }, days), 3)
    const kept = async () => (await database.read.selectFrom('rolled_day').select('day').orderBy('day').execute()).map((row) => row.day)
    const again = unchangedAfter(first, at(60) + 60_000, [sampleOn(58, 'internet')])
    await ledger.report(pc, again)
    assert.equal((await kept()).length, 3)
    await ledger.report(pc, unchangedAfter(again, at(60) + 120_000, [sampleOn(58, 'lan-only')]))
    assert.deepEqual(await kept(), [dayText(days[0] as CalendarDay)])
  },

  async 'a claim that was broken off is taken over after a while, and not before'(ledger) {
    const { database } = ledger
    await ledger.enrol({ at: at(0) })
    const day = dayOf(at(60), ZONE)
    const rollAt = (ms: number, count: () => Promise<DayCounts>) => rollUp({ database, now: () => ms, timeZone: ZONE, count }, [day])
    await assert.rejects(
      rollAt(at(100), () => Promise.reject(new Error('killed'))),
      /killed/,
    )
    assert.equal(await rollAt(at(100) + 60_000, async () => NOTHING), 0)
    assert.equal(await rollAt(at(100) + 3_600_000, async () => NOTHING), 1)
  },

  async 'windows are the days they should be, over the ends of months and years'() {
    for (const [last, length] of [
      [{ year: 2026, month: 3, day: 1 }, 30],
      [{ year: 2024, month: 2, day: 29 }, 29],
      [{ year: 2026, month: 1, day: 31 }, 31],
      [{ year: 2026, month: 1, day: 1 }, 1],
      [{ year: 2026, month: 12, day: 31 }, 366],
    ] as const) {
      const days = windowOf(last, length).flatMap(({ month, days: bits }) =>
        Array.from({ length: 31 }, (_, bit) => bit)
          .filter((bit) => Math.floor(bits / 2 ** bit) % 2 === 1)
          .map((bit) => Date.UTC(Math.floor(month / 100), (month % 100) - 1, bit + 1)),
      )
      const end = Date.UTC(last.year, last.month - 1, last.day)
      const expected = Array.from({ length }, (_, back) => end - back * DAY_MS)
      assert.deepEqual(days.sort(), expected.sort())
    }
  },
}

async function allOf<T>(chunks: AsyncIterable<readonly T[]>): Promise<T[]> {
  const all: T[] = []
  for await (const chunk of chunks) all.push(...chunk)
  return all
}
