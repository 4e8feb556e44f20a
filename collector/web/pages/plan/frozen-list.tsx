/** In words what committing a plan freezes: PCs by verdict, money by year, and what is not in it. */
import type { Plan } from '@somay/shared/api/plans.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatDong, formatNumber } from '@somay/shared/text/numbers.ts'
import { VERDICTS } from '@somay/shared/text/plan.ts'
import { committedText } from '../../text/committed.ts'

/** Verdicts of which lines are made. */
const DECIDED = ['mend', 'replace', 'move'] as const

export function FrozenList({ plan: { total, terms } }: { readonly plan: Plan }) {
  const say = useText(committedText)
  const { language } = useLanguage()
  const number = (count: number) => formatNumber(count, language)
  const dong = (amount: number) => formatDong(amount, language)
  const decided = DECIDED.filter((verdict) => total[verdict] > 0)
  const verdicts = decided.map((verdict) => say('frozenVerdict', { count: number(total[verdict]), verdict: VERDICTS[verdict][language] }))
  const years = [
    ...terms.years.map(({ year }, place) => say('frozenYear', { year, dong: dong(total.fundedDong[place] ?? 0) })),
    ...(total.unfundedDong > 0 ? [say('frozenUnfunded', { dong: dong(total.unfundedDong) })] : []),
  ]
  return (
    <>
      {decided.length > 0 && (
        <>
          <p>{say('frozen')}:</p>
          <ul className="frozen-list">
            <li>
              {say('frozenPcs', {
                pcs: number(decided.reduce((sum, verdict) => sum + total[verdict], 0)),
                verdicts: verdicts.join(', '),
              })}
            </li>
            <li>
              {total.costDong === 0 ? say('frozenNoMoney') : say('frozenMoney', { dong: dong(total.costDong), years: years.join(', ') })}
            </li>
            <li>{say('frozenTerms')}</li>
          </ul>
        </>
      )}
      {total.unpriced > 0 && <p>{say('unpricedIn', { pcs: number(total.unpriced) })}</p>}
      {total.unknown > 0 && <p>{say('unknownLeftOut', { pcs: number(total.unknown) })}</p>}
      {total.apart > 0 && <p className="soft">{say('apartLeftOut', { pcs: number(total.apart) })}</p>}
      {total.keep > 0 && <p className="soft">{say('keepLeftOut', { pcs: number(total.keep) })}</p>}
    </>
  )
}
