/** What a row of the counts tells: figures, and where they were counted and told the conditions and what people say of the unit. */
import type { ConditionFigures, Figures, PeopleOf } from '@somay/shared/api/counts.ts'

export type Told = {
  readonly figures: Figures
  readonly conditions?: ConditionFigures | undefined
  readonly people?: PeopleOf | undefined
}
