/** The PCs behind a figure, as they were on its date, said in words above them. */
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { WITHHELD } from '@somay/shared/text/withheld.ts'
import { Link, useSearch } from 'wouter'
import { useCountedPcs } from '../../api/counts.ts'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { FileMenu } from '../../parts/file-menu.tsx'
import { usePageTitle } from '../../parts/page-title.ts'
import { countsText } from '../../text/counts.ts'
import { partsText } from '../../text/parts.ts'
import { OVERVIEW, pageParameters, pcsAddress, readCountView, readFigure, reportAddress } from '../overview/url-state.ts'
import { CountedTable } from './counted-table.tsx'
import { figureWords, pcsIn } from './figure-words.ts'
import { useFigures } from './use-figures.ts'

export function CountedPage() {
  const say = useText(countsText)
  const sayPart = useText(partsText)
  const { language } = useLanguage()
  const search = useSearch()
  const [view, figure] = [readCountView(search), readFigure(search)]
  const list = pcsAddress(view, figure)
  const pcs = useCountedPcs(list)
  const { counts, unit } = useFigures(view)
  const rows = pcs.data?.pages.flatMap((page) => page.rows) ?? []
  const title = figureWords(language, {
    figure,
    unit,
    asOf: counts?.asOf ?? view.asOf,
    count: counts && pcsIn(counts, figure),
  })
  usePageTitle(title)
  return (
    <div className="counts-page">
      <div className="as-of-line">
        <h1>{title}</h1>
        <span className="fill" />
        {view.report === undefined ? (
          <Link href={`${OVERVIEW}?${pageParameters(view)}`}>{say('back')}</Link>
        ) : (
          <Link href={reportAddress(view.report)}>{say('backToReport', { id: view.report })}</Link>
        )}
        <FileMenu path={`${list.path}/export`} parameters={list.parameters} isList />
      </div>
      {pcs.error && <ErrorPanel error={pcs.error} onRetry={() => void pcs.refetch()} />}
      {pcs.isPending && <p className="soft">{sayPart('loading')}</p>}
      {pcs.data?.pages[0]?.withheld && <p className="note">{WITHHELD[language]}</p>}
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
