/** Random stories of PCs over a year, for what the store promises about counts. */
import { sql } from 'kysely'
import { type CountRule, FIRST_RULE } from '#collector/counting/rule.ts'
import { countUnits } from '#collector/fleet/counts/query.ts'
import { reorganise } from '#collector/store/reorganise.ts'
import { forgetRolledSince } from '#collector/store/rolled-counts.ts'
import { takeSteps } from '#collector/store/stays.ts'
import type { Sample } from '#shared/report.ts'
import { type CalendarDay, dayOf, startOfDay } from '#shared/text/dates.ts'
import { dayText } from '#shared/text/days.ts'
import { makeReport, unchangedAfter } from '../../../make-report.ts'
import type { StoryPc } from './counted-by-hand.ts'
import type { Ledger } from './ledger.ts'

export const ZONE = 'Asia/Ho_Chi_Minh'
export const DAY_MS = 86_400_000
export const RULE: CountRule = { ...FIRST_RULE, windowDays: 30, silentDays: 20 }
export const OTHER_RULE: CountRule = { ...FIRST_RULE, windowDays: 7, silentDays: 75 }

export const noon = (day: CalendarDay) => startOfDay(day, ZONE) + DAY_MS / 2

export const FIRST_DAY = { year: 2025, month: 11, day: 1 }
export const at = (dayNumber: number) => noon(FIRST_DAY) + Math.round(dayNumber * DAY_MS)

/** What comes in between of a day, its very first and very last moment among it. */
const HOURS = [0, -0.5, -0.5 + 1 / DAY_MS, -0.2, 0.3, 0.5 - 1 / DAY_MS]
export const hourOf = (day: number, pick: (below: number) => number) => day + (HOURS[pick(HOURS.length)] ?? 0)

export const asOf = (dayNumber: number, rule: CountRule) => ({ day: dayOf(at(dayNumber), ZONE), rule, timeZone: ZONE })

export async function counted({ database }: Ledger, dayNumber: number, rule = RULE): Promise<Record<string, number>> {
  const rows = await countUnits(database, asOf(dayNumber, rule), () => sql`1 = 1`)
  return Object.fromEntries(rows.map(({ unitId, state, pcs }) => [`${unitId} ${state}`, pcs]).sort())
}

export const sampleOn = (dayNumber: number, state: Sample['state']): Sample => ({ at: new Date(at(dayNumber)).toISOString(), state })

/** What is kept of a day, in the shape of `counted`. */
export async function remembered({ database }: Ledger, day: string): Promise<Record<string, number>> {
  const { rows } = await sql<{ unit_id: number; state: string; pcs: number }>`
    select unit_id, state, pcs from rolled_count c where day = ${day} and rule_version = 0
      and exists (select 1 from rolled_day d where d.day = c.day and d.rule_version = c.rule_version and d.rolled_at is not null)`.execute(
    database.read,
  )
  return Object.fromEntries(rows.map(({ unit_id, state, pcs }) => [`${unit_id} ${state}`, pcs]).sort())
}

export const REORGANISED = 150

/** One unit ends into another on a day in the middle of the story. */
export async function mergeUnits({ database }: Ledger, from: number, into: number): Promise<void> {
  const day = dayOf(at(REORGANISED), ZONE)
  await reorganise(database, {
    day: dayText(day),
    dayAt: startOfDay(day, ZONE),
    made: [],
    ended: [{ unitId: from, into: [{ unitId: into }] }],
    who: 'test',
    at: at(REORGANISED + 1),
  })
}

export async function makeOne(ledger: Ledger, units: readonly number[], pick: (below: number) => number): Promise<StoryPc> {
  const { database } = ledger
  const enrolled = hourOf(pick(200), pick)
  const first = units[pick(3)] as number
  const id = (await ledger.enrol({ at: at(enrolled), unitId: first })) as number
  const stays: StoryPc['stays'] = [{ since: enrolled, unit: first }]
  let day = enrolled
  while (pick(3) === 0) {
    day = hourOf(Math.ceil(day + 0.5) + pick(60), pick)
    const unit = pick(4) === 0 ? null : (units[pick(3)] as number)
    stays.push({ since: day, unit })
    await database.write((db) => takeSteps(db, database.dialect, [{ pcId: id, unitId: unit, at: at(day) }]))
  }
  const marks: StoryPc['marks'] = []
  if (pick(8) === 0) {
    const since = hourOf(pick(365), pick)
    marks.push({ since, until: pick(2) === 0 ? undefined : hourOf(Math.ceil(since + 0.5) + pick(90), pick) })
  }
  for (const { since, until } of marks)
    await database.write(async (db) => {
      await db
        .insertInto('pc_exemption')
        .values({ pc_id: id, since: at(since), until: until === undefined ? null : at(until) })
        .execute()
      await forgetRolledSince(db, database.dialect, at(since))
    })
  const days: StoryPc['days'] = new Map()
  // Some samples come late: sent together, weeks after they were taken.
  const firstWord = Math.ceil(enrolled) + pick(40)
  let sent = makeReport({ takenAt: at(firstWord) })
  await ledger.report(id, sent)
  days.set(firstWord, new Set(['reached']))
  for (let from = firstWord; from < 365; from += 1 + pick(40)) {
    const samples: Sample[] = []
    for (let back = pick(6); back >= 0; back--) {
      const state = (['internet', 'wan-only', 'lan-only', 'captive', 'offline'] as const)[pick(5)] ?? 'offline'
      const told = from - back * (1 + pick(6))
      samples.push(sampleOn(told, state))
      days.set(told, new Set([...(days.get(told) ?? []), state]))
    }
    days.set(from, new Set([...(days.get(from) ?? []), 'reached']))
    sent = unchangedAfter(sent, at(from) + 60_000, samples)
    await ledger.report(id, sent)
  }
  return { id, enrolled, stays, marks, days }
}
