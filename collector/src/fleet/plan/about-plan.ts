/** What a file says of the plan it holds: what it was made under, who took it and when. */
import type { CommittedPlan } from '@somay/shared/api/committed-plans.ts'
import type { Plan } from '@somay/shared/api/plans.ts'
import { formatDateTime } from '@somay/shared/text/dates.ts'
import { notMeasuredWords } from '@somay/shared/text/not-measured.ts'
import { termLines } from '@somay/shared/text/plan-terms.ts'
import type { Language, Words } from '@somay/shared/text/words.ts'
import type { Table } from '../../export/table.ts'

const TAKEN: Words = { vi: 'Lập lúc', en: 'Made at' }
const ATTENTION: Words = { vi: 'Lưu ý', en: 'Note' }
const WHO: Words = { vi: 'Người xuất', en: 'Exported by' }

type Circumstances = {
  readonly language: Language
  readonly timeZone: string
  readonly who: string
  /** Of the unit it was narrowed to. */
  readonly unitName: string | undefined
}

export function aboutPlan(
  { terms, at, notMeasured }: Pick<Plan, 'terms' | 'at' | 'notMeasured'>,
  { language, timeZone, who, unitName }: Circumstances,
): Table['about'] {
  return [
    ...termLines(terms, { language, unitName }),
    [TAKEN[language], `${formatDateTime(at, timeZone)} (${timeZone})`],
    [WHO[language], who],
    ...(notMeasured > 0 ? [[ATTENTION[language], notMeasuredWords(notMeasured)[language]] as const] : []),
  ]
}

const COMMITTED: Words = { vi: 'Duyệt lúc', en: 'Committed at' }
const BY: Words = { vi: 'Người duyệt', en: 'Committed by' }
const SHOWN: Words = { vi: 'Danh sách', en: 'List' }

type Progress = Circumstances & {
  /** Which lines are in it, in words. */
  readonly shown: string
  readonly at: number
}

/** Of a committed plan also who committed it and when; what became of it is as of `at`. */
export function aboutCommitted(
  plan: Pick<CommittedPlan, 'terms' | 'who' | 'committedAt'>,
  { shown, at, ...circumstances }: Progress,
): Table['about'] {
  const { language, timeZone } = circumstances
  return [
    [SHOWN[language], shown],
    [COMMITTED[language], formatDateTime(plan.committedAt, timeZone)],
    [BY[language], plan.who],
    ...aboutPlan({ terms: plan.terms, at, notMeasured: 0 }, circumstances),
  ]
}
