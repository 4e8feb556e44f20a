/** A figure of the patch page, leading to the PCs behind it; nothing is behind a zero. */
import { useLanguage } from '@somay/shared/react/language.tsx'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { Link } from 'wouter'
import { listAddress, type PatchView } from './url-state.ts'

type Props = {
  readonly count: number
  readonly view: PatchView /** What it counts, for those who hear the page. */
  readonly label: string
}

export function PatchFigure({ count, view, label }: Props) {
  const { language } = useLanguage()
  const number = formatNumber(count, language)
  if (count === 0) return <span className="soft">{number}</span>
  return (
    <Link href={listAddress(view)} aria-label={`${number}: ${label}`}>
      {number}
    </Link>
  )
}
