/** One or more of a list of choices; a long list can be narrowed by typing, marks or not. */

import { useText } from '@somay/shared/react/language.tsx'
import { fold } from '@somay/shared/text/fold.ts'
import { useId, useState } from 'react'
import { partsText } from '../text/parts.ts'
import { Field } from './field.tsx'

type Choice = { value: string; label: string }
type Props = {
  legend: string
  choices: readonly Choice[]
  chosen: readonly string[]
  onChange: (chosen: readonly string[]) => void
  /** Exactly one can be chosen. */
  single?: boolean
  problem?: string | undefined
}

// Shorter lists are read at a glance.
const NARROW_FROM = 10

export function Choices({ legend, choices, chosen, onChange, single, problem }: Props) {
  const say = useText(partsText)
  const name = useId()
  const [narrow, setNarrow] = useState('')
  const choose = (value: string) => {
    if (single) onChange([value])
    else onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value])
  }
  const visible = choices.filter(({ value, label }) => chosen.includes(value) || fold(label).includes(fold(narrow)))
  return (
    <>
      {choices.length >= NARROW_FROM && <Field label={say('narrowChoices')} value={narrow} onChange={setNarrow} autoFocus />}
      <fieldset className="choices long">
        <legend>{legend}</legend>
        {visible.map(({ value, label }) => (
          <label key={value} className="tick">
            <input type={single ? 'radio' : 'checkbox'} name={name} checked={chosen.includes(value)} onChange={() => choose(value)} />
            <bdi>{label}</bdi>
          </label>
        ))}
      </fieldset>
      {problem !== undefined && <p className="problem">{problem}</p>}
    </>
  )
}
