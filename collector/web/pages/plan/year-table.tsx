/** What each year pays and for how many PCs against its budget, and what no year pays for; the same as bars, which print. */
import type { Plan } from '@somay/shared/api/plans.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { Dong } from '../../parts/dong.tsx'
import { planText } from '../../text/plan.ts'
import { PcsLink } from './pcs-link.tsx'
import type { PlanView } from './url-state.ts'

const WIDTH_PX = 240
const HEIGHT_PX = 14

export function YearTable({ plan, view }: { readonly plan: Plan; readonly view: PlanView }) {
  const say = useText(planText)
  const { language } = useLanguage()
  const { years } = plan.terms
  const { fundedDong, fundedPcs, unfundedDong, unfundedPcs, costDong } = plan.total
  const widest = Math.max(1, unfundedDong, ...fundedDong, ...years.map(({ budgetDong }) => budgetDong ?? 0))
  const isLimited = years.some(({ budgetDong }) => budgetDong !== undefined)
  const paidPcs = fundedPcs.reduce((sum, pcs) => sum + pcs, 0)
  return (
    <section className="plan-section">
      <h2>
        {say('byYear')} <span className="soft">{say('inMillions')}</span>
      </h2>
      <div className="count-frame">
        <table className="count-table year-table">
          <caption className="visually-hidden">{say('byYear')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('year')}</th>
              <th scope="col" className="number">
                {say('yearBudget')}
              </th>
              <th scope="col" className="number">
                {say('funded')}
              </th>
              <th scope="col" className="number">
                {say('left')}
              </th>
              <th scope="col" className="number">
                {say('pcs')}
              </th>
              <th scope="col">{say('share')}</th>
            </tr>
          </thead>
          <tbody>
            {years.map(({ year, budgetDong }, place) => {
              const paid = fundedDong[place] ?? 0
              return (
                <tr key={year}>
                  <th scope="row">{year}</th>
                  <td className="number">{budgetDong === undefined ? say('noLimit') : <Dong dong={budgetDong} />}</td>
                  <td className="number">
                    <Dong dong={paid} />
                  </td>
                  <td className="number">{budgetDong === undefined ? '–' : <Dong dong={budgetDong - paid} />}</td>
                  <td className="number">
                    <PcsLink count={fundedPcs[place] ?? 0} view={view} filter={{ year: String(place) }} label={`${say('year')} ${year}`} />
                  </td>
                  <td>
                    <Bar paid={paid / widest} budget={budgetDong === undefined ? undefined : budgetDong / widest} />
                  </td>
                </tr>
              )
            })}
            {isLimited && (
              <tr>
                <th scope="row">{say('unfunded')}</th>
                <td />
                <td className="number">
                  <Dong dong={unfundedDong} />
                </td>
                <td />
                <td className="number">
                  <PcsLink count={unfundedPcs} view={view} filter={{ year: '-1' }} label={say('unfunded')} />
                </td>
                <td>
                  <Bar paid={unfundedDong / widest} isUnfunded />
                </td>
              </tr>
            )}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{say('total')}</th>
              <td />
              <td className="number">
                <Dong dong={costDong} />
              </td>
              <td />
              <td className="number">{formatNumber(paidPcs + unfundedPcs, language)}</td>
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
      {isLimited && <p className="note">{say('noteOrder')}</p>}
    </section>
  )
}

/** Parts of the widest; the figures stand beside it. */
function Bar({
  paid,
  budget,
  isUnfunded = false,
}: {
  readonly paid: number
  readonly budget?: number | undefined
  readonly isUnfunded?: boolean
}) {
  return (
    <svg width={WIDTH_PX + 2} height={HEIGHT_PX + 2} aria-hidden="true" className="year-bar">
      {budget !== undefined && <rect x={1} y={1} width={budget * WIDTH_PX} height={HEIGHT_PX} className="budget" />}
      <rect x={1} y={3} width={paid * WIDTH_PX} height={HEIGHT_PX - 4} className={isUnfunded ? 'unfunded' : 'paid'} />
    </svg>
  )
}
