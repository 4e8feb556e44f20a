/** The PCs behind a figure, as they were on its date, said in words above them. */
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { Link, useSearch } from 'wouter'
import { useCountedPcs, useCounts } from '../../api/counts.ts'
import { useUnits } from '../../api/pcs.ts'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { usePageTitle } from '../../parts/page-title.ts'
import { countsText } from '../../text/counts.ts'
import { partsText } from '../../text/parts.ts'
import { FileMenu } from '../overview/file-menu.tsx'
import { OVERVIEW, readCountView, readFigure, viewParameters } from '../overview/url-state.ts'
import { CountedTable } from './counted-table.tsx'
import { figureWords, pcsIn } from './figure-words.ts'

export function CountedPage() {
  const say = useText(countsText)
  const sayPart = useText(partsText)
  const { language } = useLanguage()
  const search = useSearch()
  const [view, figure] = [readCountView(search), readFigure(search)]
  const parameters = viewParameters(view, figure)
  const pcs = useCountedPcs(parameters)
  const counts = useCounts(viewParameters(view))
  const units = useUnits({ enabled: view.unit !== undefined })
  const rows = pcs.data?.pages.flatMap((page) => page.rows) ?? []
  const unit = units.data?.find(({ id }) => id === view.unit)?.name
  const title = figureWords(language, {
    figure,
    unit,
    asOf: counts.data?.asOf ?? view.asOf,
    count: counts.data && pcsIn(counts.data, figure),
  })
  usePageTitle(title)
  return (
    <div className="counts-page">
      <div className="as-of-line">
        <h1>{title}</h1>
        <span className="fill" />
        <Link href={`${OVERVIEW}?${viewParameters(view)}`}>{say('back')}</Link>
        <FileMenu path="/counts/pcs/export" parameters={parameters} />
      </div>
      {pcs.error && <ErrorPanel error={pcs.error} onRetry={() => void pcs.refetch()} />}
      {pcs.isPending && <p className="soft">{sayPart('loading')}</p>}
      {pcs.data && rows.length === 0 && <p className="soft">{say('nobody')}</p>}
      {rows.length > 0 && <CountedTable rows={rows} title={title} />}
      {pcs.hasNextPage && (
        <button type="button" disabled={pcs.isFetchingNextPage} onClick={() => void pcs.fetchNextPage()}>
          {say('more')}
        </button>
      )}
    </div>
  )
}
