/** The filter line: search, filters as sentences, columns and export. It says in words what the address says. */
import type { Column } from '@somay/shared/api/pcs.ts'
import { useText } from '@somay/shared/react/language.tsx'
import { filterSentence, type Wording } from '@somay/shared/text/filter-sentence.ts'
import { pcListText } from '../../text/pc-list.ts'
import type { Editing } from './editing.tsx'
import { ExportMenu } from './export-menu.tsx'
import { SearchBox } from './search-box.tsx'
import { change, type ListView } from './url-state.ts'
import type { ShowView } from './use-view.ts'

type Props = { view: ListView; show: ShowView; wording: Wording; shown: readonly Column[]; edit: (editing: Editing) => void }

export function FilterLine({ view, show, wording, shown, edit }: Props) {
  const say = useText(pcListText)
  const without = (place: number) => view.filters.filter((_, index) => index !== place)
  const ready = wording.columns.length > 0
  return (
    <section className="filter-line" aria-label={say('filterLine')}>
      <SearchBox view={view} show={show} />
      <ul className="chips">
        {view.filters.map((filter, place) => {
          const sentence = filterSentence(filter, wording)
          return (
            <li className="chip" key={`${filter.column}.${filter.operator}.${filter.value}`}>
              <button type="button" onClick={() => edit(place)} aria-label={say('editFilter', { filter: sentence })}>
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
          <button type="button" disabled={!ready} onClick={() => edit({ newFilterOf: undefined })}>
            {say('addFilter')}
          </button>
        </li>
      </ul>
      <span className="fill" />
      <button type="button" disabled={!ready} onClick={() => edit('columns')}>
        {say('columns')}
      </button>
      <ExportMenu view={view} shown={shown} />
    </section>
  )
}
