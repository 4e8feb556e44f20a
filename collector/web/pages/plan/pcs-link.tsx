/** A figure that opens the list of the PCs behind it under the same terms; nothing to open where it is 0. */
import { useLanguage } from '@somay/shared/react/language.tsx'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { Link } from 'wouter'
import { type PlannedFilter, type PlanView, plannedPcsAddress } from './url-state.ts'

type Props = { readonly count: number; readonly view: PlanView; readonly filter: PlannedFilter; readonly label?: string }

export function PcsLink({ count, view, filter, label }: Props) {
  const { language } = useLanguage()
  const text = formatNumber(count, language)
  if (count === 0) return text
  return (
    <Link href={plannedPcsAddress(view, filter)} aria-label={label === undefined ? undefined : `${label}: ${text}`}>
      {text}
    </Link>
  )
}
