/** Renaming and moving: a new unit takes the place of one, with another name or code, or in another place. */
import { useText } from '@somay/shared/react/language.tsx'
import { useState } from 'react'
import { reorganiseText } from '../../text/reorganise.ts'
import { likeBefore, replaceUnit } from './acts.ts'
import { type NewUnit, type Ref, refOf, type Standing, standingId } from './draft.ts'
import { after, goingOn, type Plan } from './plan.ts'
import { type DialogProps, PlanDialog } from './plan-dialog.tsx'
import { type TypedUnit, typedFrom, unitFrom } from './typed-unit.ts'
import { type Asked, UnitFields } from './unit-fields.tsx'
import { UnitSelect } from './unit-select.tsx'

type Act = 'rename' | 'move'

const ASKED: Readonly<Record<Act, readonly Asked[]>> = { rename: ['name', 'code'], move: ['place', 'order', 'code'] }

export function ReplaceDialog({ act, plan, onDone, onClose }: DialogProps & { readonly act: Act; readonly plan: Plan }) {
  const say = useText(reorganiseText)
  const [ref, choose] = useState<Ref>()
  const [typed, type] = useState<TypedUnit>()
  const old = plan.units.find(({ id }) => id === standingId(ref ?? ''))
  const fresh = typed && unitFrom(typed)
  const isSame = old !== undefined && fresh !== undefined && !differs(act, likeBefore(old), fresh)
  const pick = (next: Ref | undefined) => {
    const unit = plan.units.find(({ id }) => id === standingId(next ?? ''))
    choose(next)
    type(unit && typedFrom(likeBefore(unit)))
  }
  const put = () => (old === undefined || fresh === undefined || isSame ? undefined : replaceUnit(plan.draft, plan.units, old.id, fresh))
  return (
    <PlanDialog title={say(act)} put={put} onDone={onDone} onClose={onClose}>
      {(checked) => (
        <>
          <UnitSelect
            label={say('unit')}
            plan={plan}
            refs={goingOn(plan)}
            value={ref}
            onChange={pick}
            problem={checked && old === undefined ? say('chooseProblem') : undefined}
          />
          {old && typed && (
            <UnitFields
              key={old.id}
              typed={typed}
              onChange={type}
              asked={ASKED[act]}
              plan={plan}
              parents={after(plan).filter((one) => !isWithin(plan.units, old, one))}
              checked={checked}
              nameProblem={isSame ? say('nameSame') : undefined}
            />
          )}
          {checked && isSame && act === 'move' && (
            <p className="problem" role="alert">
              {say('placeSame')}
            </p>
          )}
        </>
      )}
    </PlanDialog>
  )
}

function differs(act: Act, old: NewUnit, fresh: NewUnit): boolean {
  if (act === 'rename') return old.name !== fresh.name || old.code !== fresh.code
  return old.parent !== fresh.parent || old.block !== fresh.block || old.orderNo !== fresh.orderNo || old.code !== fresh.code
}

/** The unit itself, or what lies below it. */
function isWithin(units: readonly Standing[], top: Standing, ref: Ref): boolean {
  const byRef = new Map(units.map((unit) => [refOf(unit.id), unit]))
  for (let unit = byRef.get(ref); unit; unit = unit.parentId === undefined ? undefined : byRef.get(refOf(unit.parentId)))
    if (unit.id === top.id) return true
  return false
}
