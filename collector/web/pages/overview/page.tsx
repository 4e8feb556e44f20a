/** The overview: on this date so many of so many PCs were connected, by unit, with the PCs behind every figure. */
import { useText } from '@somay/shared/react/language.tsx'
import { useCounts } from '../../api/counts.ts'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { usePageTitle } from '../../parts/page-title.ts'
import { countsText } from '../../text/counts.ts'
import { partsText } from '../../text/parts.ts'
import { Answer } from './answer.tsx'
import { AsOfLine } from './as-of-line.tsx'
import { FileMenu } from './file-menu.tsx'
import { UnitTable } from './unit-table.tsx'
import { viewParameters } from './url-state.ts'
import { useCountView } from './use-count-view.ts'

export function OverviewPage() {
  const say = useText(countsText)
  const sayPart = useText(partsText)
  usePageTitle(say('title'))
  const { view, show } = useCountView()
  const counts = useCounts(viewParameters(view))
  return (
    <div className="counts-page">
      <h1 className="visually-hidden">{say('title')}</h1>
      <AsOfLine view={view} show={show} counts={counts.data}>
        <FileMenu path="/counts/export" parameters={viewParameters(view)} />
      </AsOfLine>
      {counts.error && <ErrorPanel error={counts.error} onRetry={() => void counts.refetch()} />}
      {counts.isPending && <p className="soft">{sayPart('loading')}</p>}
      {counts.data && !counts.error && (
        <div aria-busy={counts.isPlaceholderData}>
          <Answer counts={counts.data} view={view} />
          <UnitTable counts={counts.data} view={view} />
        </div>
      )}
    </div>
  )
}
