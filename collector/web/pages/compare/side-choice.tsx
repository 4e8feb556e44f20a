/** Which count one side of a comparison is: a frozen report, or the counts of a day. */
import { useText } from '@somay/shared/react/language.tsx'
import { formatDay } from '@somay/shared/text/days.ts'
import { useId } from 'react'
import { useFrozenReports } from '../../api/frozen-reports.ts'
import { DayField } from '../../parts/day-field.tsx'
import { reportsText } from '../../text/reports.ts'
import { readSide, type Side } from './sides.ts'

type Props = { label: string; side: Side; day: string | undefined; onChoose: (side: Side, how?: { readonly replace: boolean }) => void }

export function SideChoice({ label, side, day, onChoose }: Props) {
  const say = useText(reportsText)
  const id = useId()
  const reports = useFrozenReports().data?.pages.flatMap((page) => page.reports) ?? []
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="side"
        value={'report' in side ? `r${side.report}` : ''}
        onChange={({ target }) => onChoose(target.value === '' ? { day } : readSide(target.value))}
      >
        <option value="">{say('liveDay')}</option>
        {reports.map((one) => (
          <option key={one.id} value={`r${one.id}`}>
            {say('reportOption', { id: one.id, day: formatDay(one.asOf), title: one.title })}
          </option>
        ))}
      </select>
      {'day' in side && (
        <DayField
          label={`${label}: ${say('day')}`}
          hidesLabel
          day={side.day ?? day}
          onChoose={(chosen, how) => chosen !== undefined && onChoose({ day: chosen }, how)}
        />
      )}
    </>
  )
}
