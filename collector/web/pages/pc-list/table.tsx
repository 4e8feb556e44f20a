/** The table of PCs: a real table with plain cells; the collector has filtered, sorted and cut the rows already. */
import type { Column, PcList } from '@somay/shared/api/pcs.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { type ColumnDef, tableFeatures, useTable } from '@tanstack/react-table'
import { type MouseEvent, memo, startTransition, useEffect, useMemo, useState } from 'react'
import { navigate } from 'wouter/use-browser-location'
import { alignment, Cell, wholeText } from '../../parts/cell.tsx'
import { pcListText } from '../../text/pc-list.ts'
import { widthOf } from './column-width.ts'
import type { Editing } from './editing.tsx'
import { moveBetweenRows } from './row-keys.ts'
import { type ListView, NAME_COLUMN, sortBy } from './url-state.ts'
import type { ShowView } from './use-view.ts'

type Row = PcList['rows'][number]

// No optional feature: sorting, filtering and paging are the collector's.
const FEATURES = tableFeatures({})

type Props = { list: PcList; columns: readonly Column[]; view: ListView; show: ShowView; isOld: boolean; edit: (editing: Editing) => void }

// Memoised: opening a menu or typing in the search box must not draw every cell again on a weak PC.
export const PcTable = memo(function PcTable({ list, columns, view, show, isOld, edit }: Props) {
  const say = useText(pcListText)
  const { language } = useLanguage()
  const definitions = useMemo<ColumnDef<typeof FEATURES, Row>[]>(
    () => columns.map((column) => ({ id: column.key, accessorFn: (row) => row.cells[column.key], meta: column })),
    [columns],
  )
  const byKey = useMemo(() => new Map(columns.map((column) => [column.key, column])), [columns])
  const [whole, setWhole] = useState(false)
  useEffect(() => startTransition(() => setWhole(true)), [])
  const rows = useMemo(() => (whole ? list.rows : list.rows.slice(0, rowsInSight())), [whole, list.rows])
  const table = useTable({ features: FEATURES, columns: definitions, data: rows, getRowId: (row) => String(row.id) })
  return (
    // Scrolls in both directions inside the page, so that headings and the name stay in sight.
    <div className={isOld ? 'table-frame old' : 'table-frame'} aria-busy={isOld || !whole}>
      <table className="pc-table" onKeyDown={moveBetweenRows} onClick={openInPlace} style={widthOf(...columns)}>
        <caption className="visually-hidden">{say('table')}</caption>
        <colgroup>
          {columns.map((column) => (
            <col key={column.key} style={widthOf(column)} />
          ))}
        </colgroup>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => {
                const column = byKey.get(header.column.id)
                return column && <Heading key={header.id} column={column} view={view} show={show} edit={edit} />
              })}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id}>
              {row.getAllCells().map((cell) => {
                const column = byKey.get(cell.column.id)
                if (!column) return null
                const value = row.original.cells[column.key]
                const content = <Cell value={value} column={column} nowMs={list.at} language={language} />
                return column.key === NAME_COLUMN ? (
                  <th key={cell.id} scope="row" title={wholeText(value, column)}>
                    <a href={`/pcs/${row.original.id}`}>{content}</a>
                  </th>
                ) : (
                  <td key={cell.id} className={alignment(column)} title={wholeText(value, column)}>
                    {content}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
})

// As in table.css; what stands above the rows takes this much at least.
const ROW_PX = 32
const ABOVE_ROWS_PX = 160

/** The first drawing of the page holds only these: the rest follow at once, but the person already reads. */
function rowsInSight(): number {
  return Math.max(1, Math.ceil((window.innerHeight - ABOVE_ROWS_PX) / ROW_PX))
}

/** One listener for all rows: a router link in each of them costs a weak PC a tenth of the drawing. */
function openInPlace(event: MouseEvent<HTMLTableElement>): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  // A new tab or window stays the browser's business.
  if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  navigate(link.pathname)
}

type HeadingProps = { column: Column; view: ListView; show: ShowView; edit: (editing: Editing) => void }

function Heading({ column, view, show, edit }: HeadingProps) {
  const say = useText(pcListText)
  const { language } = useLanguage()
  const heading = column.heading[language]
  const sorted = view.sort.column === column.key ? (view.sort.descending ? 'descending' : 'ascending') : undefined
  return (
    <th scope="col" className={alignment(column)} aria-sort={sorted}>
      {column.sortable ? (
        <button type="button" className={sorted} onClick={() => show(sortBy(view, column.key))}>
          {heading}
        </button>
      ) : (
        heading
      )}
      <button
        type="button"
        className="filter-by"
        aria-label={say('filterByColumn', { column: heading })}
        onClick={() => edit({ newFilterOf: column.key })}
      >
        {say('filterBy')}
      </button>
    </th>
  )
}
