/** The whole view of the list as an address, and back: a link shows a colleague the same rows, and Back returns to them. */

import type { Filter } from '@somay/shared/text/filter-sentence.ts'

type Sort = { readonly column: string; readonly descending: boolean }

export const PAGE_SIZES = [50, 100, 200] as const
type PageSize = (typeof PAGE_SIZES)[number]

export type ListView = {
  readonly q: string
  readonly filters: readonly Filter[]
  readonly sort: Sort
  /** Undefined: the columns that the collector shows by default. */
  readonly columns: readonly string[] | undefined
  /** The cursors that led to this page, first to last; empty on the first page. */
  readonly trail: readonly string[]
  /** Pages left behind whose cursors no longer fit in the address. */
  readonly forgotten: number
  readonly limit: PageSize
}

/** The column that names the PC: always shown, and the order of the list unless another is chosen. */
export const NAME_COLUMN = 'name'

// Cursors may be long and addresses should stay under 8 kB; further back than this one starts again from the first page.
const LONGEST_TRAIL = 15

export const FIRST_VIEW: ListView = {
  q: '',
  filters: [],
  sort: { column: NAME_COLUMN, descending: false },
  columns: undefined,
  trail: [],
  forgotten: 0,
  limit: 50,
}

export function readView(search: string): ListView {
  const parameters = new URLSearchParams(search)
  const columns = parameters.get('columns')?.split(',').filter(Boolean)
  const forgotten = Number(parameters.get('forgotten') ?? 0)
  return {
    q: parameters.get('q') ?? '',
    filters: parameters.getAll('where').flatMap(readFilter),
    sort: readSort(parameters.get('sort')),
    columns: columns && columns.length > 0 ? columns : undefined,
    trail: parameters.getAll('after').filter(Boolean).slice(-LONGEST_TRAIL),
    forgotten: Number.isSafeInteger(forgotten) && forgotten > 0 ? forgotten : 0,
    limit: PAGE_SIZES.find((size) => String(size) === parameters.get('limit')) ?? FIRST_VIEW.limit,
  }
}

/** The shortest address of a view: what is as usual is left out. */
export function viewToSearch(view: ListView): string {
  const parameters = conditions(view)
  if (sortText(view.sort) !== sortText(FIRST_VIEW.sort)) parameters.set('sort', sortText(view.sort))
  if (view.columns) parameters.set('columns', view.columns.join(','))
  if (view.limit !== FIRST_VIEW.limit) parameters.set('limit', String(view.limit))
  for (const cursor of view.trail) parameters.append('after', cursor)
  if (view.forgotten > 0) parameters.set('forgotten', String(view.forgotten))
  const text = parameters.toString()
  return text === '' ? '' : `?${text}`
}

/** What the collector is asked for this page. */
export function viewToQuery(view: ListView): string {
  const parameters = conditions(view)
  parameters.set('sort', sortText(view.sort))
  if (view.columns) parameters.set('columns', withName(view.columns).join(','))
  parameters.set('limit', String(view.limit))
  const cursor = view.trail.at(-1)
  if (cursor !== undefined) parameters.set('after', cursor)
  return parameters.toString()
}

/** What an export of exactly this view asks for: every page of it, with the columns that are shown. */
export function viewToExport(view: ListView, shown: readonly string[], format: string, language: string): string {
  const parameters = conditions(view)
  parameters.set('sort', sortText(view.sort))
  parameters.set('columns', withName(shown).join(','))
  parameters.set('format', format)
  parameters.set('language', language)
  return parameters.toString()
}

/** How many PCs would remain: asks for the total and one row only. */
export function viewToTotal(view: ListView): string {
  const parameters = conditions(view)
  parameters.set('columns', NAME_COLUMN)
  parameters.set('limit', '1')
  return parameters.toString()
}

/** The same selection whatever the connectivity: what is counted by it. */
export function viewToStates(view: ListView, stateColumn: string): string {
  return conditions({ ...view, filters: view.filters.filter(({ column }) => column !== stateColumn) }).toString()
}

/** Only the PCs in this state, or, when it is these already, whatever their state. */
export function byState(view: ListView, stateColumn: string, state: string): ListView {
  const others = view.filters.filter(({ column }) => column !== stateColumn)
  if (isByState(view, stateColumn, state)) return change(view, { filters: others })
  return change(view, { filters: [...others, stateFilter(stateColumn, state)] })
}

export function isByState(view: ListView, stateColumn: string, state: string): boolean {
  const wanted = stateFilter(stateColumn, state)
  const asked = view.filters.filter(({ column }) => column === stateColumn)
  return asked.length === 1 && asked.every(({ operator, value }) => operator === wanted.operator && value === wanted.value)
}

function stateFilter(column: string, state: string): Filter {
  return state === 'unknown' ? { column, operator: 'unknown', value: '' } : { column, operator: 'is', value: state }
}

/** Another selection or order starts on its first page. */
export function change(view: ListView, changed: Partial<ListView>): ListView {
  return { ...view, trail: [], forgotten: 0, ...changed }
}

export function nextPage(view: ListView, cursor: string): ListView {
  const trail = [...view.trail, cursor]
  const tooMany = Math.max(0, trail.length - LONGEST_TRAIL)
  return { ...view, trail: trail.slice(tooMany), forgotten: view.forgotten + tooMany }
}

export function previousPage(view: ListView): ListView {
  // One cursor left after forgotten pages: the page before it cannot be named any more, so the way back is the first page.
  return view.trail.length <= 1 ? change(view, {}) : { ...view, trail: view.trail.slice(0, -1) }
}

export function rowsBefore(view: ListView): number {
  return (view.forgotten + view.trail.length) * view.limit
}

/** A click on a heading: ascending, then descending. */
export function sortBy(view: ListView, column: string): ListView {
  const descending = view.sort.column === column && !view.sort.descending
  return change(view, { sort: { column, descending } })
}

export function isNarrowed(view: ListView): boolean {
  return view.q.trim() !== '' || view.filters.length > 0
}

function conditions(view: ListView): URLSearchParams {
  const parameters = new URLSearchParams()
  if (view.q.trim() !== '') parameters.set('q', view.q.trim())
  for (const { column, operator, value } of view.filters) parameters.append('where', `${column}.${operator}.${value}`)
  return parameters
}

function readFilter(text: string): Filter[] {
  const [column, operator, ...rest] = text.split('.')
  return column && operator ? [{ column, operator, value: rest.join('.') }] : []
}

function readSort(text: string | null): Sort {
  if (!text || text === '-') return FIRST_VIEW.sort
  return text.startsWith('-') ? { column: text.slice(1), descending: true } : { column: text, descending: false }
}

function sortText({ column, descending }: Sort): string {
  return descending ? `-${column}` : column
}

function withName(columns: readonly string[]): readonly string[] {
  return columns.includes(NAME_COLUMN) ? columns : [NAME_COLUMN, ...columns]
}
