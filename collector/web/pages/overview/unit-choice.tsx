/** Which unit with all below it the figures are of, as the tree was on a day. */
import { useText } from '@somay/shared/react/language.tsx'
import { useId } from 'react'
import { useUnitsOn } from '../../api/units.ts'
import { countsText } from '../../text/counts.ts'
import { unitLabel } from './unit-label.ts'

type Props = {
  readonly day: string | undefined
  readonly unit: number | undefined
  readonly onChoose: (unit: number | undefined) => void
}

export function UnitChoice({ day, unit, onChoose }: Props) {
  const say = useText(countsText)
  const id = useId()
  const units = useUnitsOn(day, unit).data ?? []
  return (
    <span className="unit-choice">
      <label htmlFor={id}>{say('within')}</label>
      <select id={id} value={unit ?? ''} onChange={({ target }) => onChoose(target.value === '' ? undefined : Number(target.value))}>
        <option value="">{say('everywhere')}</option>
        {/* One that the person may not see, or that never was. */}
        {unit !== undefined && !units.some((one) => one.id === unit) && <option value={unit}>{`#${unit}`}</option>}
        {units.map((one) => (
          <option key={one.id} value={one.id}>
            {unitLabel(one, day, say)}
          </option>
        ))}
      </select>
    </span>
  )
}
