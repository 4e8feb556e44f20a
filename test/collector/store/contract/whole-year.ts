/** A year with everything in it, told by chance: joining, moving, leaving, late samples, the register, merged PCs and units; what is counted now and what was counted ahead equal counting by hand on every day. */
import assert from 'node:assert/strict'
import { FIRST_RULE } from '#collector/counting/rule.ts'
import { countAhead } from '#collector/fleet/counts/count.ts'
import { rollUp } from '#collector/rolling/roll-up.ts'
import { mergePcs } from '#collector/store/merging/merge-pcs.ts'
import { decidePair } from '#collector/store/register/decide-pair.ts'
import { importList } from '#collector/store/register/import-list.ts'
import { dayOf } from '#shared/text/dates.ts'
import { dayText } from '#shared/text/days.ts'
import { chance } from './chance.ts'
import { at, counted, makeOne, mergeUnits, REORGANISED, remembered } from './count-stories.ts'
import { type StoryPc, stateByHand, unitOf } from './counted-by-hand.ts'
import type { Ledger } from './ledger.ts'
import { AT, everywhere, itemOf, listing, ZONE } from './register-lists.ts'

const YEAR = 365
const PCS = 45
const PAIRS = 6
const ASSETS = 24
const textOf = (day: number) => dayText(dayOf(at(day), ZONE))

/** `pc`: the PC it is matched to. */
type Asset = { readonly unit: number; readonly listed: number; readonly exempt: boolean; readonly pc: StoryPc | undefined }

export const wholeYearPromises: Readonly<Record<string, (ledger: Ledger) => Promise<void>>> = {
  async 'everything together, every day of a year, now and ahead, equals counting by hand'(ledger) {
    const { database } = ledger
    const units = [ledger.unitId, await ledger.unit('Sở Tư pháp'), await ledger.unit('Sở Y tế')]
    const pick = chance(20_261_128)
    const days = Array.from({ length: YEAR }, (_, day) => dayOf(at(day), ZONE))
    const rollAll = () => rollUp({ database, now: () => at(400), timeZone: ZONE, count: (asOf) => countAhead(database, asOf) }, days)
    const made: StoryPc[] = []
    while (made.length < PCS) made.push(await makeOne(ledger, units, pick))
    await rollAll()
    const assets = await listAssets(ledger, units, made, pick)
    const fleet = await mergeSome(ledger, made)
    await mergeUnits(ledger, units[1] as number, units[2] as number)
    await rollAll()
    const standing = (unit: number, day: number) => (unit === units[1] && day >= REORGANISED ? units[2] : unit)
    const seen = new Set<string>()
    for (let day = 0; day < YEAR; day++) {
      const byHand: Record<string, number> = {}
      const add = (unit: number, state: string) => {
        const key = `${standing(unit, day)} ${state}`
        byHand[key] = (byHand[key] ?? 0) + 1
        seen.add(state)
      }
      for (const pc of fleet) {
        const unit = unitOf(pc, day)
        if (unit !== undefined) add(unit, stateByHand(pc, day, FIRST_RULE))
      }
      for (const { unit, listed, exempt, pc } of assets)
        if (listed <= day && (pc === undefined || unitOf(pc, day) === undefined)) add(unit, exempt ? 'exempt' : 'register-only')
      const wanted = Object.fromEntries(Object.entries(byHand).sort())
      assert.deepEqual(await counted(ledger, day, FIRST_RULE), wanted, `now, day ${day}`)
      assert.deepEqual(await remembered(ledger, textOf(day)), wanted, `ahead, day ${day}`)
    }
    assert.deepEqual([...seen].sort(), ['exempt', 'internet', 'lan-only', 'register-only', 'silent', 'stand-alone', 'unknown', 'wan-only'])
  },
}

/** Half of them are PCs of the ledger: of these only such as are merged with none. */
async function listAssets(
  { database }: Ledger,
  units: readonly number[],
  pcs: readonly StoryPc[],
  pick: (below: number) => number,
): Promise<Asset[]> {
  const assets: Asset[] = []
  for (let number = 0; number < ASSETS; number++) {
    const pc = number % 2 === 0 ? pcs[pcs.length - 1 - number / 2] : undefined
    const asset = { unit: units[pick(3)] as number, listed: pick(250), exempt: pc === undefined && pick(3) === 0, pc }
    assets.push(asset)
    await importList(database, listing(textOf(asset.listed), [itemOf(`TS-${number}`, asset.unit, { exempt: asset.exempt })]))
    if (!pc) continue
    const item = await database.read
      .selectFrom('register_item')
      .select('id')
      .where('asset_code', '=', `TS-${number}`)
      .executeTakeFirstOrThrow()
    const pair = { itemId: item.id, pcId: pc.id, same: true, who: 'van', at: AT, timeZone: ZONE, mayTouch: everywhere }
    assert.equal(await decidePair(database, pair), 'done')
  }
  return assets
}

/** Where both stood at once, where the one stood that goes on. */
async function mergeSome({ database }: Ledger, pcs: readonly StoryPc[]): Promise<StoryPc[]> {
  const fleet = [...pcs]
  for (let pair = 0; pair < PAIRS; pair++) {
    const [one, other] = fleet.splice(0, 2) as [StoryPc, StoryPc]
    const merged = await mergePcs(database, { pcIds: [one.id, other.id], who: 'van', at: at(390), mayTouch: everywhere })
    const [into, from] = merged?.into === one.id ? [one, other] : [other, one]
    const stays: { since: number; unit: number | null }[] = []
    for (let day = 0; day < YEAR; day++) stays.push({ since: day, unit: unitOf(into, day) ?? unitOf(from, day) ?? null })
    const told = new Map(into.days)
    for (const [day, said] of from.days) told.set(day, new Set([...said, ...(told.get(day) ?? [])]))
    const marks = [into.exemptFrom, from.exemptFrom].filter((mark) => mark !== undefined)
    fleet.push({
      id: into.id,
      enrolled: Math.min(into.enrolled, from.enrolled),
      stays,
      exemptFrom: marks.length === 0 ? undefined : Math.min(...marks),
      days: told,
    })
  }
  return fleet
}
