/** The view of the counts in the address: date, unit, and for a list the states and blocks; pure. */

export type CountView = {
  /** "2026-09-30"; undefined is the last whole day. */
  readonly asOf: string | undefined
  readonly unit: number | undefined
}

/** What a figure counts, for the list behind it. */
export type Figure = { readonly states: readonly string[]; readonly blocks: readonly string[] }

export const OVERVIEW = '/overview'
export const COUNTED = '/counted'

export function readCountView(search: string): CountView {
  const given = new URLSearchParams(search)
  const unit = Number(given.get('unit'))
  return { asOf: given.get('asOf') ?? undefined, unit: Number.isSafeInteger(unit) && unit > 0 ? unit : undefined }
}

export function readFigure(search: string): Figure {
  const given = new URLSearchParams(search)
  const listOf = (name: string) => (given.get(name) ?? '').split(',').filter((one) => one !== '')
  return { states: listOf('states'), blocks: listOf('blocks') }
}

/** As the address of a page and as the collector takes it. */
export function viewParameters({ asOf, unit }: CountView, { states, blocks }: Figure = { states: [], blocks: [] }): string {
  const parameters = new URLSearchParams()
  if (asOf !== undefined) parameters.set('asOf', asOf)
  if (unit !== undefined) parameters.set('unit', String(unit))
  if (states.length > 0) parameters.set('states', states.join(','))
  if (blocks.length > 0) parameters.set('blocks', blocks.join(','))
  return parameters.toString()
}
