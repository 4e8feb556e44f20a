/** What became of a line of a committed plan, by what stands now: the rules of the plan asked again, of the same day, so that time alone changes nothing. Pure. */
import type { Remedy, VerdictKind } from '@somay/shared/text/plan.ts'
import { bitOf, bitsOf, findingsIn, isHeldUp, unknownBitOf } from './findings.ts'
import { REMEDY_KINDS } from './remedies.ts'
import type { Rule } from './rules/rule.ts'
import { type Circumstances, type Gathered, settle } from './verdict.ts'

/** `not-yet` and `cannot-tell` name what is done and what is open; `differently`: it needs the thing no more, for another reason than the plan had. */
export type Outcome = 'done' | 'not-yet' | 'differently' | 'cannot-tell'

export type OutcomeOf = { readonly outcome: Outcome; readonly done: readonly Remedy[]; readonly open: readonly Remedy[] }

export type Line = { readonly verdict: VerdictKind } & Gathered

/** `now` is undefined where the PC left the ledger. */
export type Since = {
  readonly now: Gathered | undefined
  /** An inventory came after the plan was committed. */
  readonly isHeard: boolean
  /** Somebody moved it to another unit since. */
  readonly isMoved: boolean
}

export function outcomeOf(line: Line, { now, isHeard, isMoved }: Since, terms: Pick<Circumstances, 'policy' | 'prices'>): OutcomeOf {
  const planned = line.verdict === 'mend' ? settle(line, terms).remedies : (['replace'] as const)
  const all = (outcome: Outcome): OutcomeOf => ({
    outcome,
    done: outcome === 'done' ? planned : [],
    open: outcome === 'not-yet' || outcome === 'cannot-tell' ? planned : [],
  })
  if (!now) return all(line.verdict === 'replace' ? 'done' : 'differently')
  if (line.verdict === 'move') return all(isMoved ? 'done' : 'not-yet')
  if (!isHeard) return all('cannot-tell')
  const found = settle(now, terms)
  if (line.verdict === 'replace') {
    if (found.kind === 'replace' || found.kind === 'move') return all('not-yet')
    return all(found.kind === 'unknown' ? 'cannot-tell' : 'differently')
  }
  const needed = new Set(found.remedies.map(familyOf))
  const reasons = (remedy: Remedy): Rule[] =>
    findingsIn(line.findings).flatMap((finding) => (finding.remedy === remedy ? [finding.rule] : []))
  const isNeeded = (remedy: Remedy) => needed.has(familyOf(remedy)) || reasons(remedy).some((rule) => asksToBuy(rule, now.findings))
  const isUntold = (remedy: Remedy) => reasons(remedy).some((rule) => isUnclear(rule, now.findings))
  const open = planned.filter((remedy) => isNeeded(remedy) || isUntold(remedy))
  const done = planned.filter((remedy) => !open.includes(remedy))
  if (planned.some(isNeeded)) return { outcome: 'not-yet', done, open }
  if (isHeldUp(now.findings)) return all('cannot-tell')
  return open.length > 0 ? { outcome: 'cannot-tell', done, open } : all('done')
}

/** Whatever it is now: where the board turned out to take no more memory, the memory that was planned is still missing. */
function asksToBuy(rule: Rule, findings: number): boolean {
  return rule.remedies.some((remedy) => REMEDY_KINDS[remedy] !== 'work' && (findings & bitOf(rule, remedy)) !== 0)
}

/** Not read, or neither good nor bad. */
function isUnclear(rule: Rule, findings: number): boolean {
  const told = findings & bitsOf(rule)
  return told === 0 ? (findings & unknownBitOf(rule)) !== 0 : rule.remedies.includes('none') && told === bitOf(rule, 'none')
}

/** Memory that was to be added and now must be swapped is still missing. */
function familyOf(remedy: Remedy): Remedy {
  if (remedy === 'swap-memory') return 'add-memory'
  return remedy === 'license-os' ? 'upgrade-os' : remedy
}
