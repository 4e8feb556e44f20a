/** What must be said beside the figures: what they leave out, and what somebody must look at first. */
import type { Plan } from '@somay/shared/api/plans.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { apartWords } from '@somay/shared/text/apart.ts'
import { notMeasuredWords } from '@somay/shared/text/not-measured.ts'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { MEASURE_WORDS } from '@somay/shared/text/plan.ts'
import { termWarnings } from '@somay/shared/text/plan-terms.ts'
import { Link } from 'wouter'
import { planText } from '../../text/plan.ts'
import { type PlanView, plannedPcsAddress } from './url-state.ts'

export function Notes({ plan, view }: { readonly plan: Plan; readonly view: PlanView }) {
  const say = useText(planText)
  const { language } = useLanguage()
  const number = (pcs: number) => formatNumber(pcs, language)
  const { total, unpriced, apart, replaceYearUnknown, notMeasured, terms } = plan
  const warnings = [...(notMeasured > 0 ? [notMeasuredWords(notMeasured)] : []), ...termWarnings(terms)].map((words) => words[language])
  if (total.unknown + total.unpriced + total.apart + replaceYearUnknown + warnings.length === 0) return null
  return (
    <ul className="plan-notes">
      {total.unknown > 0 && (
        <li>
          {say('noteUnknown', { pcs: number(total.unknown) })}{' '}
          <Link href={plannedPcsAddress(view, { verdict: 'unknown' })}>{say('noteUnknownList')}</Link>.
        </li>
      )}
      {total.unpriced > 0 && (
        <li>
          {say('noteUnpriced', {
            pcs: number(total.unpriced),
            measures: unpriced.map(({ measure }) => MEASURE_WORDS[measure][language]).join('; '),
          })}{' '}
          <Link href={plannedPcsAddress(view, { unpriced: 'true' })}>{say('noteUnpricedList')}</Link>.
        </li>
      )}
      {total.apart > 0 && (
        <li>
          {say('noteApart', { pcs: apartWords(apart, language) })}{' '}
          <Link href={plannedPcsAddress(view, { verdict: 'apart' })}>{say('noteApartList')}</Link>.
        </li>
      )}
      {warnings.map((warning) => (
        <li key={warning}>{warning}</li>
      ))}
      {replaceYearUnknown > 0 && <li>{say('noteYear', { pcs: number(replaceYearUnknown) })}</li>}
    </ul>
  )
}
