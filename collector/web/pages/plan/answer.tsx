/** What it comes to: the money of all needs, for how many of how many PCs, and the PCs by verdict, each with its list. */
import type { Plan } from '@somay/shared/api/plans.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatDong, formatMillionDong, formatNumber } from '@somay/shared/text/numbers.ts'
import { VERDICTS, type VerdictKind } from '@somay/shared/text/plan.ts'
import { Link } from 'wouter'
import { VerdictMark } from '../../parts/verdict-mark.tsx'
import { planText } from '../../text/plan.ts'
import { type PlanView, plannedPcsAddress } from './url-state.ts'

const KINDS = Object.keys(VERDICTS) as readonly VerdictKind[]

export function Answer({ plan: { total }, view }: { readonly plan: Plan; readonly view: PlanView }) {
  const say = useText(planText)
  const { language } = useLanguage()
  const all = formatNumber(total.pcs, language)
  return (
    <>
      <p className="sentence" role="status">
        {total.mend + total.replace === 0 ? (
          say('nothingNeeded', { all })
        ) : (
          <>
            <b title={formatDong(total.costDong, language)}>{formatMillionDong(total.costDong, language)}</b> {say('millionDong')}{' '}
            <span className="soft">
              {say('needsOf', { mended: formatNumber(total.mend + total.replace - total.unpriced, language), all })}
            </span>
          </>
        )}
      </p>
      <ul className="verdicts" aria-label={say('verdicts')}>
        {KINDS.map((kind) => {
          const count = formatNumber(total[kind], language)
          return (
            <li key={kind}>
              {total[kind] === 0 ? (
                <>
                  <b>{count}</b> <VerdictMark verdict={kind} />
                </>
              ) : (
                <Link href={plannedPcsAddress(view, { verdict: kind })}>
                  <b>{count}</b> <VerdictMark verdict={kind} />
                </Link>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}
