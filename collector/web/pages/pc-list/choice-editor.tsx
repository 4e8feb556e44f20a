/** One or more of a list of choices; a long list can be narrowed by typing, marks or not. */
import { fold } from '@somay/shared/text/fold.ts'
import { useState } from 'react'
import { Field } from '../../parts/field.tsx'
import { useText } from '../../text/language.tsx'
import { filterEditorText } from '../../text/pc-list.ts'

type Choice = { value: string; label: string }
type Props = { choices: readonly Choice[]; typed: string; onChange: (typed: string) => void; wrong: boolean }

// Shorter lists are read at a glance.
const NARROW_FROM = 10

export function ChoiceEditor({ choices, typed, onChange, wrong }: Props) {
  const say = useText(filterEditorText)
  const [narrow, setNarrow] = useState('')
  const chosen = typed.split(',').filter(Boolean)
  const toggle = (value: string) =>
    onChange((chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]).join(','))
  const visible = choices.filter(({ value, label }) => chosen.includes(value) || fold(label).includes(fold(narrow)))
  return (
    <>
      {choices.length >= NARROW_FROM && <Field label={say('narrowChoices')} value={narrow} onChange={setNarrow} autoFocus />}
      <fieldset className="choices long">
        <legend>{say('choices')}</legend>
        {visible.map(({ value, label }) => (
          <label key={value} className="tick">
            <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
            {label}
          </label>
        ))}
      </fieldset>
      {wrong && <p className="problem">{say('choicesProblem')}</p>}
    </>
  )
}
