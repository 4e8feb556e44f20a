/** The outcomes in the order in which they are read. */
import { OUTCOMES, type OutcomeKind } from '@somay/shared/text/plan.ts'

export const OUTCOME_NAMES = Object.keys(OUTCOMES) as readonly OutcomeKind[]
