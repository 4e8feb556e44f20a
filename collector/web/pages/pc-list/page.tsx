/** The list of PCs: one filter line, one answer, one table; the whole view is in the address. */
import { DEFAULT_TIME_ZONE, formatDateTime } from '@somay/shared/text/dates.ts'
import { viewSentence, type Wording } from '@somay/shared/text/filter-sentence.ts'
import { useMemo } from 'react'
import { useColumns, usePcList, useUnits } from '../../api/pcs.ts'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { usePageTitle } from '../../parts/page-title.ts'
import { useLanguage, useText } from '../../text/language.tsx'
import { pcListText } from '../../text/pc-list.ts'
import { Answer } from './answer.tsx'
import { EmptyList } from './empty-list.tsx'
import { FilterLine } from './filter-line.tsx'
import { Pager } from './pager.tsx'
import { rangeText } from './range-text.ts'
import { SkeletonTable } from './skeleton-table.tsx'
import { PcTable } from './table.tsx'
import { NAME_COLUMN, viewToQuery } from './url-state.ts'
import { useView } from './use-view.ts'

export function PcListPage() {
  const say = useText(pcListText)
  const { language } = useLanguage()
  usePageTitle(say('title'))
  const [view, show] = useView()
  const columns = useColumns()
  const list = usePcList(viewToQuery(view))
  const filtersByUnit = view.filters.some(({ column }) => columns.data?.some(({ key, kind }) => key === column && kind === 'unit'))
  const units = useUnits({ enabled: filtersByUnit })

  const wording = useMemo<Wording>(
    () => ({ language, columns: columns.data ?? [], units: units.data ?? [], timeZone: DEFAULT_TIME_ZONE }),
    [language, columns.data, units.data],
  )
  const shown = useMemo(
    () =>
      (columns.data ?? []).filter(({ key, shownByDefault }) =>
        view.columns ? key === NAME_COLUMN || view.columns.includes(key) : shownByDefault || key === NAME_COLUMN,
      ),
    [columns.data, view.columns],
  )
  const error = list.error ?? columns.error
  const sentence = viewSentence(view, wording)

  return (
    <div className="list-page">
      <h1 className="visually-hidden">{say('title')}</h1>
      <div className="print-head">
        <p className="print-title">Sổ Máy · {say('title')}</p>
        <p>
          {sentence === '' ? say('printAll') : sentence}
          {list.data && ` · ${rangeText(list.data, view, say, language)} · ${say('asOf', { time: formatDateTime(list.data.at) })}`}
        </p>
      </div>
      <FilterLine view={view} show={show} wording={wording} columns={columns.data ?? []} shown={shown} />
      <Answer list={list.data} isOld={list.isPlaceholderData} />
      {error ? (
        <ErrorPanel
          error={error}
          onRetry={() => {
            void columns.refetch()
            void list.refetch()
          }}
        />
      ) : !list.data || !columns.data ? (
        <SkeletonTable />
      ) : list.data.rows.length === 0 ? (
        <EmptyList view={view} show={show} list={list.data} wording={wording} />
      ) : (
        <>
          <PcTable list={list.data} columns={shown} view={view} show={show} isOld={list.isPlaceholderData} />
          <Pager view={view} show={show} list={list.data} isOld={list.isPlaceholderData} />
        </>
      )}
    </div>
  )
}
