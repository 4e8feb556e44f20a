/** What stays unread: what the collector switched off, and before its first word everything about persons. */
import { FACT_NAMES, FACTS } from '@somay/shared/facts/index.ts'
import { SESSION_SWITCH } from '@somay/shared/session-switch.ts'
import type { Policy } from '../state/schemas.ts'

export function switchedOffFacts(policy: Policy | undefined): readonly string[] {
  return policy ? policy.switchedOff : [...FACT_NAMES.filter((fact) => FACTS[fact].personal), SESSION_SWITCH]
}

/** Whether samples may say that somebody is logged on. */
export function wantsSession(policy: Policy | undefined): boolean {
  return policy !== undefined && !policy.switchedOff.includes(SESSION_SWITCH)
}
