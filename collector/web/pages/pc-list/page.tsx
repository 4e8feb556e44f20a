/** The list of PCs: one filter line, one answer, one table; the whole view is in the address. */

import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatDateTime } from '@somay/shared/text/dates.ts'
import { viewSentence, type Wording } from '@somay/shared/text/filter-sentence.ts'
import { useMemo, useState } from 'react'
import { useColumns, usePcList, useUnits } from '../../api/pcs.ts'
import { useTimeZone } from '../../display/time-zone.ts'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { usePageTitle } from '../../parts/page-title.ts'
import { pcListText } from '../../text/pc-list.ts'
import { Answer } from './answer.tsx'
import { Dialogs, type Editing } from './editing.tsx'
import { EmptyList } from './empty-list.tsx'
import { FilterLine } from './filter-line.tsx'
import { Pager } from './pager.tsx'
import { PrintNotes } from './print-notes.tsx'
import { rangeText } from './range-text.ts'
import { SkeletonTable } from './skeleton-table.tsx'
import { PcTable } from './table.tsx'
import { NAME_COLUMN, viewToQuery } from './url-state.ts'
import { useView } from './use-view.ts'

export function PcListPage() {
  const say = useText(pcListText)
  const { language } = useLanguage()
  const timeZone = useTimeZone()
  usePageTitle(say('title'))
  const [view, show] = useView()
  const columns = useColumns()
  const list = usePcList(viewToQuery(view))
  const filtersByUnit = view.filters.some(({ column }) => columns.data?.some(({ key, kind }) => key === column && kind === 'unit'))
  const units = useUnits({ enabled: filtersByUnit })

  const wording = useMemo<Wording>(
    () => ({ language, columns: columns.data ?? [], units: units.data ?? [], timeZone }),
    [language, columns.data, units.data, timeZone],
  )
  const shown = useMemo(
    () =>
      (columns.data ?? []).filter(({ key, shownByDefault }) =>
        view.columns ? key === NAME_COLUMN || view.columns.includes(key) : shownByDefault || key === NAME_COLUMN,
      ),
    [columns.data, view.columns],
  )
  const [editing, edit] = useState<Editing>()
  const stateColumn = columns.data?.find(({ form }) => form === 'state')
  const error = list.error ?? columns.error
  const sentence = viewSentence(view, wording)

  return (
    <div className="list-page">
      <h1 className="visually-hidden">{say('title')}</h1>
      <div className="print-head">
        <p className="print-title">Sổ Máy · {say('title')}</p>
        <p>
          {sentence === '' ? say('printAll') : sentence}
          {list.data &&
            ` · ${rangeText(list.data, view, say, language)} · ${say('asOf', { time: formatDateTime(list.data.at, timeZone) })}`}
        </p>
      </div>
      <FilterLine view={view} show={show} wording={wording} shown={shown} edit={edit} />
      <Answer list={list.data} isOld={list.isPlaceholderData} view={view} show={show} stateColumn={stateColumn} />
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
          <PcTable list={list.data} columns={shown} view={view} show={show} isOld={list.isPlaceholderData} edit={edit} />
          <PrintNotes list={list.data} columns={shown} />
          <Pager view={view} show={show} list={list.data} isOld={list.isPlaceholderData} />
        </>
      )}
      <Dialogs
        editing={editing}
        view={view}
        show={show}
        columns={columns.data ?? []}
        shown={shown}
        timeZone={wording.timeZone}
        onClose={() => edit(undefined)}
      />
    </div>
  )
}
