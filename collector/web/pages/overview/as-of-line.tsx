/** The line above the answer: the date, the unit, and the rule in words. */
import type { Counts } from '@somay/shared/api/counts.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { dayOf } from '@somay/shared/text/dates.ts'
import { dayText } from '@somay/shared/text/days.ts'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useTimeZone } from '../../display/time-zone.ts'
import { DayField } from '../../parts/day-field.tsx'
import { countsText } from '../../text/counts.ts'
import { UnitChoice } from './unit-choice.tsx'
import type { CountView } from './url-state.ts'
import type { ShowView } from './use-count-view.ts'

type Props = { view: CountView; show: ShowView; counts: Counts | undefined; children: ReactNode }

export function AsOfLine({ view, show, counts, children }: Props) {
  const say = useText(countsText)
  const { language } = useLanguage()
  const today = dayText(dayOf(Date.now(), useTimeZone()))
  const day = view.asOf ?? counts?.asOf
  return (
    <div className="as-of-line">
      <DayField label={say('asOf')} day={day} latest={today} onChoose={(asOf, how) => show({ ...view, asOf }, how)} />
      <UnitChoice day={day} unit={view.unit} onChoose={(unit) => show({ ...view, unit })} />
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
