/** What became of a line of a committed plan: always its word, with a shape and a colour beside it. */
import { useLanguage } from '@somay/shared/react/language.tsx'
import { OUTCOMES, type OutcomeKind } from '@somay/shared/text/plan.ts'

const SHAPES: Readonly<Record<OutcomeKind, string>> = {
  done: 'good',
  'not-yet': 'attention',
  differently: 'exempt',
  'cannot-tell': 'unknown',
}

export function OutcomeMark({ outcome }: { readonly outcome: OutcomeKind }) {
  const { language } = useLanguage()
  return <span className={`state state-${SHAPES[outcome]}`}>{OUTCOMES[outcome][language]}</span>
}
