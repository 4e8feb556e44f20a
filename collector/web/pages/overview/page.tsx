/** The overview: on this date so many of so many PCs were connected, by unit, with the PCs behind every figure. */
import { useText } from '@somay/shared/react/language.tsx'
import { useState } from 'react'
import { Link } from 'wouter'
import { useCounts } from '../../api/counts.ts'
import { usePermission } from '../../api/session.ts'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { FileMenu } from '../../parts/file-menu.tsx'
import { usePageTitle } from '../../parts/page-title.ts'
import { countsText } from '../../text/counts.ts'
import { partsText } from '../../text/parts.ts'
import { reportsText } from '../../text/reports.ts'
import { Alerts } from './alerts.tsx'
import { Answer } from './answer.tsx'
import { AsOfLine } from './as-of-line.tsx'
import { FreezeDialog } from './freeze-dialog.tsx'
import { TableChoice } from './table-choice.tsx'
import { Trend } from './trend.tsx'
import { UnitTable } from './unit-table.tsx'
import { COMPARE, viewParameters } from './url-state.ts'
import { useCountView } from './use-count-view.ts'

export function OverviewPage() {
  const say = useText(countsText)
  const sayPart = useText(partsText)
  const sayReports = useText(reportsText)
  usePageTitle(say('title'))
  const { view, show } = useCountView()
  const counts = useCounts(viewParameters(view))
  const mayFreeze = usePermission('freeze-counts')
  const [freezing, setFreezing] = useState(false)
  return (
    <div className="counts-page">
      <h1 className="visually-hidden">{say('title')}</h1>
      <AsOfLine view={view} show={show} counts={counts.data}>
        {counts.data && (
          <Link href={`${COMPARE}?${view.unit === undefined ? '' : `unit=${view.unit}&`}new=${counts.data.asOf}`}>
            {sayReports('compare')}
          </Link>
        )}
        {mayFreeze && counts.data && counts.data.since === undefined && view.unit === undefined && (
          <button type="button" onClick={() => setFreezing(true)}>
            {sayReports('freeze')}
          </button>
        )}
        <FileMenu path="/counts/export" parameters={viewParameters(view)} />
      </AsOfLine>
      {counts.error && <ErrorPanel error={counts.error} onRetry={() => void counts.refetch()} />}
      {counts.isPending && <p className="soft">{sayPart('loading')}</p>}
      {counts.data && !counts.error && (
        <div aria-busy={counts.isPlaceholderData}>
          <Answer counts={counts.data} view={view} />
          <Alerts counts={counts.data} view={view} />
          <Trend view={view} />
          {counts.data.rows.length > 0 && counts.data.since === undefined && (
            <>
              <TableChoice view={view} show={show} counts={counts.data} />
              <UnitTable counts={counts.data} view={view} />
            </>
          )}
        </div>
      )}
      {freezing && counts.data && <FreezeDialog counts={counts.data} onClose={() => setFreezing(false)} />}
    </div>
  )
}
