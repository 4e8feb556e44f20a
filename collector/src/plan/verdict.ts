/** Combines what the rules say of a PC into one verdict with its price: the cheapest that clears every need, and nothing bought for what is unknown. */
import { isUnknown } from '@somay/shared/unknown.ts'
import type { MeasureName, Measures } from './measures/measures.ts'
import type { Policy } from './policy.ts'
import { ITEM_OF, type Prices } from './prices.ts'
import { REMEDIES, type Remedy } from './remedies.ts'
import { RULES } from './rules/index.ts'
import { decide, type Outcome, type Rule } from './rules/rule.ts'

/**
 * `mend`: what `remedies` names is bought or done. `move`: it should be replaced, but within its useful life it cannot be liquidated, so it
 * goes where less is asked of it. `unknown`: `missing` must be read first.
 */
export type VerdictKind = 'keep' | 'mend' | 'replace' | 'move' | 'unknown'

export type Verdict = {
  readonly kind: VerdictKind
  /** Bought or licensed; of a PC that is replaced, what it would have needed. */
  readonly remedies: readonly Remedy[]
  /** Done by hand. */
  readonly works: readonly Remedy[]
  readonly costDong: number
  /** For the order of funding. */
  readonly points: number
  readonly missing: readonly MeasureName[]
  readonly outcomes: ReadonlyMap<string, Outcome>
}

export type Circumstances = { readonly policy: Policy; readonly prices: Prices; readonly on: string }

export function verdictOf(measures: Measures, { policy, prices, on }: Circumstances): Verdict {
  const outcomes = new Map(RULES.map((rule) => [rule.code, decide(rule, measures, policy, on)]))
  const blocks = (code: string) => outcomes.get(code)?.is === 'blocks'
  const asksWindows11 = blocks('os-support') && measures.mayGoToWindows11 === true
  const speaks = ({ asked, after }: Rule) => (asked === 'always' || asksWindows11) && !after.some(blocks)
  const speaking = RULES.filter(speaks)
  const remedies = new Set<Remedy>()
  const missing = new Set<MeasureName>(blocks('os-support') && isUnknown(measures.mayGoToWindows11) ? ['mayGoToWindows11'] : [])
  let points = 0
  for (const rule of speaking) {
    const outcome = outcomes.get(rule.code) as Outcome
    if (outcome.is === 'blocks') {
      remedies.add(outcome.remedy)
      points += rule.points
    }
    if (outcome.is === 'unknown' && rule.holdsUp) for (const measure of outcome.missing) missing.add(measure)
  }
  const { portable, yearInUse } = measures
  const withinLife = !isUnknown(yearInUse) && yearInUse >= firstYearWithin(policy, on)
  const found = settle({ remedies: [...remedies], isHeldUp: missing.size > 0, portable: portable === true, withinLife }, { policy, prices })
  return { ...found, points: found.kind === 'keep' || found.kind === 'unknown' ? 0 : points, missing: [...missing], outcomes }
}

/** A PC put in use in this year or later is within its useful life. */
export function firstYearWithin({ usefulLifeYears }: Policy, on: string): number {
  return Number(on.slice(0, 4)) - usefulLifeYears + 1
}

/** What is left of a PC when its rules were asked: enough to decide and to price it. */
export type Gathered = {
  readonly remedies: readonly Remedy[]
  /** Something is unknown that might mean a new PC. */
  readonly isHeldUp: boolean
  readonly portable: boolean
  readonly withinLife: boolean
}

export function settle(
  { remedies, isHeldUp, portable, withinLife }: Gathered,
  { policy, prices }: Pick<Circumstances, 'policy' | 'prices'>,
): Pick<Verdict, 'kind' | 'remedies' | 'works' | 'costDong'> {
  const bought = remedies.filter((remedy) => remedy !== 'replace' && REMEDIES[remedy].kind !== 'work' && !isDouble(remedy, remedies))
  const works = remedies.filter((remedy) => remedy !== 'none' && REMEDIES[remedy].kind === 'work')
  const newDong = prices[portable ? 'laptop' : 'desktop']
  if (remedies.includes('replace'))
    return withinLife
      ? { kind: 'move', remedies: bought, works, costDong: 0 }
      : { kind: 'replace', remedies: bought, works: [], costDong: newDong }
  if (isHeldUp) return { kind: 'unknown', remedies: bought, works, costDong: 0 }
  if (bought.length === 0) return { kind: 'keep', remedies: [], works, costDong: 0 }
  const costDong = bought.reduce((sum, remedy) => sum + priceOf(remedy, prices), 0)
  if (costDong > policy.replaceShare * newDong && !withinLife) return { kind: 'replace', remedies: bought, works: [], costDong: newDong }
  return { kind: 'mend', remedies: bought, works, costDong }
}

/** Memory that is swapped anyway is not added to. */
function isDouble(remedy: Remedy, among: readonly Remedy[]): boolean {
  return remedy === 'add-memory' && among.includes('swap-memory')
}

function priceOf(remedy: Remedy, prices: Prices): number {
  const item = ITEM_OF[remedy]
  if (item === undefined) throw new Error(`${remedy} has no price`)
  return prices[item]
}
