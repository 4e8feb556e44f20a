/** The fields of a new unit: name, block, order, code, parent; some dialogs ask for some of them. */
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { BLOCKS } from '@somay/shared/text/choices.ts'
import { useId } from 'react'
import { Field } from '../../parts/field.tsx'
import { reorganiseText } from '../../text/reorganise.ts'
import { type Block, blockOf, type Ref } from './draft.ts'
import type { Plan } from './plan.ts'
import { orderIn, type TypedUnit } from './typed-unit.ts'
import { UnitSelect } from './unit-select.tsx'

export type Asked = 'name' | 'place' | 'order' | 'code'

type Props = {
  typed: TypedUnit
  onChange: (typed: TypedUnit) => void
  asked: readonly Asked[]
  plan: Plan
  /** Units that can stand above it. */
  parents: readonly Ref[]
  /** Problems are told once somebody tried to go on. */
  checked: boolean
  nameProblem?: string | undefined
}

export function UnitFields({ typed, onChange, asked, plan, parents, checked, nameProblem }: Props) {
  const say = useText(reorganiseText)
  const { name, orderNo, code } = typed
  return (
    <>
      {asked.includes('name') && (
        <Field
          label={say('name')}
          value={name}
          onChange={(next) => onChange({ ...typed, name: next })}
          problem={checked ? (name.trim() === '' ? say('nameProblem') : nameProblem) : undefined}
          maxLength={200}
          required
        />
      )}
      {asked.includes('place') && <PlaceFields typed={typed} onChange={onChange} plan={plan} parents={parents} />}
      {asked.includes('order') && (
        <Field
          label={say('order')}
          value={orderNo}
          onChange={(next) => onChange({ ...typed, orderNo: next })}
          problem={checked && orderIn(orderNo) === undefined ? say('orderProblem') : undefined}
          inputMode="numeric"
          required
        />
      )}
      {asked.includes('code') && (
        <Field
          label={say('code')}
          note={say('codeNote')}
          value={code}
          onChange={(next) => onChange({ ...typed, code: next })}
          maxLength={60}
        />
      )}
    </>
  )
}

function PlaceFields({ typed, onChange, plan, parents }: Pick<Props, 'typed' | 'onChange' | 'plan' | 'parents'>) {
  const say = useText(reorganiseText)
  const { language } = useLanguage()
  const id = useId()
  // A unit is in the block of its parent: choosing one of the two puts the other right.
  const under = (parent: Ref | undefined) => {
    const block = (parent === undefined ? undefined : blockOf(parent, plan.units, plan.draft)) ?? typed.block
    onChange({ ...typed, parent, block })
  }
  const into = (block: Block) => {
    const fits = typed.parent !== undefined && blockOf(typed.parent, plan.units, plan.draft) === block
    onChange({ ...typed, block, parent: fits ? typed.parent : undefined })
  }
  return (
    <>
      <UnitSelect label={say('parent')} plan={plan} refs={parents} value={typed.parent} onChange={under} none={say('parentNone')} />
      <div className="field">
        <label htmlFor={id}>{say('block')}</label>
        <select id={id} value={typed.block} aria-describedby={`${id}-note`} onChange={({ target }) => into(target.value as Block)}>
          {Object.entries(BLOCKS).map(([block, words]) => (
            <option key={block} value={block}>
              {block}. {words[language]}
            </option>
          ))}
        </select>
        <p className="note" id={`${id}-note`}>
          {say('blockNote')}
        </p>
      </div>
    </>
  )
}
