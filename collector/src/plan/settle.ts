/** Decides and prices a PC by what its rules found: the cheapest that clears every need, nothing bought for what is unknown, nothing priced that nobody can name. */
import type { Item, Life, MemoryType, Nature, VerdictKind } from '@somay/shared/text/plan.ts'
import { findingsIn, hasAny, isHeldUp, unknownBitOf } from './findings.ts'
import type { MeasureName } from './measures/measures.ts'
import type { Policy } from './policy.ts'
import { itemOf, newPcItems, type Prices, possiblePrices, priceOf } from './prices.ts'
import { REMEDY_KINDS, REMEDY_NAMES, type Remedy } from './remedies.ts'
import { RULES } from './rules/index.ts'

/** What is left of a PC when its rules were asked: enough to decide and to price it. `findings` are the bits of `findings.ts`. */
export type Gathered = {
  readonly findings: number
  readonly nature: Nature | 'unknown'
  readonly casing: Casing
  /** The type of the memory it takes. */
  readonly memory: MemoryType | 'unknown'
  /** Whether its useful life is over; unknown where the register names no year: then it may be replaced, and somebody must see whether it may be liquidated. */
  readonly life: Life
  /** A new PC in its place needs a licence for Windows; others come with their system, or for nothing. */
  readonly system: 'windows' | 'other' | 'unknown'
}

/** By what a PC would be replaced. */
export type Casing = 'desktop' | 'laptop' | 'unknown'

export type Settled = {
  /**
   * `mend`: what `remedies` names is bought or done. `move`: it should be replaced, but within its useful life it cannot be liquidated, so it
   * goes where less is asked of it. `unknown`: something must be read first. `apart`: virtual PCs and servers, for which no plan of office PCs buys.
   */
  readonly kind: VerdictKind
  /** Bought or licensed; of a PC that is replaced, what it would have needed. */
  readonly remedies: readonly Remedy[]
  /** Done by hand. */
  readonly works: readonly Remedy[]
  /** What is bought, or paid for, one thing of each; of a PC that is replaced the new one and what it needs. */
  readonly items: readonly Item[]
  /** Undefined while something is needed for sure of which nobody can tell what to buy: it is in no sum. */
  readonly costDong: number | undefined
  /** For the order of funding. */
  readonly points: number
  /** What must be read before it can be decided, beside what rules miss; of one that is decided, before it can be priced. */
  readonly untold: readonly MeasureName[]
}

/** What decides beside what was found. */
export type Terms = { readonly policy: Policy; readonly prices: Prices }

const NOTHING = { remedies: [], works: [], items: [], costDong: 0, points: 0, untold: [] } as const

export function settle(gathered: Gathered, terms: Terms): Settled {
  const { nature } = gathered
  if (nature === 'virtual' || nature === 'server') return { kind: 'apart', ...NOTHING }
  const settled = settleOffice(gathered, terms)
  if (nature === 'office' || settled.kind === 'keep') return settled
  // It may be one that nothing is bought for.
  return { ...settled, kind: 'unknown', items: [], costDong: 0, points: 0, untold: ['nature', ...settled.untold] }
}

function settleOffice({ findings, casing, memory, life, system }: Gathered, { policy, prices }: Terms): Settled {
  const found = findingsIn(findings)
  // What nothing is done about makes nothing more urgent.
  const points = found.reduce((sum, { rule, remedy }) => sum + (remedy === 'none' ? 0 : rule.points), 0)
  const remedies = REMEDY_NAMES.filter((remedy) => found.some((finding) => finding.remedy === remedy))
  const bought = remedies.filter((remedy) => remedy !== 'replace' && REMEDY_KINDS[remedy] !== 'work' && !isDouble(remedy, remedies))
  const works = remedies.filter((remedy) => remedy !== 'none' && REMEDY_KINDS[remedy] === 'work')
  const needed = { ...NOTHING, remedies: bought, works }
  const replaced: Settled = { ...needed, kind: 'replace', works: [], points, ...newPc({ casing, system }, prices) }
  if (remedies.includes('replace')) return life === 'within' ? { ...needed, kind: 'move', points } : replaced
  if (isHeldUp(findings)) return { ...needed, kind: 'unknown' }
  const unread = bought.some((remedy) => isPaidSystem(remedy, prices)) ? windows11Unread(findings) : []
  if (unread.length > 0) return { ...needed, kind: 'unknown', untold: unread }
  if (bought.length === 0) return { ...needed, kind: 'keep' }
  const items = bought.map((remedy) => itemOf(remedy, memory, prices))
  const isTooMuch = (dong: number, newDong: number) => 100 * dong > policy.replaceSharePercent * newDong
  const newDongs = casingsOf(casing).flatMap((one) => systemsOf(system).map((own) => dongOf(newPcItems(one, own, prices), prices)))
  const tooMuch = possibleSums(bought.map((remedy) => possiblePrices(remedy, memory, prices))).flatMap((dong) =>
    newDongs.map((newDong) => isTooMuch(dong, newDong)),
  )
  if (life === 'past' && tooMuch.every(Boolean)) return replaced
  const untold: readonly MeasureName[] = items.includes(undefined) ? ['memoryType'] : []
  // Within its useful life it is mended whatever that costs; where nobody knows, the register must say first.
  if (life !== 'within' && tooMuch.some(Boolean)) {
    const year: readonly MeasureName[] = life === 'unknown' ? ['yearInUse'] : []
    const own: readonly MeasureName[] = tooMuch.every(Boolean) ? [] : [...untold, ...newDongsUntold(casing, system, prices)]
    return { ...needed, kind: 'unknown', untold: [...year, ...own] }
  }
  if (untold.length > 0) return { ...needed, kind: 'mend', costDong: undefined, points, untold }
  const known = items.filter((item) => item !== undefined)
  return { ...needed, kind: 'mend', items: known, costDong: dongOf(known, prices), points }
}

const WINDOWS_11_ASKS: Readonly<Record<string, MeasureName>> = {
  'win11-tpm': 'tpm',
  'win11-secure-boot': 'secureBootCapable',
  'win11-disk': 'systemDiskBytes',
}

/** Of what Windows 11 asks the measures that nobody read: for a system that may not go nobody pays. */
function windows11Unread(findings: number): MeasureName[] {
  return RULES.flatMap((rule) => {
    const measure = WINDOWS_11_ASKS[rule.code]
    return measure !== undefined && hasAny(findings, unknownBitOf(rule)) ? [measure] : []
  })
}

function isPaidSystem(remedy: Remedy, prices: Prices): boolean {
  return remedy === 'license-os' || (remedy === 'upgrade-os' && prices['os-upgrade'] > 0)
}

/** Least and most of what several things cost together: what lies between decides nothing else. */
function possibleSums(prices: readonly (readonly number[])[]): readonly [least: number, most: number] {
  const sum = (pick: (of: readonly number[]) => number) => prices.reduce((all, of) => all + pick(of), 0)
  return [sum((of) => Math.min(...of)), sum((of) => Math.max(...of))]
}

const dongOf = (items: readonly Item[], prices: Prices) => items.reduce((sum, item) => sum + priceOf(item, prices), 0)

const CASINGS = ['desktop', 'laptop'] as const

/** Those it may be. */
const casingsOf = (casing: Casing): readonly (typeof CASINGS)[number][] => (casing === 'unknown' ? CASINGS : [casing])

const systemsOf = (system: Gathered['system']) => (system === 'unknown' ? (['windows', 'other'] as const) : [system])

/** What the price of a new PC hangs on and was not read. */
function newDongsUntold(casing: Casing, system: Gathered['system'], prices: Prices): MeasureName[] {
  const ofSystem = new Set(systemsOf(system).map((own) => dongOf(newPcItems('desktop', own, prices), prices)))
  return [...(casing === 'unknown' ? (['portable'] as const) : []), ...(ofSystem.size > 1 ? (['osFamily'] as const) : [])]
}

/** Of a PC whose case or system was not read nobody knows what to buy in its place, nor for how much. */
function newPc({ casing, system }: Pick<Gathered, 'casing' | 'system'>, prices: Prices): Pick<Settled, 'items' | 'costDong' | 'untold'> {
  if (casing === 'unknown') return { items: [], costDong: undefined, untold: ['portable'] }
  const possible = systemsOf(system).map((own) => newPcItems(casing, own, prices))
  const [items = []] = possible
  // Where the licence costs nothing of its own the system changes nothing.
  if (possible.some((one) => one.length !== items.length)) return { items: [], costDong: undefined, untold: ['osFamily'] }
  return { items, costDong: dongOf(items, prices), untold: [] }
}

/** What a verdict has somebody do: nothing while it is open, and of a PC that is replaced not what it would have needed. */
export function doneOf({ kind, remedies, works }: Pick<Settled, 'kind' | 'remedies' | 'works'>): readonly Remedy[] {
  if (kind === 'replace') return ['replace']
  return kind === 'mend' || kind === 'keep' ? [...remedies, ...works] : []
}

/** Memory that is swapped anyway is not added to. */
function isDouble(remedy: Remedy, among: readonly Remedy[]): boolean {
  return remedy === 'add-memory' && among.includes('swap-memory')
}
