/** The register of errors: code, HTTP status, what happened and what to do, in both languages. */

import { AGENT_ERRORS } from './errors/agents.ts'
import { COLLECTOR_ERRORS } from './errors/collector.ts'
import { COUNT_ERRORS } from './errors/counts.ts'
import type { ErrorEntry } from './errors/entry.ts'
import { LEDGER_ERRORS } from './errors/ledger.ts'
import { PEOPLE_ERRORS } from './errors/people.ts'
import { REQUEST_ERRORS } from './errors/requests.ts'

export const ERRORS = {
  ...REQUEST_ERRORS,
  ...AGENT_ERRORS,
  ...PEOPLE_ERRORS,
  ...LEDGER_ERRORS,
  ...COUNT_ERRORS,
  ...COLLECTOR_ERRORS,
} as const satisfies Record<string, ErrorEntry>

export type ErrorCode = keyof typeof ERRORS
