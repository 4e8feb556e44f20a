/** A figure that opens the list of the PCs behind it, as of its date; nothing to open where it is 0. */
import { useLanguage } from '@somay/shared/react/language.tsx'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { Link } from 'wouter'
import { COUNTED, type CountView, type Figure, pageParameters } from './url-state.ts'

type Props = { readonly count: number; readonly view: CountView; readonly figure: Figure; readonly label?: string }

export function FigureLink({ count, view, figure, label }: Props) {
  const { language } = useLanguage()
  const text = formatNumber(count, language)
  if (count === 0) return text
  return (
    <Link href={`${COUNTED}?${pageParameters(view, figure)}`} aria-label={label === undefined ? undefined : `${label}: ${text}`}>
      {text}
    </Link>
  )
}
