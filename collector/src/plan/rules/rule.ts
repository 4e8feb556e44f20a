/** What a rule is: data and one pure function of policy and date; three outcomes always, and unknown never buys anything. */
import type { FactName } from '@somay/shared/facts/index.ts'
import type { Words } from '@somay/shared/text/words.ts'
import type { MeasureName, Measures } from '../measures/measures.ts'
import type { Policy } from '../policy.ts'
import type { Remedy } from '../remedies.ts'
import { type Condition, holds } from './condition.ts'

/** The first case whose condition is true is the outcome; one whose condition is unknown makes the outcome unknown. */
export type Case = {
  readonly when: Condition
  /** `meets`, or by what it is mended. */
  readonly gives: 'meets' | Remedy
  /** For a document; with the values the PC has. */
  readonly says: (measures: Measures) => Words
  /** Where the condition is unknown though everything was read: what is known all the same. */
  readonly untold?: (measures: Measures) => Words | undefined
}

export type Rule = PolicyRule | StandingRule

/** What it gives changes with the policy or the day. */
export type PolicyRule = About & {
  readonly asked: 'always'
  readonly follows: 'policy'
  /** Of a policy on a day, "2026-09-30". The last case holds always. */
  readonly cases: (policy: Policy, on: string) => readonly Case[]
}

/** What it gives changes with the PC alone: it is kept with the measures, and a planner who moves a threshold waits for less. */
export type StandingRule = About & {
  /** `windows-11`: asked only of PCs that would have to go there. */
  readonly asked: 'always' | 'windows-11'
  readonly follows: 'nothing'
  readonly cases: () => readonly Case[]
}

type About = {
  readonly code: string
  readonly title: Words
  readonly question: Words
  readonly facts: readonly FactName[]
  /** While it is unknown nothing is bought for the PC: the answer might be to replace it. */
  readonly holdsUp: boolean
  /** Rules whose block silences this one. */
  readonly after: readonly string[]
  /** How much it adds to the need of a PC when it blocks and something is done about it, for the order of funding; 1 to 10. */
  readonly points: number
  /** All that its cases may give, whatever the policy. */
  readonly remedies: readonly Remedy[]
  /** Titles of others stand in their own language. */
  readonly source: { readonly title: string | Words; readonly address?: string }
}

export type Outcome =
  | { readonly is: 'meets'; readonly says: Words }
  | { readonly is: 'blocks'; readonly remedy: Remedy; readonly says: Words }
  | { readonly is: 'unknown'; readonly missing: readonly MeasureName[]; readonly says?: Words }

export function decide({ code, cases }: Rule, measures: Measures, policy: Policy, on: string): Outcome {
  return outcomeOf(code, cases(policy, on), measures)
}

export function decideStanding({ code, cases }: StandingRule, measures: Measures): Outcome {
  return outcomeOf(code, cases(), measures)
}

function outcomeOf(code: string, cases: readonly Case[], measures: Measures): Outcome {
  for (const { when, gives, says, untold } of cases) {
    const truth = holds(when, measures)
    if (truth === false) continue
    if (truth !== true) return unknownOf(truth, untold?.(measures))
    return gives === 'meets' ? { is: 'meets', says: says(measures) } : { is: 'blocks', remedy: gives, says: says(measures) }
  }
  throw new Error(`rule ${code} has no last case`)
}

function unknownOf(missing: readonly MeasureName[], says: Words | undefined): Outcome {
  return { is: 'unknown', missing, ...(says && { says }) }
}
