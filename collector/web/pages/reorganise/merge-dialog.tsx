/** Merging: several units become a new one, or go into one of them. */
import { useText } from '@somay/shared/react/language.tsx'
import { useId, useState } from 'react'
import { Choices } from '../../parts/choices.tsx'
import { reorganiseText } from '../../text/reorganise.ts'
import { likeBefore, mergeUnits } from './acts.ts'
import { type Ref, standingId } from './draft.ts'
import { after, goingOn, type Plan } from './plan.ts'
import { type DialogProps, PlanDialog } from './plan-dialog.tsx'
import { type TypedUnit, typedFrom, unitFrom } from './typed-unit.ts'
import { UnitFields } from './unit-fields.tsx'
import { UnitSelect } from './unit-select.tsx'

const BLANK: TypedUnit = { name: '', block: 'I', orderNo: '', code: '', parent: undefined }

export function MergeDialog({ plan, onDone, onClose }: DialogProps & { readonly plan: Plan }) {
  const say = useText(reorganiseText)
  const [chosen, choose] = useState<readonly Ref[]>([])
  const [isNew, setNew] = useState(true)
  const [typed, type] = useState(BLANK)
  const [standing, stand] = useState<Ref>()
  const ids = chosen.map((ref) => standingId(ref) as number)
  const kept = standing !== undefined && chosen.includes(standing) ? standing : undefined
  const pick = (refs: readonly Ref[]) => {
    // The new unit begins as the first of them: in its place, without its name and code.
    const first = plan.units.find(({ id }) => id === standingId(refs[0] ?? ''))
    if (first && chosen[0] !== refs[0]) type({ ...typedFrom(likeBefore(first)), name: typed.name, code: typed.code })
    choose(refs)
  }
  const put = () => {
    const into = isNew ? unitFrom(typed) : kept
    return ids.length < 2 || into === undefined ? undefined : mergeUnits(plan.draft, plan.units, ids, into)
  }
  return (
    <PlanDialog title={say('merge')} put={put} onDone={onDone} onClose={onClose}>
      {(checked) => (
        <>
          <div>
            <Choices
              legend={say('mergeUnits')}
              choices={goingOn(plan).map((ref) => ({ value: ref, label: plan.labels.get(ref) ?? ref }))}
              chosen={chosen}
              onChange={pick}
              problem={checked && ids.length < 2 ? say('mergeProblem') : undefined}
            />
            {chosen.length > 0 && (
              <p className="note">{say('chosen', { names: chosen.map((ref) => plan.labels.get(ref) ?? ref).join('; ') })}</p>
            )}
          </div>
          <IntoChoice isNew={isNew} onChange={setNew} />
          {isNew ? (
            <UnitFields
              typed={typed}
              onChange={type}
              asked={['name', 'place', 'order', 'code']}
              plan={plan}
              parents={after(plan).filter((ref) => !chosen.includes(ref))}
              checked={checked}
            />
          ) : (
            <UnitSelect
              label={say('standsOn')}
              plan={plan}
              refs={chosen}
              value={kept}
              onChange={stand}
              problem={checked && kept === undefined ? say('standsOnProblem') : undefined}
            />
          )}
        </>
      )}
    </PlanDialog>
  )
}

function IntoChoice({ isNew, onChange }: { isNew: boolean; onChange: (isNew: boolean) => void }) {
  const say = useText(reorganiseText)
  const name = useId()
  return (
    <fieldset className="choices">
      <legend>{say('mergeInto')}</legend>
      <label>
        <input type="radio" name={name} checked={isNew} onChange={() => onChange(true)} />
        {say('intoNew')}
      </label>
      <label>
        <input type="radio" name={name} checked={!isNew} onChange={() => onChange(false)} />
        {say('intoStanding')}
      </label>
    </fieldset>
  )
}
