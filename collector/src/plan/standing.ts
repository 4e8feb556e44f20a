/** What the rules say of a PC that follow neither policy nor day: one number, kept with its measures, so that they are not asked again of a million PCs with every threshold. */
import { bitOf, bitsOf, unknownBitOf } from './findings.ts'
import type { Measures } from './measures/measures.ts'
import { CLASS_VALUES } from './pc-class.ts'
import { RULES } from './rules/index.ts'
import { decideStanding, type Rule, type StandingRule } from './rules/rule.ts'

export const isStanding = (rule: Rule): rule is StandingRule => rule.follows === 'nothing'

export const STANDING_RULES: readonly StandingRule[] = RULES.filter(isStanding)

// Those that hold up share one bit: of two nobody could tell which of them cannot be told.
const holdUp = STANDING_RULES.filter(({ holdsUp }) => holdsUp)
if (holdUp.length > 1) throw new Error(`of standing rules one may hold up: ${holdUp.map(({ code }) => code).join(', ')}`)

/** Each rule by itself: whether it is asked, and whether another names the cause already, is for who reads the number. */
export function standingFindings(measures: Measures): number {
  return bitsSaid(
    STANDING_RULES.map((rule) => {
      const outcome = decideStanding(rule, measures)
      if (outcome.is === 'unknown') return unknownBitOf(rule)
      return outcome.is === 'blocks' ? bitOf(rule, outcome.remedy) : 0
    }),
  )
}

/** All that such rules may have put into the number. */
export function standingBitsOf(rules: readonly StandingRule[]): number {
  return bitsSaid(rules.map((rule) => bitsOf(rule) | unknownBitOf(rule)))
}

/** What both kept numbers are made by, as text: where it is another, every PC is measured anew. */
export function standingBy(): string {
  const rules = STANDING_RULES.map((rule) => {
    const cases = rule.cases().map(({ when, gives }) => ({ when, gives, bit: gives === 'meets' ? 0 : bitOf(rule, gives) }))
    return { code: rule.code, unknown: unknownBitOf(rule), cases }
  })
  return JSON.stringify({ rules, classes: CLASS_VALUES })
}

function bitsSaid(bits: readonly number[]): number {
  return bits.reduce((all, bit) => all | bit, 0)
}
