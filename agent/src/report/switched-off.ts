/** Which facts stay unread: what the collector switched off, and before its first word everything personal. */
import { FACT_NAMES, FACTS } from '@somay/shared/facts/index.ts'
import type { Policy } from '../state/schemas.ts'

export function switchedOffFacts(policy: Policy | undefined): readonly string[] {
  return policy ? policy.switchedOff : FACT_NAMES.filter((fact) => FACTS[fact].personal)
}
