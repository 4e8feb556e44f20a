/** Combines what the rules say of a PC into one verdict with its price: the cheapest that clears every need, and nothing bought for what is unknown. */
import type { Life, VerdictKind } from '@somay/shared/text/plan.ts'
import { isUnknown } from '@somay/shared/unknown.ts'
import { bitOf, findingsIn, HELD_UP, isHeldUp, unknownBitOf } from './findings.ts'
import type { MeasureName, Measures } from './measures/measures.ts'
import type { Policy } from './policy.ts'
import { ITEM_OF, type Prices } from './prices.ts'
import { REMEDY_KINDS, REMEDY_NAMES, type Remedy } from './remedies.ts'
import { RULES } from './rules/index.ts'
import { decide, type Outcome, type Rule } from './rules/rule.ts'

/**
 * `mend`: what `remedies` names is bought or done. `move`: it should be replaced, but within its useful life it cannot be liquidated, so it
 * goes where less is asked of it. `unknown`: `missing` must be read first.
 */
export type { VerdictKind } from '@somay/shared/text/plan.ts'

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
  readonly portable: boolean
  readonly life: Life
  /** Codes of rules that were not asked of this PC, or whose cause another rule names already. */
  readonly silent: readonly string[]
  /** Bits of `findings.ts`. */
  readonly findings: number
}

export type Circumstances = { readonly policy: Policy; readonly prices: Prices; readonly on: string }

export function verdictOf(measures: Measures, { policy, prices, on }: Circumstances): Verdict {
  const outcomes = new Map(RULES.map((rule) => [rule.code, decide(rule, measures, policy, on)]))
  const blocks = (code: string) => outcomes.get(code)?.is === 'blocks'
  const asksWindows11 = blocks('os-support') && measures.mayGoToWindows11 === true
  const speaks = ({ asked, after }: Rule) => (asked === 'always' || asksWindows11) && !after.some(blocks)
  const missing = new Set<MeasureName>(blocks('os-support') && isUnknown(measures.mayGoToWindows11) ? ['mayGoToWindows11'] : [])
  let findings = 0
  const silent: string[] = []
  for (const rule of RULES) {
    const outcome = outcomes.get(rule.code) as Outcome
    if (!speaks(rule)) silent.push(rule.code)
    else if (outcome.is === 'blocks') findings |= bitOf(rule, outcome.remedy)
    else if (outcome.is === 'unknown') {
      findings |= unknownBitOf(rule)
      if (rule.holdsUp) for (const measure of outcome.missing) missing.add(measure)
    }
  }
  const { portable, yearInUse } = measures
  const life = lifeOf(isUnknown(yearInUse) ? null : yearInUse, policy, on)
  const gathered: Gathered = { findings: findings | (missing.size > 0 ? HELD_UP : 0), portable: portable === true, life }
  return { ...gathered, ...settle(gathered, { policy, prices }), missing: [...missing], outcomes, silent }
}

function lifeOf(yearInUse: number | null, policy: Policy, on: string): Life {
  if (yearInUse === null) return 'unknown'
  return yearInUse >= firstYearWithin(policy, on) ? 'within' : 'past'
}

/** A PC put in use in this year or later is within its useful life. */
export function firstYearWithin({ usefulLifeYears }: Policy, on: string): number {
  return Number(on.slice(0, 4)) - usefulLifeYears + 1
}

/** What is left of a PC when its rules were asked: enough to decide and to price it. `findings` are the bits of `findings.ts`. */
export type Gathered = { readonly findings: number; readonly portable: boolean; readonly life: Life }

/** Whether its useful life is over; unknown where the register names no year: then it may be replaced, and somebody must see whether it may be liquidated. */
export type { Life } from '@somay/shared/text/plan.ts'

type Settled = Pick<Verdict, 'kind' | 'remedies' | 'works' | 'costDong' | 'points'>

export function settle({ findings, portable, life }: Gathered, { policy, prices }: Pick<Circumstances, 'policy' | 'prices'>): Settled {
  const found = findingsIn(findings)
  const points = found.reduce((sum, { rule }) => sum + rule.points, 0)
  const remedies = REMEDY_NAMES.filter((remedy) => found.some((finding) => finding.remedy === remedy))
  const bought = remedies.filter((remedy) => remedy !== 'replace' && REMEDY_KINDS[remedy] !== 'work' && !isDouble(remedy, remedies))
  const works = remedies.filter((remedy) => remedy !== 'none' && REMEDY_KINDS[remedy] === 'work')
  const newDong = prices[newItem(portable)]
  const replaced: Settled = { kind: 'replace', remedies: bought, works: [], costDong: newDong, points }
  if (remedies.includes('replace')) return life === 'within' ? { kind: 'move', remedies: bought, works, costDong: 0, points } : replaced
  if (isHeldUp(findings)) return { kind: 'unknown', remedies: bought, works, costDong: 0, points: 0 }
  if (bought.length === 0) return { kind: 'keep', remedies: [], works, costDong: 0, points: 0 }
  const costDong = bought.reduce((sum, remedy) => sum + priceOf(remedy, prices), 0)
  if (100 * costDong > policy.replaceSharePercent * newDong && life !== 'within') return replaced
  return { kind: 'mend', remedies: bought, works, costDong, points }
}

/** What a verdict has somebody do: nothing while it is open, and of a PC that is replaced not what it would have needed. */
export function doneOf({ kind, remedies, works }: Pick<Verdict, 'kind' | 'remedies' | 'works'>): readonly Remedy[] {
  if (kind === 'replace') return ['replace']
  return kind === 'mend' || kind === 'keep' ? [...remedies, ...works] : []
}

export function newItem(portable: boolean): 'laptop' | 'desktop' {
  return portable ? 'laptop' : 'desktop'
}

/** Memory that is swapped anyway is not added to. */
function isDouble(remedy: Remedy, among: readonly Remedy[]): boolean {
  return remedy === 'add-memory' && among.includes('swap-memory')
}

export function priceOf(remedy: Remedy, prices: Prices): number {
  const item = ITEM_OF[remedy]
  if (item === undefined) throw new Error(`${remedy} has no price`)
  return prices[item]
}
