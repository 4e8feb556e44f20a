/** What the rules say of a PC that follow neither policy nor day: one number, kept with its measures, so that they are not asked again of a million PCs with every threshold. */
import { bitOf, bitsOf, FINDINGS_END, joined, unknownBitOf } from './findings.ts'
import type { Measures } from './measures/measures.ts'
import { CLASS_VALUES } from './pc-class.ts'
import { RULES } from './rules/index.ts'
import { decideStanding, type Rule, type StandingRule } from './rules/rule.ts'

export const isStanding = (rule: Rule): rule is StandingRule => rule.follows === 'nothing'

export const STANDING_RULES: readonly StandingRule[] = RULES.filter(isStanding)

// Those that hold up share one bit of findings. So that each can be read by itself they have bits of their own here, above all findings; no plan keeps them.
const HOLD_UP = STANDING_RULES.filter(({ holdsUp }) => holdsUp)

/** What is kept where a rule cannot tell. */
export function untoldBitOf(rule: StandingRule): number {
  return rule.holdsUp ? FINDINGS_END * 2 ** HOLD_UP.indexOf(rule) : unknownBitOf(rule)
}

/** Each rule by itself: whether it is asked, and whether another names the cause already, is for who reads the number. */
export function standingFindings(measures: Measures): number {
  return joined(
    ...STANDING_RULES.map((rule) => {
      const outcome = decideStanding(rule, measures)
      if (outcome.is === 'unknown') return untoldBitOf(rule)
      return outcome.is === 'blocks' ? bitOf(rule, outcome.remedy) : 0
    }),
  )
}

/** All that such rules may have put into the number and that stands in findings alike. */
export function standingBitsOf(rules: readonly StandingRule[]): number {
  return joined(...rules.map((rule) => joined(bitsOf(rule), rule.holdsUp ? 0 : unknownBitOf(rule))))
}

/** What such rules put into the number where they hold up purchases. */
export function holdingBitsOf(rules: readonly StandingRule[]): number {
  return joined(...rules.filter(({ holdsUp }) => holdsUp).map(untoldBitOf))
}

/** What both kept numbers are made by, as text: where it is another, every PC is measured anew. */
export function standingBy(): string {
  const rules = STANDING_RULES.map((rule) => {
    const cases = rule.cases().map(({ when, gives }) => ({ when, gives, bit: gives === 'meets' ? 0 : bitOf(rule, gives) }))
    return { code: rule.code, unknown: untoldBitOf(rule), cases }
  })
  return JSON.stringify({ rules, classes: CLASS_VALUES })
}
