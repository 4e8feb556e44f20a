/** What must be said beside the figures: what they leave out, and what somebody must look at first. */
import type { Plan } from '@somay/shared/api/plans.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { termWarnings } from '@somay/shared/text/plan-terms.ts'
import { Link } from 'wouter'
import { planText } from '../../text/plan.ts'
import { type PlanView, plannedPcsAddress } from './url-state.ts'

export function Notes({ plan, view }: { readonly plan: Plan; readonly view: PlanView }) {
  const say = useText(planText)
  const { language } = useLanguage()
  const { total, replaceYearUnknown, terms } = plan
  const warnings = termWarnings(terms).map((words) => words[language])
  if (total.unknown === 0 && replaceYearUnknown === 0 && warnings.length === 0) return null
  return (
    <ul className="plan-notes">
      {total.unknown > 0 && (
        <li>
          {say('noteUnknown', { pcs: formatNumber(total.unknown, language) })}{' '}
          <Link href={plannedPcsAddress(view, { verdict: 'unknown' })}>{say('noteUnknownList')}</Link>.
        </li>
      )}
      {warnings.map((warning) => (
        <li key={warning}>{warning}</li>
      ))}
      {replaceYearUnknown > 0 && <li>{say('noteYear', { pcs: formatNumber(replaceYearUnknown, language) })}</li>}
    </ul>
  )
}
