/** The view of the counts in the address: date, unit, and for a list the states, conditions and blocks; pure. */
import { ASPECTS, type Aspect } from '@somay/shared/text/conditions.ts'

export type CountView = {
  /** "2026-09-30"; undefined is the last whole day. */
  readonly asOf: string | undefined
  readonly unit: number | undefined
  /** The frozen report whose figures these are; undefined for the live counts. */
  readonly report?: number | undefined
  /** How the units of the table stand; undefined is protocol order. A matter of the page alone. */
  readonly order?: 'need' | undefined
  /** Which table of the units is shown; undefined is that of connectivity. A matter of the page alone. */
  readonly table?: 'conditions' | undefined
}

/** What a figure counts, for the list behind it. */
export type Figure = {
  readonly states: readonly string[]
  readonly blocks: readonly string[]
  /** Of each aspect the values that are wanted. */
  readonly conditions?: Readonly<Partial<Record<Aspect, readonly string[]>>>
}

export const OVERVIEW = '/overview'
export const COUNTED = '/counted'
export const REPORTS = '/reports'
export const COMPARE = '/compare'

export function draftAddress(id: number): string {
  return `${REPORTS}/drafts/${id}`
}

export function reportAddress(id: number): string {
  return `${REPORTS}/${id}`
}

export function readCountView(search: string): CountView {
  const given = new URLSearchParams(search)
  return {
    asOf: given.get('asOf') ?? undefined,
    unit: idIn(given.get('unit')),
    report: idIn(given.get('report')),
    ...(given.get('order') === 'need' && { order: 'need' }),
    ...(given.get('table') === 'conditions' && { table: 'conditions' }),
  }
}

function idIn(text: string | null): number | undefined {
  const id = Number(text)
  return Number.isSafeInteger(id) && id > 0 ? id : undefined
}

export function readFigure(search: string): Figure {
  const given = new URLSearchParams(search)
  const listOf = (name: string) => (given.get(name) ?? '').split(',').filter((one) => one !== '')
  const conditions = ASPECTS.filter((aspect) => given.has(aspect)).map((aspect) => [aspect, listOf(aspect)])
  return { states: listOf('states'), blocks: listOf('blocks'), conditions: Object.fromEntries(conditions) }
}

const NO_FIGURE: Figure = { states: [], blocks: [] }

/** As the address of a page. */
export function pageParameters(view: CountView, figure: Figure = NO_FIGURE): string {
  const { order, table } = view
  const ofPage = new URLSearchParams({ ...(order && { order }), ...(table && { table }) }).toString()
  return [viewParameters(view, figure), ofPage].filter((part) => part !== '').join('&')
}

/** Of the live counts as the collector takes it. */
export function viewParameters({ asOf, unit, report }: CountView, { states, blocks, conditions = {} }: Figure = NO_FIGURE): string {
  const parameters = new URLSearchParams()
  if (report !== undefined) parameters.set('report', String(report))
  else if (asOf !== undefined) parameters.set('asOf', asOf)
  if (unit !== undefined) parameters.set('unit', String(unit))
  if (states.length > 0) parameters.set('states', states.join(','))
  if (blocks.length > 0) parameters.set('blocks', blocks.join(','))
  for (const [aspect, values] of Object.entries(conditions)) if (values.length > 0) parameters.set(aspect, values.join(','))
  return parameters.toString()
}

/** Where the collector has the PCs behind a figure: live, or as they were frozen. */
export function pcsAddress(view: CountView, figure: Figure): { readonly path: string; readonly parameters: string } {
  const { report, unit } = view
  if (report === undefined) return { path: '/counts/pcs', parameters: viewParameters(view, figure) }
  return { path: `/frozen-reports/${report}/pcs`, parameters: viewParameters({ asOf: undefined, unit }, figure) }
}
