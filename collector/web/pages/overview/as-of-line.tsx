/** The line above the answer: the date, the unit, and the rule in words. */
import type { Counts } from '@somay/shared/api/counts.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { type ReactNode, useId } from 'react'
import { Link } from 'wouter'
import { useUnits } from '../../api/pcs.ts'
import { DayField } from '../../parts/day-field.tsx'
import { countsText } from '../../text/counts.ts'
import type { CountView } from './url-state.ts'
import type { ShowView } from './use-count-view.ts'

type Props = { view: CountView; show: ShowView; counts: Counts | undefined; children: ReactNode }

export function AsOfLine({ view, show, counts, children }: Props) {
  const say = useText(countsText)
  const { language } = useLanguage()
  const id = useId()
  const units = useUnits({ enabled: true })
  const known = units.data ?? []
  return (
    <div className="as-of-line">
      <DayField label={say('asOf')} day={view.asOf ?? counts?.asOf} onChoose={(asOf, how) => show({ ...view, asOf }, how)} />
      <label htmlFor={id}>{say('within')}</label>
      <select
        id={id}
        value={view.unit ?? ''}
        onChange={({ target }) => show({ ...view, unit: target.value === '' ? undefined : Number(target.value) })}
      >
        <option value="">{say('everywhere')}</option>
        {/* A unit that is no longer, as a link of old names it. */}
        {view.unit !== undefined && !known.some(({ id }) => id === view.unit) && <option value={view.unit}>{`#${view.unit}`}</option>}
        {known.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      {counts && (
        <Link className="soft" href="/count-rules">
          {say('rule', {
            days: formatNumber(counts.rule.windowDays, language),
            silent: formatNumber(counts.rule.silentDays, language),
            version: formatNumber(counts.rule.version, language),
          })}
        </Link>
      )}
      <span className="fill" />
      {children}
    </div>
  )
}
