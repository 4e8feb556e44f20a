/** The line above the answer: the date, the unit, and the rule in words. */
import type { Counts } from '@somay/shared/api/counts.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { dayOf } from '@somay/shared/text/dates.ts'
import { dayText } from '@somay/shared/text/days.ts'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { type ReactNode, useId } from 'react'
import { Link } from 'wouter'
import { useUnitsOn } from '../../api/units.ts'
import { useTimeZone } from '../../display/time-zone.ts'
import { DayField } from '../../parts/day-field.tsx'
import { countsText } from '../../text/counts.ts'
import { unitLabel } from './unit-label.ts'
import type { CountView } from './url-state.ts'
import type { ShowView } from './use-count-view.ts'

type Props = { view: CountView; show: ShowView; counts: Counts | undefined; children: ReactNode }

export function AsOfLine({ view, show, counts, children }: Props) {
  const say = useText(countsText)
  const { language } = useLanguage()
  const id = useId()
  const today = dayText(dayOf(Date.now(), useTimeZone()))
  const day = view.asOf ?? counts?.asOf
  const units = useUnitsOn(day, view.unit).data ?? []
  return (
    <div className="as-of-line">
      <DayField label={say('asOf')} day={day} latest={today} onChoose={(asOf, how) => show({ ...view, asOf }, how)} />
      <label htmlFor={id}>{say('within')}</label>
      <select
        id={id}
        value={view.unit ?? ''}
        onChange={({ target }) => show({ ...view, unit: target.value === '' ? undefined : Number(target.value) })}
      >
        <option value="">{say('everywhere')}</option>
        {/* One that the person may not see, or that never was. */}
        {view.unit !== undefined && !units.some((unit) => unit.id === view.unit) && <option value={view.unit}>{`#${view.unit}`}</option>}
        {units.map((unit) => (
          <option key={unit.id} value={unit.id}>
            {unitLabel(unit, day, say)}
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
