/** How much more or less than the first; nothing where it is the same. */
import { useLanguage } from '@somay/shared/react/language.tsx'
import { formatMillionDong, formatNumber } from '@somay/shared/text/numbers.ts'

export function Difference({ by, isMoney }: { readonly by: number; readonly isMoney: boolean }) {
  const { language } = useLanguage()
  if (by === 0) return null
  const size = Math.abs(by)
  // A true minus: a hyphen would be lost between figures.
  return (
    <span className="difference">
      ({by > 0 ? '+' : '−'}
      {isMoney ? formatMillionDong(size, language) : formatNumber(size, language)})
    </span>
  )
}
