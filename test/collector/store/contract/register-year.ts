/** The register of a year, told by chance: its counts equal counting by hand on every day, whatever was matched and reorganised since. */
import assert from 'node:assert/strict'
import { importList, type RegisterImport } from '#collector/store/register/import-list.ts'
import type { ListedItem } from '#collector/store/register/listed-item.ts'
import { matchRegister } from '#collector/store/register/match.ts'
import { reorganise } from '#collector/store/reorganise.ts'
import { type CalendarDay, startOfDay } from '#shared/text/dates.ts'
import { dayFrom } from '#shared/text/days.ts'
import { chance } from './chance.ts'
import { evidenceOf, type Ledger } from './ledger.ts'
import { AT, counted, DAY_MS, itemOf, listing, ZONE } from './register-lists.ts'

export const registerYearPromises: Readonly<Record<string, (ledger: Ledger) => Promise<void>>> = {
  async 'random registers, every day of a year, equal counting by hand, whatever was matched and reorganised since'(ledger) {
    const { database, unitId } = ledger
    const units = [unitId, await ledger.unit('Sở Tư pháp'), await ledger.unit('Sở Y tế')]
    const pick = chance(20_260_930)
    const stories = Array.from({ length: 40 }, (_, number) => storyOf(number, units, pick))
    for (const [index, story] of stories.entries())
      if (story.joined !== undefined)
        await ledger.enrol({
          evidence: evidenceOf(900 + index),
          unitId: units[pick(3)] as number,
          at: noonOf(story.joined) + (HOURS[index % HOURS.length] ?? 0),
        })
    // Lists come in the order of their days, as they do.
    for (let day = 0; day < YEAR; day++) {
      const told = stories.flatMap(({ lists }) => lists.filter((list) => list.day === day))
      if (told.length === 0) continue
      const present = told.flatMap(({ item }) => (item === undefined ? [] : [item]))
      await importList(database, listing(dayNumber(day), present))
      for (const { gone } of told) if (gone) await importList(database, goneListing(dayNumber(day), gone, stories, day))
      if (pick(5) === 0) await matchRegister(database, { at: AT, timeZone: ZONE })
    }
    await matchRegister(database, { at: AT, timeZone: ZONE })
    const cut = 150
    const heir = await ledger.unit('Sở mới')
    const plan = {
      day: dayNumber(cut),
      dayAt: noonOf(cut) - DAY_MS / 2,
      made: [],
      ended: [{ unitId: units[1] as number, into: [{ unitId: heir }] }],
      who: 'test',
      at: AT,
    }
    await reorganise(database, plan)
    const unitOn = (unit: number, day: number) => (unit === units[1] && day >= cut ? heir : unit)
    const seen = new Set<string>()
    for (let day = 0; day < YEAR; day++) {
      const byHand: Record<string, number> = {}
      for (const { lists, joined } of stories) {
        const told = lists.findLast((list) => list.day <= day)
        if (!told?.item || (joined !== undefined && joined <= day)) continue
        const key = `${unitOn(told.item.unitId, day)} ${told.item.exempt ? 'exempt' : 'register-only'}`
        byHand[key] = (byHand[key] ?? 0) + 1
        seen.add(key)
      }
      const live = await counted(ledger, dayNumber(day))
      const listed = Object.fromEntries(Object.entries(live).filter(([key]) => !key.endsWith('unknown') && !key.endsWith('silent')))
      const marked = Object.fromEntries(Object.entries(byHand).sort())
      assert.deepEqual(listed, marked, dayNumber(day))
    }
    assert.ok(seen.size >= 7, [...seen].join())
  },
}

const YEAR = 365
const FIRST = Date.UTC(2025, 10, 1)
const dayNumber = (day: number) => new Date(FIRST + day * DAY_MS).toISOString().slice(0, 10)
const noonOf = (day: number) => startOfDay(dayFrom(dayNumber(day)) as CalendarDay, ZONE) + DAY_MS / 2

/** The first and the last moment of a day among them, from its noon. */
const HOURS = [0, -DAY_MS / 2, DAY_MS / 2 - 1]

/** `item` undefined: on that day it is gone; `gone` is what it was. */
type Story = {
  readonly joined: number | undefined
  readonly lists: { readonly day: number; readonly item?: ListedItem; readonly gone?: ListedItem }[]
}

function storyOf(number: number, units: readonly number[], pick: (below: number) => number): Story {
  const lists: { day: number; item?: ListedItem; gone?: ListedItem }[] = []
  // Marked assets have no PC: its mark would count from the moment of the matching.
  const joined = pick(3) === 0 ? pick(YEAR) : undefined
  let day = pick(250)
  let last: ListedItem | undefined
  while (day < YEAR && lists.length < 5) {
    if (last && pick(4) === 0) {
      lists.push({ day, gone: last })
      last = undefined
      if (joined !== undefined) break
    } else {
      last = itemOf(`TS-${number}`, units[pick(3)] as number, {
        exempt: joined === undefined && pick(4) === 0,
        note: String(pick(100)),
        ...(joined !== undefined && { serial: `SERIAL${900 + number}` }),
      })
      lists.push({ day, item: last })
    }
    day += 1 + pick(90)
  }
  return { joined, lists }
}

/** A complete list of the unit of what is gone, with everything else that stands there that day. */
function goneListing(day: string, gone: ListedItem, stories: readonly Story[], dayIndex: number): RegisterImport {
  const standing = stories.flatMap(({ lists }) => {
    const told = lists.findLast((list) => list.day <= dayIndex)
    return told?.item && told.item.unitId === gone.unitId ? [told.item] : []
  })
  return listing(day, standing, { completeUnits: [gone.unitId] })
}
