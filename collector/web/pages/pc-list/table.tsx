/** The table of PCs: a real table with plain cells; the collector has filtered, sorted and cut the rows already. */
import type { Column, PcList } from '@somay/shared/api/pcs.ts'
import { type ColumnDef, tableFeatures, useTable } from '@tanstack/react-table'
import { memo, useMemo } from 'react'
import { Link } from 'wouter'
import { alignment, Cell } from '../../parts/cell.tsx'
import { useLanguage, useText } from '../../text/language.tsx'
import { pcListText } from '../../text/pc-list.ts'
import { moveBetweenRows } from './row-keys.ts'
import { type ListView, NAME_COLUMN, sortBy } from './url-state.ts'
import type { ShowView } from './use-view.ts'

type Row = PcList['rows'][number]

// No optional feature: sorting, filtering and paging are the collector's.
const FEATURES = tableFeatures({})

type Props = { list: PcList; columns: readonly Column[]; view: ListView; show: ShowView; isOld: boolean }

// Memoised: opening a menu or typing in the search box must not draw every cell again on a weak PC.
export const PcTable = memo(function PcTable({ list, columns, view, show, isOld }: Props) {
  const say = useText(pcListText)
  const { language } = useLanguage()
  const definitions = useMemo<ColumnDef<typeof FEATURES, Row>[]>(
    () => columns.map((column) => ({ id: column.key, accessorFn: (row) => row.cells[column.key], meta: column })),
    [columns],
  )
  const byKey = useMemo(() => new Map(columns.map((column) => [column.key, column])), [columns])
  const table = useTable({ features: FEATURES, columns: definitions, data: list.rows, getRowId: (row) => String(row.id) })
  return (
    // Scrolls in both directions inside the page, so that headings and the name stay in sight.
    <div className={isOld ? 'table-frame old' : 'table-frame'} aria-busy={isOld}>
      <table className="pc-table" onKeyDown={moveBetweenRows}>
        <caption className="visually-hidden">{say('table')}</caption>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => {
                const column = byKey.get(header.column.id)
                return column && <Heading key={header.id} column={column} view={view} show={show} />
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
                const content = <Cell value={row.original.cells[column.key]} column={column} nowMs={list.at} language={language} />
                return column.key === NAME_COLUMN ? (
                  <th key={cell.id} scope="row">
                    <Link href={`/pcs/${row.original.id}`}>{content}</Link>
                  </th>
                ) : (
                  <td key={cell.id} className={alignment(column)}>
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

function Heading({ column, view, show }: { column: Column; view: ListView; show: ShowView }) {
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
    </th>
  )
}
