/** Which units somebody may see: all of them, some with everything below, or none. */
import type { ScopeUnits } from '@somay/shared/api/session.ts'
import { useText } from '@somay/shared/react/language.tsx'
import { useId } from 'react'
import { useUnits } from '../api/pcs.ts'
import { partsText } from '../text/parts.ts'
import { Choices } from './choices.tsx'
import { scopeUnitName } from './scope-unit-name.ts'

/** Null is all units. */
export type ChosenUnits = readonly number[] | null

type Props = {
  legend: string
  chosen: ChosenUnits
  /** What is seen already: units that have ended are in no list any more, and must be there to be taken off. */
  held?: ScopeUnits
  onChange: (units: ChosenUnits) => void
}

export function UnitsField({ legend, chosen, held, onChange }: Props) {
  const say = useText(partsText)
  const name = useId()
  const units = useUnits({ enabled: true })
  const standing = (units.data ?? []).map(({ id, name: label }) => ({ value: String(id), label }))
  const ended = (held ?? [])
    .filter(({ validTo }) => validTo !== undefined)
    .map((unit) => ({ value: String(unit.id), label: scopeUnitName(unit, (values) => say('unitEnded', values)) }))
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
          choices={[...ended, ...standing]}
          chosen={chosen.map(String)}
          onChange={(values) => onChange(values.map(Number))}
        />
      )}
    </>
  )
}
