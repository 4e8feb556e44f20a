/** The filter line: search, filters as sentences, columns and export. It says in words what the address says. */
import type { Column } from '@somay/shared/api/pcs.ts'
import { filterSentence, type Wording } from '@somay/shared/text/filter-sentence.ts'
import { useState } from 'react'
import { useText } from '../../text/language.tsx'
import { pcListText } from '../../text/pc-list.ts'
import { ColumnChooser } from './column-chooser.tsx'
import { ExportMenu } from './export-menu.tsx'
import { FilterEditor } from './filter-editor.tsx'
import { SearchBox } from './search-box.tsx'
import { change, type ListView } from './url-state.ts'
import type { ShowView } from './use-view.ts'

type Props = { view: ListView; show: ShowView; wording: Wording; columns: readonly Column[]; shown: readonly Column[] }

/** Which dialog is open: the columns, a new filter, or the filter at a place. */
type Open = 'columns' | 'new-filter' | number | undefined

export function FilterLine({ view, show, wording, columns, shown }: Props) {
  const say = useText(pcListText)
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const without = (place: number) => view.filters.filter((_, index) => index !== place)
  const ready = columns.length > 0
  return (
    <section className="filter-line" aria-label={say('filterLine')}>
      <SearchBox view={view} show={show} />
      <ul className="chips">
        {view.filters.map((filter, place) => {
          const sentence = filterSentence(filter, wording)
          return (
            <li className="chip" key={`${filter.column}.${filter.operator}.${filter.value}`}>
              <button type="button" onClick={() => setOpen(place)} aria-label={say('editFilter', { filter: sentence })}>
                {sentence}
              </button>
              <button
                type="button"
                className="chip-remove"
                onClick={() => show(change(view, { filters: without(place) }))}
                aria-label={say('removeFilter', { filter: sentence })}
                title={say('removeFilter', { filter: sentence })}
              >
                ×
              </button>
            </li>
          )
        })}
        <li>
          <button type="button" disabled={!ready} onClick={() => setOpen('new-filter')}>
            {say('addFilter')}
          </button>
        </li>
        {view.filters.length > 1 && (
          <li>
            <button type="button" className="quiet" onClick={() => show(change(view, { filters: [] }))}>
              {say('clearAll')}
            </button>
          </li>
        )}
      </ul>
      <span className="fill" />
      <button type="button" disabled={!ready} onClick={() => setOpen('columns')}>
        {say('columns')}
      </button>
      <ExportMenu view={view} shown={shown} />
      {open === 'columns' && <ColumnChooser view={view} show={show} columns={columns} shown={shown} onClose={close} />}
      {(open === 'new-filter' || typeof open === 'number') && (
        <FilterEditor
          columns={columns}
          filter={typeof open === 'number' ? view.filters[open] : undefined}
          onClose={close}
          onApply={(filter) => {
            const rest =
              typeof open === 'number' ? view.filters.map((old, place) => (place === open ? filter : old)) : [...view.filters, filter]
            show(change(view, { filters: rest }))
            close()
          }}
        />
      )}
    </section>
  )
}
