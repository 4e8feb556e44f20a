/** Assets of a year and the PCs they are, as a person would keep them on paper beside what is done in the ledger. */
import assert from 'node:assert/strict'
import { mergePcs } from '#collector/store/merging/merge-pcs.ts'
import { decidePair } from '#collector/store/register/decide-pair.ts'
import { importList } from '#collector/store/register/import-list.ts'
import { takeSteps } from '#collector/store/stays.ts'
import { dayOf } from '#shared/text/dates.ts'
import { dayText } from '#shared/text/days.ts'
import { at, hourOf, REORGANISED } from './count-stories.ts'
import { type StoryPc, unitOf } from './counted-by-hand.ts'
import type { Ledger } from './ledger.ts'
import { AT, everywhere, itemId, itemOf, listing, ZONE } from './register-lists.ts'

type Era = { readonly from: number; until: number | undefined; pc: StoryPc | undefined }
/** `was`: what it was when it was written off. */
export type Asset = {
  readonly code: string
  readonly unit: number
  readonly exempt: boolean
  readonly eras: Era[]
  pc: StoryPc | undefined
  was: StoryPc | undefined
  readonly apart: Set<number>
}

export const YEAR = 365
export const dayTextOf = (day: number) => dayText(dayOf(at(day), ZONE))

export class Paper {
  readonly assets: Asset[] = []
  readonly fleet: StoryPc[]
  readonly #merged = new Set<StoryPc>()
  readonly #ledger: Ledger
  readonly #pick: (below: number) => number

  constructor(ledger: Ledger, fleet: readonly StoryPc[], pick: (below: number) => number) {
    this.#ledger = ledger
    this.fleet = [...fleet]
    this.#pick = pick
  }

  async list(unit: number, day: number, exempt: boolean): Promise<void> {
    const asset: Asset = { code: `TS-${this.assets.length}`, unit, exempt, eras: [], pc: undefined, was: undefined, apart: new Set() }
    this.assets.push(asset)
    await this.#name(asset, day, unit)
  }

  async #name(asset: Asset, day: number, unit: number): Promise<void> {
    asset.eras.push({ from: day, until: undefined, pc: undefined })
    await importList(this.#ledger.database, listing(dayTextOf(day), [itemOf(asset.code, unit, { exempt: asset.exempt })]))
  }

  /** A complete list of its unit names all but it. */
  async writeOff(asset: Asset, unit: number, day: number): Promise<void> {
    const beside = this.assets.filter((other) => other !== asset).map(({ code }) => code.toLowerCase())
    const rest = { completeUnits: [unit], keysBeside: beside }
    const { comparison } = await importList(this.#ledger.database, listing(dayTextOf(day), [], rest))
    assert.equal(comparison.gone.length, 1)
    const era = asset.eras.at(-1) as Era
    era.until = day
    asset.was = asset.pc
    asset.pc = undefined
  }

  async comeBack(asset: Asset, unit: number, day: number): Promise<void> {
    await this.#name(asset, day, unit)
    const { was } = asset
    asset.was = undefined
    if (was && !asset.apart.has(was.id) && !this.assets.some(({ pc }) => pc === was)) this.#is(asset, was)
  }

  #is(asset: Asset, pc: StoryPc): void {
    asset.pc = pc
    for (const era of asset.eras) era.pc ??= pc
  }

  async decide(asset: Asset, pc: StoryPc, same: boolean): Promise<void> {
    const pair = { itemId: await itemId(this.#ledger, asset.code), pcId: pc.id, who: 'van', at: AT, timeZone: ZONE, mayTouch: everywhere }
    assert.equal(await decidePair(this.#ledger.database, { ...pair, same }), 'done')
    if (same) {
      asset.apart.delete(pc.id)
      this.#is(asset, pc)
    } else {
      asset.apart.add(pc.id)
      this.#isNot(asset, pc)
    }
  }

  #isNot(asset: Asset, pc: StoryPc): void {
    if (asset.pc === pc) asset.pc = undefined
    for (const era of asset.eras) if (era.pc === pc) era.pc = undefined
  }

  /** To a unit, or out of the ledger, at some moment after its last step. */
  async step(pc: StoryPc, unit: number | null): Promise<void> {
    if (this.#merged.has(pc)) return
    const since = hourOf(Math.max(Math.ceil((pc.stays.at(-1)?.since ?? 0) + 0.5), REORGANISED + 1) + this.#pick(60), this.#pick)
    pc.stays.push({ since, unit })
    const { database } = this.#ledger
    await database.write((db) => takeSteps(db, database.dialect, [{ pcId: pc.id, unitId: unit, at: at(since) }]))
  }

  /** Where both stood at once, where the one stood that goes on. Of two assets the one of the other is without a PC again. */
  async merge(one: StoryPc, other: StoryPc): Promise<void> {
    const pcIds = [one.id, other.id] as const
    const done = await mergePcs(this.#ledger.database, { pcIds, who: 'van', at: at(390), mayTouch: everywhere })
    const [into, from] = done?.into === one.id ? [one, other] : [other, one]
    const stays: StoryPc['stays'] = []
    for (let day = 0; day < YEAR; day++) stays.push({ since: day, unit: unitOf(into, day) ?? unitOf(from, day) ?? null })
    const told = new Map(into.days)
    for (const [day, said] of from.days) told.set(day, new Set([...said, ...(told.get(day) ?? [])]))
    const enrolled = Math.min(into.enrolled, from.enrolled)
    const merged = { id: into.id, enrolled, stays, marks: [...into.marks, ...from.marks], days: told }
    this.#merged.add(merged)
    const assetOf = (pc: StoryPc) => this.assets.find((asset) => asset.pc === pc)
    const loser = assetOf(from)
    if (loser && assetOf(into)) this.#isNot(loser, from)
    const now = (pc: StoryPc | undefined) => (pc === into || pc === from ? merged : pc)
    for (const asset of this.assets) {
      asset.pc = now(asset.pc)
      asset.was = now(asset.was)
      for (const era of asset.eras) era.pc = now(era.pc)
    }
    this.fleet.splice(0, this.fleet.length, ...this.fleet.filter((pc) => pc !== one && pc !== other), merged)
  }

  /** Those in the books on a day whose PC did not stand in the ledger. */
  inBooksAlone(day: number): readonly Asset[] {
    return this.assets.filter(({ eras }) =>
      eras.some(
        ({ from, until, pc }) => from <= day && (until === undefined || until > day) && (pc === undefined || unitOf(pc, day) === undefined),
      ),
    )
  }
}
