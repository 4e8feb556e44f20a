/** What a kept scenario asks for, in words: versions and what is changed beside them, budget, units and day. */
import type { PlanQuery } from '@somay/shared/api/plans.ts'
import type { Policies, PriceBooks } from '@somay/shared/api/policies.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { useUnits } from '../../api/pcs.ts'
import { usePolicies, usePriceBooks } from '../../api/plan.ts'
import { scenariosText } from '../../text/scenarios.ts'
import { viewOf } from '../plan/asked.ts'
import { useVersionWords } from '../plan/use-version-words.ts'
import { chosen } from '../plan/values.ts'
import { budgetWords, changeWords, dayWords } from './terms-words.ts'

export function ScenarioTerms({ asked }: { readonly asked: PlanQuery }) {
  const policies = usePolicies().data
  const books = usePriceBooks().data
  // Until the versions are known by name nothing is said of them.
  return policies && books ? <TermsOf asked={asked} policies={policies} books={books} /> : <span className="soft">…</span>
}

type Props = { readonly asked: PlanQuery; readonly policies: Policies['policies']; readonly books: PriceBooks['priceBooks'] }

function TermsOf({ asked, policies, books }: Props) {
  const say = useText(scenariosText)
  const { language } = useLanguage()
  const wordsOf = useVersionWords()
  const view = viewOf(asked)
  const [policy, book] = [chosen(policies, view.policy, undefined), chosen(books, view.priceBook, undefined)]
  const units = useUnits({ enabled: asked.unit !== undefined }).data
  const unit = asked.unit === undefined ? say('everything') : (units?.find(({ id }) => id === asked.unit)?.name ?? `#${asked.unit}`)
  const changes = changeWords(view, policy?.policy, book?.prices, language)
  const parts = [
    policy && say('policy', { policy: wordsOf(policy) }),
    book && say('prices', { prices: wordsOf(book) }),
    changes.length > 0 && say('changed', { changes: changes.join(', ') }),
    say('budget', { budget: budgetWords(view, language) }),
    say('within', { unit }),
    say('on', { day: dayWords(view, language) }),
  ]
  return <>{parts.filter((part) => part).join('; ')}</>
}
