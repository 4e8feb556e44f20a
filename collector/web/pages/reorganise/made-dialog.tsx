/** A new unit, added to the plan or changed in it. */
import { useText } from '@somay/shared/react/language.tsx'
import { useState } from 'react'
import { reorganiseText } from '../../text/reorganise.ts'
import { addMade, changeMade } from './acts.ts'
import type { Made } from './draft.ts'
import { after, type Plan } from './plan.ts'
import { type DialogProps, PlanDialog } from './plan-dialog.tsx'
import { type TypedUnit, typedFrom, unitFrom } from './typed-unit.ts'
import { UnitFields } from './unit-fields.tsx'

const BLANK: TypedUnit = { name: '', block: 'I', orderNo: '', code: '', parent: undefined }

export function MadeDialog({ made, plan, onDone, onClose }: DialogProps & { readonly made?: Made | undefined; readonly plan: Plan }) {
  const say = useText(reorganiseText)
  const [typed, type] = useState(made === undefined ? BLANK : typedFrom(made))
  const put = () => {
    const unit = unitFrom(typed)
    if (unit === undefined) return undefined
    return made === undefined ? addMade(plan.draft, unit)[0] : changeMade(plan.draft, plan.units, { ...unit, key: made.key })
  }
  return (
    <PlanDialog title={say(made === undefined ? 'addNew' : 'made')} put={put} onDone={onDone} onClose={onClose}>
      {(checked) => (
        <UnitFields
          typed={typed}
          onChange={type}
          asked={['name', 'place', 'order', 'code']}
          plan={plan}
          parents={after(plan).filter((ref) => ref !== made?.key)}
          checked={checked}
        />
      )}
    </PlanDialog>
  )
}
