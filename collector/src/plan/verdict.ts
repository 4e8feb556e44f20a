/** Asks every rule about a PC and combines what they say into one verdict with its price. */
import type { Life } from '@somay/shared/text/plan.ts'
import { isUnknown } from '@somay/shared/unknown.ts'
import { bitOf, HELD_UP, joined, unknownBitOf } from './findings.ts'
import type { MeasureName, Measures } from './measures/measures.ts'
import { classOf } from './pc-class.ts'
import type { Policy } from './policy.ts'
import { RULES } from './rules/index.ts'
import { decide, type Outcome, type Rule } from './rules/rule.ts'
import { type Gathered, type Settled, settle, type Terms } from './settle.ts'
import { firstYearWithin } from './useful-life.ts'

export type Verdict = Omit<Settled, 'untold'> &
  Gathered & {
    /** What must be read before it can be decided, or priced. */
    readonly missing: readonly MeasureName[]
    readonly outcomes: ReadonlyMap<string, Outcome>
    /** Codes of rules that were not asked of this PC, or whose cause another rule names already. */
    readonly silent: readonly string[]
  }

export type Circumstances = Terms & { readonly on: string }

export function verdictOf(measures: Measures, { policy, prices, on }: Circumstances): Verdict {
  const outcomes = new Map(RULES.map((rule) => [rule.code, decide(rule, measures, policy, on)]))
  const blocks = (code: string) => outcomes.get(code)?.is === 'blocks'
  // The next version of Windows 11 asks the same of a PC that has one already: it may have been set up past the checks.
  const asksWindows11 = blocks('os-support') && (measures.mayGoToWindows11 === true || measures.onWindows11 === true)
  const speaks = ({ asked, after }: Rule) => (asked === 'always' || asksWindows11) && !after.some(blocks)
  const missing = new Set<MeasureName>(blocks('os-support') && isUnknown(measures.mayGoToWindows11) ? ['mayGoToWindows11'] : [])
  let findings = 0
  const silent: string[] = []
  for (const rule of RULES) {
    const outcome = outcomes.get(rule.code) as Outcome
    if (!speaks(rule)) silent.push(rule.code)
    else if (outcome.is === 'blocks') findings = joined(findings, bitOf(rule, outcome.remedy))
    else if (outcome.is === 'unknown') {
      findings = joined(findings, unknownBitOf(rule))
      if (rule.holdsUp) for (const measure of outcome.missing) missing.add(measure)
    }
  }
  const { yearInUse } = measures
  const gathered: Gathered = {
    findings: joined(findings, missing.size > 0 ? HELD_UP : 0),
    ...classOf(measures),
    life: lifeOf(isUnknown(yearInUse) ? null : yearInUse, policy, on),
  }
  const { untold, ...settled } = settle(gathered, { policy, prices })
  const isOpen = settled.kind === 'unknown'
  return { ...gathered, ...settled, missing: [...(isOpen ? missing : []), ...untold], outcomes, silent }
}

function lifeOf(yearInUse: number | null, policy: Policy, on: string): Life {
  if (yearInUse === null) return 'unknown'
  return yearInUse >= firstYearWithin(policy, on) ? 'within' : 'past'
}
