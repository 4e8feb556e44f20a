/** What rules may find about a PC, each as one bit of a number: a rule together with the remedy it gives. PCs with the same number need the same for the same reasons. */
import type { Remedy } from './remedies.ts'
import { RULES } from './rules/index.ts'
import type { Rule } from './rules/rule.ts'

export type Finding = { readonly rule: Rule; readonly remedy: Remedy }

/**
 * A rule and what it gives, in the order of their bits. Committed plans keep the numbers for good: only ever add at the end. "unknown" stands for a
 * rule that buys but holds nothing up, so that what could not be read later is not taken for done.
 */
export const PLACES: readonly string[] = [
  'processor-floor replace',
  'memory replace',
  'memory add-memory',
  'memory swap-memory',
  'system-ssd add-ssd',
  'disk-health add-ssd',
  'disk-health none',
  'free-space add-ssd',
  'free-space free-room',
  'os-support license-os',
  'os-support upgrade-os',
  'win11-processor replace',
  'win11-tpm check-firmware',
  'win11-secure-boot check-firmware',
  'win11-memory add-memory',
  'win11-memory swap-memory',
  'win11-disk add-ssd',
  'patch-age install-updates',
  'antivirus protect-from-malware',
  'encryption encrypt',
  'battery-worn replace-battery',
  'age replace',
  'age none',
  'disk-health unknown',
  'free-space unknown',
  'win11-memory unknown',
  'win11-disk unknown',
  'battery-worn unknown',
  'win11-tpm unknown',
  'win11-secure-boot unknown',
  'win11-memory replace',
]

/** Something is unknown that holds up purchases: in the midst of the others, because committed plans hold it there. */
const HELD_UP_PLACE = 30
export const HELD_UP = 2 ** HELD_UP_PLACE
/**
 * All a number may hold, four more than there are. What a PC is and its unit stand above it in one number of a database (`gathered-code.ts`), which
 * 36 leave room for 200,000 units. Once they are used up, the fleet must be tallied by unit and code in two numbers instead of one (`fleet/plan/query.ts`):
 * a code alone has room for 43.
 */
const MOST_PLACES = 36
/** Every number of findings is below. */
export const FINDINGS_END = 2 ** MOST_PLACES
const [USED, MOST] = [PLACES.length + 1, MOST_PLACES]
if (USED > MOST) throw new Error(`rules find ${USED} things, and ${MOST} fit into one number: see plan/findings.ts`)

const BITS: ReadonlyMap<string, number> = new Map(PLACES.map((name, place) => [name, 2 ** (place < HELD_UP_PLACE ? place : place + 1)]))
const FINDINGS: readonly (Finding & { readonly bit: number })[] = RULES.flatMap((rule) =>
  rule.remedies.map((remedy) => ({ rule, remedy, bit: bitOf(rule, remedy) })),
)

export function bitOf(rule: Rule, remedy: Remedy): number {
  const bit = BITS.get(`${rule.code} ${remedy}`)
  if (bit === undefined) throw new Error(`"${rule.code} ${remedy}" has no place in plan/findings.ts: add it at the end`)
  return bit
}

/** What is noted where a rule cannot tell; 0 where that changes nothing. */
export function unknownBitOf(rule: Rule): number {
  return rule.holdsUp ? HELD_UP : (BITS.get(`${rule.code} unknown`) ?? 0)
}

/** All that a rule may find. */
export function bitsOf(rule: Rule): number {
  return rule.remedies.reduce((bits, remedy) => joined(bits, bitOf(rule, remedy)), 0)
}

/** All that may be found and asks for such a remedy. */
export function bitsThat(asksFor: (remedy: Remedy) => boolean): number {
  return FINDINGS.reduce((bits, { remedy, bit }) => (asksFor(remedy) ? joined(bits, bit) : bits), 0)
}

/** In the order of the rules. */
export function findingsIn(bits: number): Finding[] {
  return FINDINGS.filter(({ bit }) => hasAny(bits, bit))
}

export const isHeldUp = (bits: number): boolean => hasAny(bits, HELD_UP)

/** `|` and `&` of JavaScript see 32 bits: what is above is asked by itself. Databases see all. */
const HALF = 2 ** 32
const above = (bits: number): number => Math.floor(bits / HALF)

/** What is in any of them. */
export function joined(...all: readonly number[]): number {
  return all.reduce((one, other) => (above(one) | above(other)) * HALF + ((one | other) >>> 0), 0)
}

/** What is in both. */
export function common(one: number, other: number): number {
  return (above(one) & above(other)) * HALF + ((one & other) >>> 0)
}

export const without = (bits: number, of: number): number => bits - common(bits, of)

export const hasAny = (bits: number, of: number): boolean => common(bits, of) !== 0
