/** Every route of the collector with who may call it; a route more is one line in the file of its subject. */
import { AGENTS_ROUTES } from './agents.ts'
import { COUNTS_ROUTES } from './counts.ts'
import { PCS_ROUTES } from './pcs.ts'
import { PEOPLE_ROUTES } from './people.ts'
import { PLANS_ROUTES } from './plans.ts'
import { REGISTER_ROUTES } from './register.ts'
import type { Scenario } from './scenario.ts'

/** In the order in which they are asked: what takes PCs out of the ledger comes last. */
export const SCENARIOS: readonly Scenario[] = [
  ...AGENTS_ROUTES,
  ...PEOPLE_ROUTES,
  ...PLANS_ROUTES,
  ...COUNTS_ROUTES,
  ...REGISTER_ROUTES,
  ...PCS_ROUTES,
]
