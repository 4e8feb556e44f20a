/** One frozen report: its sentence, its table, the PCs behind each figure as they were frozen, and the proof that nothing was changed. */
import type { FrozenReport } from '@somay/shared/api/frozen-reports.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatDateTime } from '@somay/shared/text/dates.ts'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { Link } from 'wouter'
import { useFrozenReport } from '../../api/frozen-reports.ts'
import { currentTimeZone } from '../../display/time-zone.ts'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { FileMenu } from '../../parts/file-menu.tsx'
import { usePageTitle } from '../../parts/page-title.ts'
import { countsText } from '../../text/counts.ts'
import { partsText } from '../../text/parts.ts'
import { reportsText } from '../../text/reports.ts'
import { Answer } from '../overview/answer.tsx'
import { TableChoice } from '../overview/table-choice.tsx'
import { UnitTable } from '../overview/unit-table.tsx'
import { REPORTS, reportAddress } from '../overview/url-state.ts'
import { useCountView } from '../overview/use-count-view.ts'
import { Seal } from './seal.tsx'

export function ReportPage({ id }: { id: string }) {
  const say = useText(reportsText)
  const sayPart = useText(partsText)
  const number = /^\d{1,15}$/.test(id) ? Number(id) : 0
  const report = useFrozenReport(number)
  usePageTitle(report.data ? say('heading', { id, title: report.data.title }) : say('title'))
  return (
    <div className="counts-page">
      {report.error && <ErrorPanel error={report.error} onRetry={() => void report.refetch()} />}
      {report.isPending && <p className="soft">{sayPart('loading')}</p>}
      {report.data && <Frozen report={report.data} />}
    </div>
  )
}

function Frozen({ report }: { report: FrozenReport }) {
  const say = useText(reportsText)
  const sayCounts = useText(countsText)
  const { language } = useLanguage()
  const { id, title, note, who, frozenAt, rule, corrects, correctedBy, counts } = report
  const { view: shown, show } = useCountView()
  const view = { ...shown, asOf: counts.asOf, unit: undefined, report: id }
  const days = { days: formatNumber(rule.windowDays, language), silent: formatNumber(rule.silentDays, language) }
  const ruleWords = sayCounts('rule', { ...days, version: formatNumber(rule.version, language) })
  return (
    <>
      <div className="as-of-line">
        <h1>
          <bdi>{say('heading', { id, title })}</bdi>
        </h1>
        <span className="fill" />
        <Link href={REPORTS}>{say('toReports')}</Link>
        <FileMenu path={`/frozen-reports/${id}/export`} parameters="" />
      </div>
      {correctedBy !== undefined && (
        <p className="attention">
          <Link href={reportAddress(correctedBy)}>{say('correctedBy', { id: correctedBy })}</Link>
        </p>
      )}
      {corrects !== undefined && (
        <p>
          <Link href={reportAddress(corrects)}>{say('corrects', { id: corrects })}</Link>
        </p>
      )}
      <p className="soft">
        <bdi>{say('frozenAt', { at: formatDateTime(frozenAt, currentTimeZone()), who, rule: ruleWords })}</bdi>
      </p>
      {note !== '' && (
        <p>
          <bdi>{note}</bdi>
        </p>
      )}
      <Answer counts={counts} view={view} />
      <TableChoice view={shown} show={show} counts={counts} />
      <UnitTable counts={counts} view={view} />
      <Seal id={id} hash={report.hash} />
    </>
  )
}
