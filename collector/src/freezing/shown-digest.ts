/** One short text over every figure of a count: who freezes it says by it what was shown, so that nothing else is frozen. */
import { hash } from 'node:crypto'
import type { Counts } from '@somay/shared/api/counts.ts'

/** SHA-256, hexadecimal. */
export function digestOf({ asOf, rule, total, outside, rows }: Pick<Counts, 'asOf' | 'rule' | 'total' | 'outside' | 'rows'>): string {
  return hash('sha256', JSON.stringify([asOf, rule.version, total, outside, rows]), 'hex')
}
