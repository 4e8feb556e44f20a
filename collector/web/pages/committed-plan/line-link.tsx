/** A figure of a committed plan that opens the lines behind it; nothing to open where it is 0. */
import type { CommittedFilter } from '@somay/shared/api/committed-plans.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { OUTCOMES } from '@somay/shared/text/plan.ts'
import { Link } from 'wouter'
import { committedText } from '../../text/committed.ts'
import { linesAddress } from '../plan/committed-address.ts'

type Props = { readonly id: number; readonly place: string; readonly count: number; readonly filter: CommittedFilter }

export function LineLink({ id, place, count, filter }: Props) {
  const say = useText(committedText)
  const { language } = useLanguage()
  const text = formatNumber(count, language)
  if (count === 0) return text
  const outcome = filter.outcome === undefined ? say('pcs') : OUTCOMES[filter.outcome][language]
  return (
    <Link href={linesAddress(id, filter)} aria-label={say('figure', { place, outcome, count: text })}>
      {text}
    </Link>
  )
}
