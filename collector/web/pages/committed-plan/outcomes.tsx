/** The PCs of a committed plan by what became of them, each with its list. */
import type { CommittedPlan } from '@somay/shared/api/committed-plans.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { Link } from 'wouter'
import { OutcomeMark } from '../../parts/outcome-mark.tsx'
import { committedText } from '../../text/committed.ts'
import { linesAddress } from '../plan/committed-address.ts'
import { OUTCOME_NAMES } from './outcome-names.ts'

export function Outcomes({ plan: { id, total } }: { readonly plan: CommittedPlan }) {
  const say = useText(committedText)
  const { language } = useLanguage()
  return (
    <ul className="verdicts" aria-label={say('outcomes')}>
      {OUTCOME_NAMES.map((outcome) => {
        const figure = (
          <>
            <b>{formatNumber(total[outcome], language)}</b> <OutcomeMark outcome={outcome} />
          </>
        )
        return <li key={outcome}>{total[outcome] === 0 ? figure : <Link href={linesAddress(id, { outcome })}>{figure}</Link>}</li>
      })}
    </ul>
  )
}
