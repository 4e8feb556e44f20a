/** One row of the table of units: the total, a block or a unit. */
import type { PlanNumbers } from '@somay/shared/api/plans.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { VERDICTS, type VerdictKind } from '@somay/shared/text/plan.ts'
import { isLeastNeed, type StaffNeed } from '@somay/shared/text/plan-staff.ts'
import { Link } from 'wouter'
import { Dong } from '../../parts/dong.tsx'
import { planText } from '../../text/plan.ts'
import { PcsLink } from './pcs-link.tsx'
import type { PlannedFilter, PlanView } from './url-state.ts'

type Props = {
  readonly name: string
  /** The plan of the row by itself, where it has one. */
  readonly href?: string
  readonly className: string
  readonly numbers: PlanNumbers
  readonly staff: StaffNeed
  readonly view: PlanView
  readonly filter: PlannedFilter
}

const KINDS = Object.keys(VERDICTS) as readonly VerdictKind[]

export function UnitRow({ name, href, className, numbers, staff: people, view, filter }: Props) {
  const say = useText(planText)
  const { language } = useLanguage()
  const { staff, needByStaff, staffUntold, leaders, leadersUntold } = people
  const told = (count: number | undefined) =>
    count === undefined ? <span className="soft">{say('untold')}</span> : formatNumber(count, language)
  const money = [...numbers.fundedDong, numbers.unfundedDong, numbers.costDong].map((dong, place) => ({ dong, place }))
  return (
    <tr className={className}>
      <th scope="row">{href === undefined ? name : <Link href={href}>{name}</Link>}</th>
      <td className="number">
        {told(staff)}
        {staff !== undefined && <Untold units={staffUntold} />}
      </td>
      <td className="number">
        {told(leaders)}
        {leaders !== undefined && <Untold units={leadersUntold} />}
      </td>
      <td className="number">
        {needByStaff !== undefined && isLeastNeed(people) && <AtLeast />}
        {told(needByStaff)}
      </td>
      <td className="number">
        <PcsLink count={numbers.pcs} view={view} filter={filter} label={`${name}, ${say('all')}`} />
      </td>
      {KINDS.map((kind) => (
        <td key={kind} className="number">
          <PcsLink count={numbers[kind]} view={view} filter={{ ...filter, verdict: kind }} label={`${name}, ${VERDICTS[kind][language]}`} />
        </td>
      ))}
      {money.map(({ dong, place }) => (
        <td key={place} className="number">
          <Dong dong={dong} />
        </td>
      ))}
    </tr>
  )
}

function Untold({ units }: { readonly units: number }) {
  const say = useText(planText)
  const { language } = useLanguage()
  if (units === 0) return null
  return (
    <span className="soft beneath">
      {say(units === 1 ? 'staffUntoldOne' : 'staffUntoldMany', { count: formatNumber(units, language) })}
    </span>
  )
}

/** The mark is explained beneath the table; read aloud it is words. */
function AtLeast() {
  const say = useText(planText)
  return (
    <>
      <span aria-hidden="true">≥ </span>
      <span className="visually-hidden">{say('atLeast')} </span>
    </>
  )
}
