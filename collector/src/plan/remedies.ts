/** What can be done about a PC, as the rules name it; the words of each and what kind it is stand with the words of planning. */
import { REMEDY_WORDS, type Remedy } from '@somay/shared/text/plan.ts'

export { REMEDY_KINDS, type Remedy } from '@somay/shared/text/plan.ts'

/** In the order in which a planner reads them. */
export const REMEDY_NAMES = Object.keys(REMEDY_WORDS) as readonly Remedy[]
