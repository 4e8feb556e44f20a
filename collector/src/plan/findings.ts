/** What rules may find about a PC, each as one bit of a number: a rule together with the remedy it gives. PCs with the same number need the same for the same reasons. */
import type { Remedy } from './remedies.ts'
import { RULES } from './rules/index.ts'
import type { Rule } from './rules/rule.ts'

export type Finding = { readonly rule: Rule; readonly remedy: Remedy }

const FINDINGS: readonly Finding[] = RULES.flatMap((rule) => rule.remedies.map((remedy) => ({ rule, remedy })))

/** Numbers of JavaScript keep their bits up to here. */
const MOST_BITS = 30
if (FINDINGS.length >= MOST_BITS) throw new Error(`rules find ${FINDINGS.length} things, more than fit into one number`)

/** Above the bits of the findings: something is unknown that holds up purchases. */
export const HELD_UP = 1 << FINDINGS.length

export function bitOf(rule: Rule, remedy: Remedy): number {
  const place = FINDINGS.findIndex((finding) => finding.rule === rule && finding.remedy === remedy)
  if (place < 0) throw new Error(`rule ${rule.code} does not name ${remedy} among its remedies`)
  return 1 << place
}

/** All that a rule may find. */
export function bitsOf(rule: Rule): number {
  return rule.remedies.reduce((bits, remedy) => bits | bitOf(rule, remedy), 0)
}

/** In the order of the rules. */
export function findingsIn(bits: number): Finding[] {
  return FINDINGS.filter((_, place) => (bits & (1 << place)) !== 0)
}

export const isHeldUp = (bits: number): boolean => (bits & HELD_UP) !== 0
