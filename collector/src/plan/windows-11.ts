/** Whether a PC can go to Windows 11, whatever the state of its support: yes, no with each thing in its way, or what must be read first. Decides no verdict and no money. */
import type { Hindrance, Windows11State } from '@somay/shared/text/windows-11.ts'
import type { Words } from '@somay/shared/text/words.ts'
import { isUnknown } from '@somay/shared/unknown.ts'
import type { MeasureName, Measures } from './measures/measures.ts'
import { always } from './rules/condition.ts'
import { RULES } from './rules/index.ts'
import { type Case, decideStanding, type Outcome, type StandingRule } from './rules/rule.ts'

/** `missing` of one that is not ready: what was not read besides. */
export type Readiness = {
  readonly state: Windows11State
  readonly hinders: readonly { readonly rule: Hindrance; readonly says: Words }[]
  readonly missing: readonly MeasureName[]
}

export const WINDOWS_11_RULES: readonly (StandingRule & { readonly code: Hindrance })[] = RULES.filter(
  (rule): rule is StandingRule & { readonly code: Hindrance } => rule.asked === 'windows-11',
)

/** Whether it is met or not: the cases that come after say by what it would be mended, which may be unknown of what is in the way for sure. */
export function hindranceCases(rule: StandingRule): readonly Case[] {
  const cases = rule.cases()
  const met = cases.findLastIndex(({ gives }) => gives === 'meets')
  const after = cases.slice(met + 1).at(-1)
  return after ? [...cases.slice(0, met + 1), { ...after, when: always }] : cases
}

/** In the words of the remedy where that is known. */
function hindranceOf(rule: StandingRule, measures: Measures): Outcome {
  const outcome = decideStanding(rule, measures)
  return outcome.is === 'unknown' ? decideStanding({ ...rule, cases: () => hindranceCases(rule) }, measures) : outcome
}

export function windows11Of(measures: Measures): Readiness {
  const { mayGoToWindows11, onWindows11 } = measures
  if (isUnknown(mayGoToWindows11)) return { state: 'undetermined', hinders: [], missing: ['mayGoToWindows11'] }
  if (!mayGoToWindows11) {
    if (isUnknown(onWindows11)) return { state: 'undetermined', hinders: [], missing: ['onWindows11'] }
    return { state: onWindows11 ? 'already' : 'not-asked', hinders: [], missing: [] }
  }
  const outcomes = WINDOWS_11_RULES.map((rule) => ({ rule: rule.code, outcome: hindranceOf(rule, measures) }))
  const hinders = outcomes.flatMap(({ rule, outcome }) => (outcome.is === 'blocks' ? [{ rule, says: outcome.says }] : []))
  const missing = [...new Set(outcomes.flatMap(({ outcome }) => (outcome.is === 'unknown' ? outcome.missing : [])))]
  return { state: hinders.length > 0 ? 'not-ready' : missing.length > 0 ? 'undetermined' : 'ready', hinders, missing }
}
