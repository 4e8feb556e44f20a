/** Drafts of reports, and all frozen ones, the newest first, with what each says and what became of it. */
import type { FrozenHead } from '@somay/shared/api/frozen-reports.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatDateTime } from '@somay/shared/text/dates.ts'
import { formatDay } from '@somay/shared/text/days.ts'
import { sumsOf } from '@somay/shared/text/figures.ts'
import { formatNumber, formatRate } from '@somay/shared/text/numbers.ts'
import { Link } from 'wouter'
import { useFrozenReports } from '../../api/frozen-reports.ts'
import { currentTimeZone } from '../../display/time-zone.ts'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { usePageTitle } from '../../parts/page-title.ts'
import { partsText } from '../../text/parts.ts'
import { reportsText } from '../../text/reports.ts'
import { COMPARE, reportAddress } from '../overview/url-state.ts'
import { DraftTable } from './draft-table.tsx'

export function ReportsPage() {
  const say = useText(reportsText)
  const sayPart = useText(partsText)
  usePageTitle(say('title'))
  const answer = useFrozenReports()
  const reports = answer.data?.pages.flatMap((page) => page.reports)
  const [newest, before] = reports ?? []
  return (
    <div className="counts-page">
      <div className="as-of-line">
        <h1>{say('title')}</h1>
        <span className="fill" />
        {newest && before && <Link href={`${COMPARE}?old=r${before.id}&new=r${newest.id}`}>{say('compare')}</Link>}
      </div>
      <DraftTable />
      <h2>{say('frozenReports')}</h2>
      {answer.error && <ErrorPanel error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <p className="soft">{sayPart('loading')}</p>}
      {reports?.length === 0 && <p className="soft">{say('none')}</p>}
      {reports !== undefined && reports.length > 0 && <ReportTable reports={reports} />}
      {answer.hasNextPage && (
        <button type="button" disabled={answer.isFetchingNextPage} onClick={() => void answer.fetchNextPage()}>
          {say('more')}
        </button>
      )}
    </div>
  )
}

function ReportTable({ reports }: { reports: readonly FrozenHead[] }) {
  const say = useText(reportsText)
  return (
    <div className="count-frame">
      <table className="count-table plain-rows">
        <caption className="visually-hidden">{say('frozenReports')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('name')}</th>
            <th scope="col">{say('asOf')}</th>
            <th scope="col" className="number">
              {say('connected')}
            </th>
            <th scope="col" className="number">
              {say('all')}
            </th>
            <th scope="col" className="number">
              {say('rate')}
            </th>
            <th scope="col">{say('frozen')}</th>
            <th scope="col">{say('standing')}</th>
          </tr>
        </thead>
        <tbody>
          {reports.map((report) => (
            <ReportRow key={report.id} report={report} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function ReportRow({ report: { id, title, asOf, total, who, frozenAt, corrects, correctedBy } }: { report: FrozenHead }) {
  const say = useText(reportsText)
  const { language } = useLanguage()
  const { connected, all } = sumsOf(total)
  const standing = [
    correctedBy === undefined ? say('inForce') : say('correctedBy', { id: correctedBy }),
    ...(corrects === undefined ? [] : [say('corrects', { id: corrects })]),
  ]
  return (
    <tr className={correctedBy === undefined ? undefined : 'soft'}>
      <th scope="row">
        <Link href={reportAddress(id)}>
          <bdi>{`${id}. ${title}`}</bdi>
        </Link>
      </th>
      <td>{formatDay(asOf)}</td>
      <td className="number">{formatNumber(connected, language)}</td>
      <td className="number">{formatNumber(all, language)}</td>
      <td className="number">{formatRate(connected, all, language)}</td>
      <td>
        <bdi>{say('frozenBy', { at: formatDateTime(frozenAt, currentTimeZone()), who })}</bdi>
      </td>
      <td>{standing.join('; ')}</td>
    </tr>
  )
}
