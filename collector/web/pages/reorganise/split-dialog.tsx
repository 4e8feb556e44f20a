/** Splitting: one unit becomes several, in its place. */
import { useText } from '@somay/shared/react/language.tsx'
import { useId, useState } from 'react'
import { reorganiseText } from '../../text/reorganise.ts'
import { splitUnit } from './acts.ts'
import { type Ref, standingId } from './draft.ts'
import { goingOn, type Plan } from './plan.ts'
import { type DialogProps, PlanDialog } from './plan-dialog.tsx'
import { UnitSelect } from './unit-select.tsx'

/** As the collector takes a name. */
const LONGEST_NAME = 200

export function SplitDialog({ plan, onDone, onClose }: DialogProps & { readonly plan: Plan }) {
  const say = useText(reorganiseText)
  const [ref, choose] = useState<Ref>()
  const [text, type] = useState('')
  const id = useId()
  const old = plan.units.find((unit) => unit.id === standingId(ref ?? ''))
  const names = [...new Set(text.split('\n').map((line) => line.trim().slice(0, LONGEST_NAME)))].filter((name) => name !== '')
  const put = () => (old === undefined || names.length < 2 ? undefined : splitUnit(plan.draft, plan.units, old, names))
  return (
    <PlanDialog title={say('split')} put={put} onDone={onDone} onClose={onClose}>
      {(checked) => (
        <>
          <UnitSelect
            label={say('splitUnit')}
            plan={plan}
            refs={goingOn(plan)}
            value={ref}
            onChange={choose}
            problem={checked && old === undefined ? say('chooseProblem') : undefined}
          />
          <div className="field">
            <label htmlFor={id}>{say('splitNames')}</label>
            <textarea
              id={id}
              rows={5}
              value={text}
              spellCheck={false}
              aria-invalid={checked && names.length < 2}
              aria-describedby={`${id}-note ${id}-problem`}
              onChange={({ target }) => type(target.value)}
            />
            <p className="note" id={`${id}-note`}>
              {say('splitNote')}
            </p>
            {checked && names.length < 2 && (
              <p className="problem" id={`${id}-problem`}>
                {say('splitProblem')}
              </p>
            )}
          </div>
        </>
      )}
    </PlanDialog>
  )
}
