/** What a committed plan was decided under, in words, as its files say it. */
import type { CommittedPlan } from '@somay/shared/api/committed-plans.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { termLines } from '@somay/shared/text/plan-terms.ts'
import { committedText } from '../../text/committed.ts'

export function Decided({ plan: { terms, unitId, rows } }: { readonly plan: CommittedPlan }) {
  const say = useText(committedText)
  const { language } = useLanguage()
  const unitName = unitId === undefined ? undefined : (rows.find((row) => row.unitId === unitId)?.name ?? `#${unitId}`)
  return (
    <section className="plan-section">
      <h2>{say('decided')}</h2>
      <dl className="term-list">
        {termLines(terms, { language, unitName }).map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
