/** The drafts of reports, for those who work on them; none is no table. */
import { useText } from '@somay/shared/react/language.tsx'
import { formatDateTime } from '@somay/shared/text/dates.ts'
import { formatDay } from '@somay/shared/text/days.ts'
import { Link } from 'wouter'
import { useDrafts } from '../../api/report-drafts.ts'
import { usePermission } from '../../api/session.ts'
import { currentTimeZone } from '../../display/time-zone.ts'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { reportsText } from '../../text/reports.ts'
import { draftAddress } from '../overview/url-state.ts'

export function DraftTable() {
  const say = useText(reportsText)
  const answer = useDrafts({ enabled: usePermission('freeze-counts') === true })
  const drafts = answer.data?.drafts ?? []
  if (answer.error) return <ErrorPanel error={answer.error} onRetry={() => void answer.refetch()} />
  if (drafts.length === 0) return null
  return (
    <section>
      <h2>{say('drafts')}</h2>
      <div className="count-frame">
        <table className="count-table plain-rows">
          <caption className="visually-hidden">{say('drafts')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('name')}</th>
              <th scope="col">{say('asOf')}</th>
              <th scope="col">{say('changed')}</th>
              <th scope="col">{say('standing')}</th>
            </tr>
          </thead>
          <tbody>
            {drafts.map(({ id, title, asOf, who, changedAt, corrects }) => (
              <tr key={id}>
                <th scope="row">
                  <Link href={draftAddress(id)}>
                    <bdi>{title}</bdi>
                  </Link>
                </th>
                <td>{formatDay(asOf)}</td>
                <td>
                  <bdi>{say('frozenBy', { at: formatDateTime(changedAt, currentTimeZone()), who })}</bdi>
                </td>
                <td>{[say('notFrozen'), ...(corrects === undefined ? [] : [say('corrects', { id: corrects })])].join('; ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
