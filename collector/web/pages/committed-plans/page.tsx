/** All committed plans, the latest first. */
import type { CommittedPlans } from '@somay/shared/api/committed-plans.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatDateTime } from '@somay/shared/text/dates.ts'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { Link } from 'wouter'
import { useCommittedPlans } from '../../api/committed-plans.ts'
import { useUnits } from '../../api/pcs.ts'
import { currentTimeZone } from '../../display/time-zone.ts'
import { Dong } from '../../parts/dong.tsx'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { usePageTitle } from '../../parts/page-title.ts'
import { committedText } from '../../text/committed.ts'
import { partsText } from '../../text/parts.ts'
import { committedAddress } from '../plan/committed-address.ts'
import { PLAN } from '../plan/url-state.ts'

type Head = CommittedPlans['plans'][number]

export function CommittedPlansPage() {
  const say = useText(committedText)
  const sayPart = useText(partsText)
  usePageTitle(say('title'))
  const plans = useCommittedPlans()
  return (
    <div className="counts-page">
      <div className="as-of-line">
        <h1>{say('title')}</h1>
        <span className="fill" />
        <Link href={PLAN} className="back">
          {say('toPlan')}
        </Link>
      </div>
      {plans.error && <ErrorPanel error={plans.error} onRetry={() => void plans.refetch()} />}
      {plans.isPending && <p className="soft">{sayPart('loading')}</p>}
      {plans.data?.length === 0 && <p className="soft">{say('none')}</p>}
      {plans.data !== undefined && plans.data.length > 0 && <PlanTable plans={plans.data} />}
    </div>
  )
}

function PlanTable({ plans }: { readonly plans: readonly Head[] }) {
  const say = useText(committedText)
  return (
    <div className="count-frame">
      <table className="count-table plain-rows committed-plans">
        <caption className="visually-hidden">{say('title')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('name')}</th>
            <th scope="col">{say('scope')}</th>
            <th scope="col" className="number">
              {say('pcs')}
            </th>
            <th scope="col" className="number">
              {say('money')}
            </th>
            <th scope="col">{say('committed')}</th>
          </tr>
        </thead>
        <tbody>
          {plans.map((plan) => (
            <PlanRow key={plan.id} plan={plan} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function PlanRow({ plan: { id, title, who, committedAt, unitId, lines, unpriced, costDong } }: { readonly plan: Head }) {
  const say = useText(committedText)
  const { language } = useLanguage()
  const units = useUnits({ enabled: unitId !== undefined }).data
  const unitName = unitId === undefined ? say('everything') : (units?.find((unit) => unit.id === unitId)?.name ?? `#${unitId}`)
  return (
    <tr>
      <th scope="row">
        <Link href={committedAddress(id)}>
          <bdi>{title}</bdi>
        </Link>
      </th>
      <td>{unitName}</td>
      <td className="number">{formatNumber(lines, language)}</td>
      <td className="number">
        <Dong dong={costDong} />
        {unpriced > 0 && <div className="soft">{say('inItUnpriced', { pcs: formatNumber(unpriced, language) })}</div>}
      </td>
      <td>
        <bdi>{say('committedBy', { at: formatDateTime(committedAt, currentTimeZone()), who })}</bdi>
      </td>
    </tr>
  )
}
