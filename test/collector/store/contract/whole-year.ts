/** A year with everything in it, told by chance: joining, moving, leaving, late samples, the register with what was written off and came back, merged PCs and units; what is counted now and what was counted ahead equal counting by hand on every day. */
import assert from 'node:assert/strict'
import { FIRST_RULE } from '#collector/counting/rule.ts'
import { countAhead } from '#collector/fleet/counts/count.ts'
import { rollUp } from '#collector/rolling/roll-up.ts'
import { dayOf } from '#shared/text/dates.ts'
import { type Asset, dayTextOf, Paper, YEAR } from './assets-by-hand.ts'
import { chance } from './chance.ts'
import { at, counted, makeOne, mergeUnits, REORGANISED, remembered } from './count-stories.ts'
import { type StoryPc, stateByHand, unitOf } from './counted-by-hand.ts'
import type { Ledger } from './ledger.ts'
import { ZONE } from './register-lists.ts'

const PCS = 45
const MERGES = 7
const ASSETS = 36
const DEEDS = 160

export const wholeYearPromises: Readonly<Record<string, (ledger: Ledger) => Promise<void>>> = {
  async 'everything together, every day of a year, now and ahead, equals counting by hand'(ledger) {
    const { database } = ledger
    const units = [ledger.unitId, await ledger.unit('Sở Tư pháp'), await ledger.unit('Sở Y tế')] as const
    const pick = chance(20_261_128)
    const days = Array.from({ length: YEAR }, (_, day) => dayOf(at(day), ZONE))
    const rollAll = () => rollUp({ database, now: () => at(400), timeZone: ZONE, count: (asOf) => countAhead(database, asOf) }, days)
    const made: StoryPc[] = []
    while (made.length < PCS) made.push(await makeOne(ledger, units, pick))
    await rollAll()
    const paper = new Paper(ledger, made, pick)
    for (let number = 0; number < ASSETS; number++) {
      await paper.list(units[pick(3)] as number, pick(250), number % 6 === 5)
      if (number % 3 !== 2) await paper.decide(paper.assets[number] as Asset, made[number] as StoryPc, true)
    }
    await mergeUnits(ledger, units[1], units[2])
    await rollAll()
    const standing = (unit: number, day: number) => (unit === units[1] && day >= REORGANISED ? units[2] : unit)
    const deeds = await doByChance(paper, pick, { units: [units[0], units[2]], standing })
    assert.ok(
      Object.values(deeds).every((times) => times >= 5),
      JSON.stringify(deeds),
    )
    await rollAll()
    const seen = new Set<string>()
    for (let day = 0; day < YEAR; day++) {
      const byHand: Record<string, number> = {}
      const add = (unit: number, state: string) => {
        const key = `${standing(unit, day)} ${state}`
        byHand[key] = (byHand[key] ?? 0) + 1
        seen.add(state)
      }
      for (const pc of paper.fleet) {
        const unit = unitOf(pc, day)
        if (unit !== undefined) add(unit, stateByHand(pc, day, FIRST_RULE))
      }
      for (const { unit, exempt } of paper.inBooksAlone(day)) add(unit, exempt ? 'exempt' : 'register-only')
      const wanted = Object.fromEntries(Object.entries(byHand).sort())
      assert.deepEqual(await counted(ledger, day, FIRST_RULE), wanted, `now, day ${day}`)
      assert.deepEqual(await remembered(ledger, dayTextOf(day)), wanted, `ahead, day ${day}`)
    }
    assert.deepEqual([...seen].sort(), ['exempt', 'internet', 'lan-only', 'register-only', 'silent', 'stand-alone', 'unknown', 'wan-only'])
  },
}

type Place = { readonly units: readonly [number, number]; standing(unit: number, day: number): number }

/** Assets written off, back again, matched and parted; PCs that leave, return and turn out to be one: in any order. How often each was done. */
async function doByChance(paper: Paper, pick: (below: number) => number, { units, standing }: Place): Promise<Record<string, number>> {
  const did = { ended: 0, back: 0, matched: 0, parted: 0, left: 0, moved: 0, merged: 0 }
  const any = <T>(all: readonly T[]): T | undefined => all[pick(Math.max(all.length, 1))]
  for (let deed = 0; deed < DEEDS; deed++) {
    const asset = any(paper.assets) as Asset
    const pc = any(paper.fleet) as StoryPc
    const era = asset.eras.at(-1)
    // A PC whose asset was written off: what becomes of it still tells of the days of that asset.
    const over = pick(2) === 0 ? any(paper.assets.filter(({ was }) => was))?.was : undefined
    const isTaken = paper.assets.some((one) => one.pc === pc)
    if (deed % 15 === 14 && did.merged < MERGES) {
      const [one, other] = [over ?? pc, any(paper.fleet.filter((own) => own !== pc && own !== over))]
      if (!other) continue
      await paper.merge(one, other)
      did.merged++
    } else if (deed % 3 === 0) {
      const own = over ?? asset.pc ?? pc
      const unit = unitOf(own, YEAR) === undefined || pick(4) === 0 ? (any(units) as number) : null
      await paper.step(own, unit)
      if (unit === null) did.left++
      else did.moved++
    } else if (era?.until === undefined && pick(2) === 0) {
      const day = Math.max(era?.from ?? 0, REORGANISED) + 1 + pick(150)
      await paper.writeOff(asset, standing(asset.unit, day), day)
      did.ended++
    } else if (era?.until !== undefined) {
      const day = era.until + pick(40)
      await paper.comeBack(asset, standing(asset.unit, day), day)
      did.back++
    } else if (asset.pc) {
      await paper.decide(asset, asset.pc, false)
      did.parted++
    } else if (!asset.exempt && !isTaken) {
      await paper.decide(asset, pc, true)
      did.matched++
    }
  }
  return did
}
