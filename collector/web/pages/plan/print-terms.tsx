/** What the plan was made under, in words, for paper: there are no fields on it. */
import type { PlanTerms } from '@somay/shared/api/plans.ts'
import { useLanguage } from '@somay/shared/react/language.tsx'
import { formatDateTime } from '@somay/shared/text/dates.ts'
import { termLines } from '@somay/shared/text/plan-terms.ts'
import { currentTimeZone } from '../../display/time-zone.ts'

export function PrintTerms({
  terms,
  unitName,
  at,
}: {
  readonly terms: PlanTerms
  readonly unitName: string | undefined
  readonly at?: number
}) {
  const { language } = useLanguage()
  return (
    <div className="print-head">
      {at !== undefined && <p>Sổ Máy · {formatDateTime(at, currentTimeZone())}</p>}
      <dl>
        {termLines(terms, { language, unitName }).map(([label, text]) => (
          <div key={label}>
            <dt>{label}:</dt> <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
