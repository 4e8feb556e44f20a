/** Addresses of kept scenarios and committed plans, and which lines of one an address shows. Pure. */
import type { CommittedFilter } from '@somay/shared/api/committed-plans.ts'
import { OUTCOMES, type OutcomeKind } from '@somay/shared/text/plan.ts'

export const SCENARIOS = '/plan/scenarios'
export const COMMITTED = '/plan/committed'

export function committedAddress(id: number): string {
  return `${COMMITTED}/${id}`
}

/** As the collector is asked and as the address has it. */
export function lineParameters({ unit, block, outcome, year }: CommittedFilter): string {
  const parameters = new URLSearchParams()
  for (const [key, value] of Object.entries({ unit, block, outcome, year })) if (value !== undefined) parameters.set(key, String(value))
  return parameters.toString()
}

export function linesAddress(id: number, filter: CommittedFilter): string {
  const parameters = lineParameters(filter)
  return `${committedAddress(id)}/lines${parameters === '' ? '' : `?${parameters}`}`
}

/** What cannot be meant is no filter. */
export function readLineFilter(search: string): CommittedFilter {
  const parameters = new URLSearchParams(search)
  const number = (key: string, pattern: RegExp) => {
    const text = parameters.get(key) ?? ''
    return pattern.test(text) ? { [key]: Number(text) } : {}
  }
  const [block, outcome] = [parameters.get('block'), parameters.get('outcome')]
  return {
    ...number('unit', /^[1-9]\d{0,14}$/),
    ...(isBlock(block) && { block }),
    ...(isOutcome(outcome) && { outcome }),
    ...number('year', /^(-1|\d)$/),
  }
}

const BLOCK_NAMES = ['I', 'II', 'III', 'IV'] as const

export function isBlock(text: string | null): text is (typeof BLOCK_NAMES)[number] {
  return (BLOCK_NAMES as readonly (string | null)[]).includes(text)
}

function isOutcome(text: string | null): text is OutcomeKind {
  return text !== null && text in OUTCOMES
}
