/** Which frozen report a new one puts right, of those that were not corrected yet. */
import { useText } from '@somay/shared/react/language.tsx'
import { formatDay } from '@somay/shared/text/days.ts'
import { useId } from 'react'
import { useFrozenReports } from '../../api/frozen-reports.ts'
import { reportsText } from '../../text/reports.ts'

type Props = { readonly corrects: number | undefined; readonly onChoose: (corrects: number | undefined) => void }

export function CorrectionChoice({ corrects, onChoose }: Props) {
  const say = useText(reportsText)
  const id = useId()
  const reports = useFrozenReports().data?.pages.flatMap((page) => page.reports) ?? []
  const open = reports.filter(({ correctedBy }) => correctedBy === undefined)
  if (reports.length === 0 && corrects === undefined) return null
  return (
    <div className="field">
      <label htmlFor={id}>{say('correcting')}</label>
      <select id={id} value={corrects ?? ''} onChange={({ target }) => onChoose(target.value === '' ? undefined : Number(target.value))}>
        <option value="">{say('correctingNone')}</option>
        {/* Of a draft: one further back than the list goes, or corrected meanwhile. */}
        {corrects !== undefined && !open.some((one) => one.id === corrects) && <option value={corrects}>{`#${corrects}`}</option>}
        {open.map((one) => (
          <option key={one.id} value={one.id}>
            {say('reportOption', { id: one.id, day: formatDay(one.asOf), title: one.title })}
          </option>
        ))}
      </select>
    </div>
  )
}
