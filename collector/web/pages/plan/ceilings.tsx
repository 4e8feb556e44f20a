/** The ceilings of a price book, each from its day on, those in force on the day of the plan marked. */
import type { PlanTerms } from '@somay/shared/api/plans.ts'
import type { Ceiling } from '@somay/shared/api/policies.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatDay } from '@somay/shared/text/days.ts'
import { formatDong } from '@somay/shared/text/numbers.ts'
import { ITEMS } from '@somay/shared/text/plan.ts'
import { planText } from '../../text/plan.ts'
import { inOrder } from './ceiling-rows.ts'

type Props = {
  readonly ceilings: readonly Ceiling[]
  readonly inForce: PlanTerms['ceilings']
  readonly onEdit: (() => void) | undefined
}

export function Ceilings({ ceilings, inForce, onEdit }: Props) {
  const say = useText(planText)
  const { language } = useLanguage()
  const isInForce = ({ item, fromDay }: Ceiling) => inForce.some((one) => one.item === item && one.fromDay === fromDay)
  return (
    <details className="ceilings">
      <summary>{say('ceilings')}</summary>
      {ceilings.length === 0 && <p className="soft">{say('noCeilings')}</p>}
      <ul>
        {inOrder(ceilings).map((ceiling) => (
          <li key={`${ceiling.item} ${ceiling.fromDay}`} className={isInForce(ceiling) ? undefined : 'soft'}>
            {say('ceilingLine', {
              item: ITEMS[ceiling.item][language],
              dong: formatDong(ceiling.dong, language),
              day: formatDay(ceiling.fromDay),
              source: ceiling.source,
            })}
            {isInForce(ceiling) && <b> {say('inForce')}</b>}
          </li>
        ))}
      </ul>
      {onEdit && (
        <button type="button" onClick={onEdit}>
          {say('editCeilings')}
        </button>
      )}
    </details>
  )
}
