/** That this is a draft, whose and of when, what it puts right, and whether the day in view is the saved one. */
import type { Draft } from '@somay/shared/api/report-drafts.ts'
import { useText } from '@somay/shared/react/language.tsx'
import { formatDateTime } from '@somay/shared/text/dates.ts'
import { formatDay } from '@somay/shared/text/days.ts'
import { Link } from 'wouter'
import { currentTimeZone } from '../../display/time-zone.ts'
import { reportsText } from '../../text/reports.ts'
import { reportAddress } from '../overview/url-state.ts'

export function DraftState({ draft, day }: { readonly draft: Draft; readonly day: string }) {
  const say = useText(reportsText)
  const { asOf, note, corrects, who, changedAt } = draft
  return (
    <>
      <p className="attention">
        <bdi>{say('draftState', { at: formatDateTime(changedAt, currentTimeZone()), who })}</bdi>
      </p>
      {day !== asOf && <p className="attention">{say('otherDay', { day: formatDay(asOf) })}</p>}
      {corrects !== undefined && (
        <p>
          <Link href={reportAddress(corrects)}>{say('corrects', { id: corrects })}</Link>
        </p>
      )}
      {note !== '' && (
        <p>
          <bdi>{note}</bdi>
        </p>
      )}
    </>
  )
}
