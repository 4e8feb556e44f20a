/** The sentences behind what was found about a PC, with the values it has: what a planner puts into a document. */
import type { Words } from '@somay/shared/text/words.ts'
import { findingsIn } from './findings.ts'
import type { Measures } from './measures/measures.ts'
import type { Policy } from './policy.ts'
import { holds } from './rules/condition.ts'
import { RULES } from './rules/index.ts'

/** For many PCs under one policy: the cases of the rules are made once. */
export function explainer(policy: Policy, on: string): (findings: number, measures: Measures) => Words[] {
  const cases = new Map(RULES.map((rule) => [rule, rule.cases(policy, on)]))
  return (findings, measures) =>
    findingsIn(findings).flatMap(({ rule, remedy }) => {
      const found = cases.get(rule)?.find(({ when, gives }) => gives === remedy && holds(when, measures) === true)
      return found ? [found.says(measures)] : []
    })
}
