/** How long ago something was, with the exact time on hover and, instead of the age, on paper. */

import { useLanguage } from '@somay/shared/react/language.tsx'
import { formatAge, formatDateTime } from '@somay/shared/text/dates.ts'
import { currentTimeZone } from '../display/time-zone.ts'

/** `nowMs` is the collector's clock: a PC in the office may be hours wrong. */
export function Age({ atMs, nowMs }: { atMs: number; nowMs: number }) {
  const { language } = useLanguage()
  const exact = formatDateTime(atMs, currentTimeZone())
  return (
    <time className="age" dateTime={new Date(atMs).toISOString()} title={exact} data-exact={exact}>
      <span>{formatAge(atMs, nowMs, language)}</span>
    </time>
  )
}
