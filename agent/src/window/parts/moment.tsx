/** A moment as its age, with the exact time on hover and for what is read aloud. */

import { useManner } from '@somay/shared/react/language.tsx'
import { formatAge, formatDateTime } from '@somay/shared/text/dates.ts'

export function Moment({ at, exact = false }: { at: string; exact?: boolean }) {
  const { language, timeZone } = useManner()
  const atMs = Date.parse(at)
  const full = formatDateTime(atMs, timeZone)
  return (
    <time dateTime={at} title={full}>
      {exact ? full : `${formatAge(atMs, Date.now(), language)} (${full})`}
    </time>
  )
}
