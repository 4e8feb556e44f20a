/** What a file says of the plan it holds: what it was made under, who took it and when. */
import type { Plan } from '@somay/shared/api/plans.ts'
import { formatDateTime } from '@somay/shared/text/dates.ts'
import { termLines } from '@somay/shared/text/plan-terms.ts'
import type { Language, Words } from '@somay/shared/text/words.ts'
import type { Table } from '../../export/table.ts'

const TAKEN: Words = { vi: 'Lập lúc', en: 'Made at' }
const WHO: Words = { vi: 'Người xuất', en: 'Exported by' }

type Circumstances = {
  readonly language: Language
  readonly timeZone: string
  readonly who: string
  /** Of the unit it was narrowed to. */
  readonly unitName: string | undefined
}

export function aboutPlan({ terms, at }: Pick<Plan, 'terms' | 'at'>, { language, timeZone, who, unitName }: Circumstances): Table['about'] {
  return [
    ...termLines(terms, { language, unitName }),
    [TAKEN[language], `${formatDateTime(at, timeZone)} (${timeZone})`],
    [WHO[language], who],
  ]
}
