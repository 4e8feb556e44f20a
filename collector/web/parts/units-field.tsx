/** Which units somebody may see: all of them, some with everything below, or none. */
import { useText } from '@somay/shared/react/language.tsx'
import { useId } from 'react'
import { useUnits } from '../api/pcs.ts'
import { partsText } from '../text/parts.ts'
import { Choices } from './choices.tsx'

/** Null is all units. */
export type ChosenUnits = readonly number[] | null

export function UnitsField({ legend, chosen, onChange }: { legend: string; chosen: ChosenUnits; onChange: (units: ChosenUnits) => void }) {
  const say = useText(partsText)
  const name = useId()
  const units = useUnits({ enabled: true })
  return (
    <>
      <fieldset className="choices">
        <legend>{legend}</legend>
        <label>
          <input type="radio" name={name} checked={chosen === null} onChange={() => onChange(null)} />
          {say('allUnits')}
        </label>
        <label>
          <input type="radio" name={name} checked={chosen !== null} onChange={() => onChange([])} />
          {say('someUnits')}
        </label>
      </fieldset>
      {chosen !== null && (
        <Choices
          legend={chosen.length === 0 ? say('noUnits') : say('theseUnits')}
          choices={(units.data ?? []).map(({ id, name: label }) => ({ value: String(id), label }))}
          chosen={chosen.map(String)}
          onChange={(values) => onChange(values.map(Number))}
        />
      )}
    </>
  )
}
