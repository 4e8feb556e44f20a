/** One unit of those that stand and those that are new, by block. */
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { BLOCKS } from '@somay/shared/text/choices.ts'
import { useId } from 'react'
import { reorganiseText } from '../../text/reorganise.ts'
import { blockOf, type Ref } from './draft.ts'
import type { Plan } from './plan.ts'

type Props = {
  label: string
  plan: Plan
  refs: readonly Ref[]
  value: Ref | undefined
  onChange: (ref: Ref | undefined) => void
  /** What no unit at all is called. */
  none?: string
  problem?: string | undefined
}

export function UnitSelect({ label, plan, refs, value, onChange, none, problem }: Props) {
  const say = useText(reorganiseText)
  const { language } = useLanguage()
  const id = useId()
  const groups = Object.entries(BLOCKS).flatMap(([block, words]) => {
    const own = refs.filter((ref) => blockOf(ref, plan.units, plan.draft) === block)
    return own.length === 0 ? [] : [{ block, name: `${block}. ${words[language]}`, own }]
  })
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value ?? ''}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : `${id}-problem`}
        onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
      >
        <option value="">{none ?? say('choose')}</option>
        {groups.map(({ block, name, own }) => (
          <optgroup key={block} label={name}>
            {own.map((ref) => (
              <option key={ref} value={ref}>
                {plan.labels.get(ref)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {problem !== undefined && (
        <p className="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  )
}
