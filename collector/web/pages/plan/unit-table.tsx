/** Blocks and units: need by staff beside need by condition, and the money of each year, with the PCs behind every figure. */
import type { Plan, PlanRow } from '@somay/shared/api/plans.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { BLOCKS, choiceText } from '@somay/shared/text/choices.ts'
import { VERDICTS, type VerdictKind } from '@somay/shared/text/plan.ts'
import { staffOf } from '@somay/shared/text/plan-staff.ts'
import { planText } from '../../text/plan.ts'
import { UnitRow } from './unit-row.tsx'
import { type PlanView, planAddress, withKey } from './url-state.ts'

export const KINDS = Object.keys(VERDICTS) as readonly VerdictKind[]

export function UnitTable({ plan, view }: { readonly plan: Plan; readonly view: PlanView }) {
  const say = useText(planText)
  const { rows, total, terms } = plan
  // Of one unit its own row is the total, and its block is not all of that block.
  const isOne = view.unit !== undefined
  const shown = rows.filter(({ kind }) => !isOne || kind === 'unit')
  return (
    <div className="count-frame">
      <table className="count-table figure-table plan-units">
        <caption className="visually-hidden">{say('byUnit')}</caption>
        <Headings plan={plan} />
        <tbody>
          {!isOne && <UnitRow name={say('total')} className="block" numbers={total} staff={staffOf(rows)} view={view} filter={{}} />}
          {shown.map((row) => (
            <BlockOrUnit key={row.unitId ?? row.block} row={row} view={view} years={terms.years.length} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Headings({ plan }: { readonly plan: Plan }) {
  const say = useText(planText)
  const { language } = useLanguage()
  const { years } = plan.terms
  const money = [...years.map(({ year }) => String(year)), say('unfunded'), say('allNeeds')]
  const numbers = [say('staff'), say('leaders'), say('missing'), say('all'), ...KINDS.map((kind) => VERDICTS[kind][language]), ...money]
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2}>
          {say('unit')}
        </th>
        <th scope="colgroup" colSpan={3} className="column-group">
          {say('byStaff')}
        </th>
        <th scope="colgroup" colSpan={1 + KINDS.length} className="column-group">
          {say('byCondition')}
        </th>
        <th scope="colgroup" colSpan={money.length} className="column-group">
          {say('money')}
        </th>
      </tr>
      <tr>
        {numbers.map((heading) => (
          <th key={heading} scope="col" className="number">
            {heading}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function BlockOrUnit({ row, view }: { readonly row: PlanRow; readonly view: PlanView; readonly years: number }) {
  const { language } = useLanguage()
  const { kind, name, block, depth, unitId, numbers } = row
  if (kind === 'block' || unitId === undefined) {
    const shown = `${name}. ${choiceText(BLOCKS, name, language)}`
    return <UnitRow name={shown} className="block" numbers={numbers} staff={row} view={view} filter={{ inBlock: block }} />
  }
  const href = planAddress(withKey(view, 'unit', unitId))
  const filter = view.unit === String(unitId) ? {} : { inUnit: String(unitId) }
  return (
    <UnitRow name={name} href={href} className={`depth-${Math.min(depth, 4)}`} numbers={numbers} staff={row} view={view} filter={filter} />
  )
}
