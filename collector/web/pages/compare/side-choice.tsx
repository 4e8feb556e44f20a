/** Which count one side of a comparison is: a frozen report, or the counts of a day. */
import { useText } from '@somay/shared/react/language.tsx'
import { formatDay } from '@somay/shared/text/days.ts'
import { useId } from 'react'
import { useFrozenReports } from '../../api/frozen-reports.ts'
import { reportsText } from '../../text/reports.ts'
import { readSide, type Side } from './sides.ts'

type Props = { label: string; side: Side; day: string | undefined; onChoose: (side: Side) => void }

export function SideChoice({ label, side, day, onChoose }: Props) {
  const say = useText(reportsText)
  const ids = { kind: useId(), day: useId() }
  const reports = useFrozenReports().data?.pages.flatMap((page) => page.reports) ?? []
  return (
    <>
      <label htmlFor={ids.kind}>{label}</label>
      <select
        id={ids.kind}
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
        <>
          <label htmlFor={ids.day} className="visually-hidden">
            {`${label}: ${say('day')}`}
          </label>
          <input
            id={ids.day}
            type="date"
            value={side.day ?? day ?? ''}
            onChange={({ target }) => target.value !== '' && onChoose({ day: target.value })}
          />
        </>
      )}
    </>
  )
}
