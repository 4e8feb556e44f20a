/** What became of a line of a committed plan, by what stands now: the rules of the plan asked again, of the same day, so that time alone changes nothing, nor a newer table. Pure. */
import type { Remedy, VerdictKind } from '@somay/shared/text/plan.ts'
import type { Hindrance } from '@somay/shared/text/windows-11.ts'
import { bitOf, bitsOf, common, findingsIn, hasAny, isHeldUp, joined, unknownBitOf, without } from './findings.ts'
import { REMEDY_KINDS } from './remedies.ts'
import { RULES } from './rules/index.ts'
import type { Rule } from './rules/rule.ts'
import { type Gathered, settle, type Terms } from './settle.ts'
import type { SystemSince, UpdatesSince } from './system-since.ts'
import { WINDOWS_11_RULES } from './windows-11.ts'

/**
 * `differently`: it needs the thing no more, for another reason than the plan had, or its system was changed for another that is not in support
 * either. What is done and what is open is named beside it; updates too, which cost nothing and hold no outcome up.
 */
export type Outcome = 'done' | 'not-yet' | 'differently' | 'cannot-tell'

export type OutcomeOf = { readonly outcome: Outcome; readonly done: readonly Remedy[]; readonly open: readonly Remedy[] }

export type Line = { readonly verdict: VerdictKind } & Gathered

/** `now` is undefined where the PC left the ledger. */
export type Since = {
  readonly now: Gathered | undefined
  /** An inventory came after the plan was committed. */
  readonly isHeard: boolean
  /** Somebody moved it since, and it stands in another unit now. */
  readonly isMoved: boolean
  /** Of a line whose system was out of support. */
  readonly system: SystemSince
  /** Of a line that lacked updates. */
  readonly updates: UpdatesSince
  /** Of a line whose system was out of support and is not by now: what Windows 11 would meet, which nobody asks any more. */
  readonly windows11: { readonly hinders: readonly Hindrance[]; readonly unknown: readonly Hindrance[] }
}

const ruleOf = (code: string) => RULES.find((rule) => rule.code === code) as Rule
const SUPPORT = ruleOf('os-support')
/** What was found of a line whose system was out of support, and of one that lacked updates. */
export const SUPPORT_BITS = bitsOf(SUPPORT)
export const UPDATES_BIT = bitOf(ruleOf('patch-age'), 'install-updates')

/** Found in the register, which no probe reads. */
const AGE_BITS = bitsOf(ruleOf('age'))

const isOutOfSupport = (findings: number): boolean => hasAny(findings, SUPPORT_BITS)

export function outcomeOf(line: Line, since: Since, terms: Terms): OutcomeOf {
  const { now: read, isHeard, isMoved, system, updates } = since
  const now = read && agedAsThen(line, asItWas(line, read, since))
  const planned = line.verdict === 'mend' ? settle(line, terms).remedies : (['replace'] as const)
  const all = (outcome: Outcome): OutcomeOf => ({
    outcome,
    done: outcome === 'done' ? planned : [],
    open: outcome === 'not-yet' || outcome === 'cannot-tell' ? planned : [],
  })
  if (!now) return all(line.verdict === 'replace' ? 'done' : 'differently')
  if (line.verdict === 'move') return all(isMoved ? 'done' : 'not-yet')
  if (!isHeard) return all('cannot-tell')
  // What somebody read or wrote down since, and what New Year changes, changes no plan.
  const found = settle(
    // One that was to be replaced was none within its useful life, whether a year was known or not.
    {
      ...now,
      life: line.verdict === 'replace' ? 'past' : line.life,
      casing: line.casing === 'unknown' ? now.casing : line.casing,
      system: line.system,
    },
    terms,
  )
  if (line.verdict === 'replace') {
    if (found.kind === 'replace' || found.kind === 'move') return all('not-yet')
    // What was a reason then and is not read any more may be one still.
    const isUntold = findingsIn(line.findings).some(({ rule, remedy }) => REMEDY_KINDS[remedy] !== 'work' && isUnclear(rule, now.findings))
    return all(found.kind === 'unknown' || isUntold ? 'cannot-tell' : 'differently')
  }
  const needed = new Set(found.remedies.map(familyOf))
  const works = hasAny(line.findings, UPDATES_BIT) ? (['install-updates'] as const) : []
  const worked = updates === 'in' ? works : []
  const left = updates === 'not-in' ? works : []
  const reasons = (remedy: Remedy): Rule[] =>
    findingsIn(line.findings).flatMap((finding) => (finding.remedy === remedy ? [finding.rule] : []))
  const isNeeded = (remedy: Remedy) => needed.has(familyOf(remedy)) || reasons(remedy).some((rule) => asksToBuy(rule, now.findings))
  const isOfSystem = (remedy: Remedy) => reasons(remedy).includes(SUPPORT)
  const isUntold = (remedy: Remedy) =>
    reasons(remedy).some((rule) => isUnclear(rule, now.findings)) || (isOfSystem(remedy) && system === 'unread')
  /** Changed, and yet not in support. */
  const isOther = (remedy: Remedy) => isOfSystem(remedy) && system === 'changed' && isNeeded(remedy)
  const isOpen = (remedy: Remedy) => !isOther(remedy) && (isNeeded(remedy) || isUntold(remedy))
  const open = [...planned.filter(isOpen), ...left]
  const done = [...planned.filter((remedy) => !isOpen(remedy) && !isOther(remedy)), ...worked]
  if (planned.some((remedy) => !isOther(remedy) && isNeeded(remedy))) return { outcome: 'not-yet', done, open }
  if (isHeldUp(now.findings)) return { outcome: 'cannot-tell', done: worked, open: [...planned, ...left] }
  if (planned.some(isOpen)) return { outcome: 'cannot-tell', done, open }
  return { outcome: planned.some(isOther) ? 'differently' : 'done', done, open }
}

/** A system that is the same as then is out of support as it was then, and asked about Windows 11: what a newer table says of it was done by nobody. */
function asItWas({ findings }: Line, now: Gathered, { system, windows11: { hinders, unknown } }: Since): Gathered {
  if (system !== 'same' || !isOutOfSupport(findings) || isOutOfSupport(now.findings)) return now
  const asked = WINDOWS_11_RULES.reduce((bits, rule) => {
    if (rule.after.some((code) => hasAny(now.findings, bitsOf(ruleOf(code))))) return bits
    if (unknown.includes(rule.code)) return joined(bits, unknownBitOf(rule))
    return hinders.includes(rule.code) ? joined(bits, common(findings, bitsOf(rule))) : bits
  }, 0)
  return { ...now, findings: joined(now.findings, common(findings, SUPPORT_BITS), asked) }
}

/** A year that was typed into the register since, or that an asset took along, changes no PC. */
function agedAsThen(line: Line, now: Gathered): Gathered {
  return { ...now, findings: joined(without(now.findings, AGE_BITS), common(line.findings, AGE_BITS)) }
}

/** Whatever it is now: where the board turned out to take no more memory, the memory that was planned is still missing. */
function asksToBuy(rule: Rule, findings: number): boolean {
  return rule.remedies.some((remedy) => REMEDY_KINDS[remedy] !== 'work' && hasAny(findings, bitOf(rule, remedy)))
}

/** Not read, or neither good nor bad. */
function isUnclear(rule: Rule, findings: number): boolean {
  const told = common(findings, bitsOf(rule))
  return told === 0 ? hasAny(findings, unknownBitOf(rule)) : rule.remedies.includes('none') && told === bitOf(rule, 'none')
}

/** Memory that was to be added and now must be swapped is still missing. */
function familyOf(remedy: Remedy): Remedy {
  if (remedy === 'swap-memory') return 'add-memory'
  return remedy === 'license-os' ? 'upgrade-os' : remedy
}
