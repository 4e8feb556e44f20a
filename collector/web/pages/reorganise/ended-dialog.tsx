/** A unit that ends, and the successors it ends into: for whatever the named acts do not cover. */
import { useText } from '@somay/shared/react/language.tsx'
import { useState } from 'react'
import { Choices } from '../../parts/choices.tsx'
import { reorganiseText } from '../../text/reorganise.ts'
import { endUnits } from './acts.ts'
import { type Ended, type Ref, refOf, standingId } from './draft.ts'
import { after, goingOn, type Plan } from './plan.ts'
import { type DialogProps, PlanDialog } from './plan-dialog.tsx'
import { UnitSelect } from './unit-select.tsx'

export function EndedDialog({ ended, plan, onDone, onClose }: DialogProps & { readonly ended?: Ended | undefined; readonly plan: Plan }) {
  const say = useText(reorganiseText)
  const fixed = ended && refOf(ended.unitId)
  const [ref, choose] = useState<Ref | undefined>(fixed)
  const [into, setInto] = useState<readonly Ref[]>(ended?.into ?? [])
  const successors = into.filter((one) => one !== ref)
  const nameOf = (one: Ref) => plan.labels.get(one) ?? one
  const put = () => {
    const unitId = standingId(ref ?? '')
    if (ref === undefined || unitId === undefined || successors.length === 0) return undefined
    return endUnits(plan.draft, plan.units, [{ unitId, into: successors }])
  }
  return (
    <PlanDialog title={say('end')} put={put} onDone={onDone} onClose={onClose}>
      {(checked) => (
        <>
          <UnitSelect
            label={say('unit')}
            plan={plan}
            refs={fixed === undefined ? goingOn(plan) : [fixed]}
            value={ref}
            onChange={choose}
            problem={checked && ref === undefined ? say('chooseProblem') : undefined}
          />
          <div>
            <Choices
              legend={say('endInto')}
              choices={after(plan)
                .filter((one) => one !== ref)
                .map((one) => ({ value: one, label: nameOf(one) }))}
              chosen={successors}
              onChange={setInto}
              problem={checked && successors.length === 0 ? say('endProblem') : undefined}
            />
            <p className="note">
              {successors[0] === undefined
                ? say('endNote')
                : say('endNow', { names: successors.map(nameOf).join('; '), first: nameOf(successors[0]) })}
            </p>
          </div>
        </>
      )}
    </PlanDialog>
  )
}
