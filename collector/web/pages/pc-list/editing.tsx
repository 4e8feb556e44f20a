/** The dialogs of the list: the columns, a new filter (of a column, when a heading asked for it), or a filter to change. */
import type { Column } from '@somay/shared/api/pcs.ts'
import { ColumnChooser } from './column-chooser.tsx'
import { FilterEditor } from './filter-editor.tsx'
import { change, type ListView } from './url-state.ts'
import type { ShowView } from './use-view.ts'

/** A number is the place of the filter to change. */
export type Editing = 'columns' | { readonly newFilterOf: string | undefined } | number | undefined

type Props = {
  editing: Editing
  view: ListView
  show: ShowView
  columns: readonly Column[]
  shown: readonly Column[]
  timeZone: string
  onClose: () => void
}

export function Dialogs({ editing, view, show, columns, shown, timeZone, onClose }: Props) {
  if (editing === undefined) return null
  if (editing === 'columns') return <ColumnChooser view={view} show={show} columns={columns} shown={shown} onClose={onClose} />
  return (
    <FilterEditor
      columns={columns}
      timeZone={timeZone}
      filter={typeof editing === 'number' ? view.filters[editing] : undefined}
      startColumn={typeof editing === 'number' ? undefined : editing.newFilterOf}
      onClose={onClose}
      onApply={(filter) => {
        const filters =
          typeof editing === 'number' ? view.filters.map((old, place) => (place === editing ? filter : old)) : [...view.filters, filter]
        show(change(view, { filters }))
        onClose()
      }}
    />
  )
}
