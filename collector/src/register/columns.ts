/** Finds the row that heads a list and which column holds what, by how such columns are headed. Pure. */
import { fold } from '@somay/shared/text/fold.ts'
import { type ListCell, textOf } from './cells.ts'

/** How columns are headed in real lists, by field; compared folded, whole first, then as a part of the heading. */
export type Headings<F extends string> = Readonly<Record<F, readonly string[]>>

/** Which column, counted from 0, holds which field. */
export type Columns<F extends string> = Partial<Readonly<Record<F, number>>>

/** A list begins with titles and signatures; below this nobody heads it. */
export const HEADER_WITHIN_ROWS = 40

/** The place among `rows` of the one that names most fields, the required ones first; 0 when none names any. */
export function headerPlace<F extends string>(
  rows: readonly (readonly ListCell[])[],
  headings: Headings<F>,
  required: readonly F[],
): number {
  const worth = rows.slice(0, HEADER_WITHIN_ROWS).map((cells) => {
    const columns = columnsOf(cells.map(textOf), headings)
    return Object.keys(columns).length + 10 * required.filter((name) => columns[name] !== undefined).length
  })
  return worth.reduce((best, one, place) => (one > (worth[best] ?? 0) ? place : best), 0)
}

/** Whole headings before parts of them, so that "Tên máy" is not taken for a part of "Tên máy in". */
export function columnsOf<F extends string>(headings: readonly string[], wanted: Headings<F>): Columns<F> {
  const folded = headings.map((heading) =>
    fold(heading)
      .replace(/\s*\([^)]*\)\s*/g, ' ')
      .trim(),
  )
  const columns: Partial<Record<F, number>> = {}
  const taken = new Set<number>()
  const take = (fits: (heading: string, one: string) => boolean) => {
    for (const name of Object.keys(wanted) as F[]) {
      if (columns[name] !== undefined) continue
      const ways = wanted[name].map(fold)
      const column = folded.findIndex((heading, index) => heading !== '' && !taken.has(index) && ways.some((one) => fits(heading, one)))
      if (column === -1) continue
      columns[name] = column
      taken.add(column)
    }
  }
  take((heading, one) => heading === one)
  take((heading, one) => one.length > 3 && heading.startsWith(one))
  take((heading, one) => one.length > 5 && heading.includes(one))
  return columns
}
