/** What must be said beside the figures: what they leave out, what somebody must look at, in which order money goes, and how old the tables are. */
import type { Plan } from '@somay/shared/api/plans.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatDong, formatNumber } from '@somay/shared/text/numbers.ts'
import { referenceText } from '@somay/shared/text/plan-terms.ts'
import { Link } from 'wouter'
import { planText } from '../../text/plan.ts'
import { type PlanView, plannedPcsAddress } from './url-state.ts'

export function Notes({ plan, view }: { readonly plan: Plan; readonly view: PlanView }) {
  const say = useText(planText)
  const { language } = useLanguage()
  const { total, terms, replaceYearUnknown } = plan
  const { centralQuantity, centralDong } = terms.policy.policy
  return (
    <ul className="plan-notes">
      {total.unknown > 0 && (
        <li>
          {say('noteUnknown', { pcs: formatNumber(total.unknown, language) })}{' '}
          <Link href={plannedPcsAddress(view, { verdict: 'unknown' })}>{say('noteUnknownList')}</Link>.
        </li>
      )}
      {replaceYearUnknown > 0 && <li>{say('noteYear', { pcs: formatNumber(replaceYearUnknown, language) })}</li>}
      {terms.years.some(({ budgetDong }) => budgetDong !== undefined) && <li>{say('noteOrder')}</li>}
      {centralQuantity > 0 && (
        <li>{say('noteCentral', { quantity: formatNumber(centralQuantity, language), dong: formatDong(centralDong, language) })}</li>
      )}
      <li>{say('noteReference', { tables: referenceText(terms, language) })}</li>
    </ul>
  )
}
