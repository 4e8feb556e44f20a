/** What a plan is made under: scope, money, policy and prices, each field asked for anew as it is moved. */
import type { Plan } from '@somay/shared/api/plans.ts'
import type { Policies, PriceBooks } from '@somay/shared/api/policies.ts'
import { useText } from '@somay/shared/react/language.tsx'
import { planText } from '../../text/plan.ts'
import { PolicyFields } from './policy-fields.tsx'
import { PriceFields } from './price-fields.tsx'
import { ScopeFields } from './scope-fields.tsx'
import type { PlanView } from './url-state.ts'
import type { ChangePlan } from './use-plan-view.ts'

type Props = {
  readonly view: PlanView
  readonly change: ChangePlan
  readonly plan: Plan | undefined
  readonly policies: Policies['policies'] | undefined
  readonly books: PriceBooks['priceBooks'] | undefined
  readonly unitName: string | undefined
}

export function Terms({ view, change, plan, policies, books, unitName }: Props) {
  const say = useText(planText)
  return (
    <aside className="plan-terms" aria-label={say('terms')}>
      <ScopeFields view={view} change={change} plan={plan} unitName={unitName} />
      {policies && <PolicyFields view={view} change={change} policies={policies} used={plan?.terms.policy.id} />}
      {books && <PriceFields view={view} change={change} books={books} plan={plan} />}
    </aside>
  )
}
