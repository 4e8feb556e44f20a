/** Money as tables print it, in million dong; whole dong on hovering. */
import { useLanguage } from '@somay/shared/react/language.tsx'
import { formatDong, formatMillionDong } from '@somay/shared/text/numbers.ts'

export function Dong({ dong }: { readonly dong: number }) {
  const { language } = useLanguage()
  return <span title={formatDong(dong, language)}>{formatMillionDong(dong, language)}</span>
}
