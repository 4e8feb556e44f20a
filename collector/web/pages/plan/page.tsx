/** Planning: the terms at the left, what they come to beside them; everything moved answers at once and stands in the address. */
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { referenceText } from '@somay/shared/text/plan-terms.ts'
import { Link } from 'wouter'
import { useUnits } from '../../api/pcs.ts'
import { usePlan, usePolicies, usePriceBooks } from '../../api/plan.ts'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { FileMenu } from '../../parts/file-menu.tsx'
import { usePageTitle } from '../../parts/page-title.ts'
import { partsText } from '../../text/parts.ts'
import { planText } from '../../text/plan.ts'
import { HOME } from '../log-in/return-address.ts'
import { Answer } from './answer.tsx'
import { ItemTable } from './item-table.tsx'
import { Notes } from './notes.tsx'
import { PlanActs } from './plan-acts.tsx'
import { PrintTerms } from './print-terms.tsx'
import { RemedyTable } from './remedy-table.tsx'
import { StaffMeans } from './staff-means.tsx'
import { Terms } from './terms.tsx'
import { UnitTable } from './unit-table.tsx'
import { PLAN, planParameters } from './url-state.ts'
import { usePlanView } from './use-plan-view.ts'
import { YearTable } from './year-table.tsx'

export function PlanPage() {
  const say = useText(planText)
  const sayPart = useText(partsText)
  const { language } = useLanguage()
  usePageTitle(say('title'))
  const { view, change } = usePlanView()
  const parameters = planParameters(view)
  const plan = usePlan(parameters)
  const policies = usePolicies()
  const books = usePriceBooks()
  const units = useUnits({ enabled: view.unit !== undefined }).data
  const unitName = view.unit === undefined ? undefined : (units?.find(({ id }) => String(id) === view.unit)?.name ?? `#${view.unit}`)
  const error = plan.error ?? policies.error ?? books.error
  const shown = error ? undefined : plan.data
  return (
    <div className="counts-page plan-page">
      <div className="as-of-line">
        <h1>{say('title')}</h1>
        <span className="fill" />
        <PlanActs view={view} plan={plan.isPlaceholderData ? undefined : shown} unitName={unitName} />
        <FileMenu path="/plan/export" parameters={parameters} />
      </div>
      <a className="to-answer" href="#plan-answer">
        {say('toAnswer')}
      </a>
      <div className="plan-columns">
        <Terms view={view} change={change} plan={plan.data} policies={policies.data} books={books.data} unitName={unitName} />
        <div className="plan-answer" id="plan-answer" tabIndex={-1} aria-busy={plan.isPlaceholderData}>
          {error && (
            <>
              <ErrorPanel
                error={error}
                onRetry={() => {
                  for (const one of [plan, policies, books]) if (one.error) void one.refetch()
                }}
              />
              {parameters !== '' && (
                <p>
                  <Link href={PLAN}>{say('startAnew')}</Link>
                </p>
              )}
            </>
          )}
          {plan.isPending && <p className="soft">{sayPart('loading')}</p>}
          {shown && shown.total.pcs === 0 && (
            <p className="soft">
              {say('none')} <Link href={HOME}>{say('toPcList')}</Link>
            </p>
          )}
          {shown && shown.total.pcs > 0 && (
            <>
              <PrintTerms terms={shown.terms} unitName={unitName} at={shown.at} />
              <Answer plan={shown} view={view} />
              <Notes plan={shown} view={view} />
              <YearTable plan={shown} view={view} />
              <section className="plan-section">
                <h2>
                  {say('items')} <span className="soft">{say('inMillions')}</span>
                </h2>
                <ItemTable plan={shown} />
              </section>
              <section className="plan-section">
                <h2>{say('remedies')}</h2>
                <RemedyTable plan={shown} view={view} />
              </section>
              <section className="plan-section">
                <h2>{say('byUnit')}</h2>
                <UnitTable plan={shown} view={view} />
                <StaffMeans plan={shown} />
              </section>
              <p className="note">{say('noteReference', { tables: referenceText(shown.terms, language) })}</p>
            </>
          )}
        </div>
      </div>
    </div>
  )
}
