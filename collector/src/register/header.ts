/** Finds the row that heads a list and which column says what; people may put it right. Pure. */
import { fold } from '@somay/shared/text/fold.ts'
import { REGISTER_FIELD_NAMES, REGISTER_FIELDS, REQUIRED_FIELDS, type RegisterField } from '@somay/shared/text/register.ts'
import { type ListCell, textOf } from './cells.ts'

/** Which column, counted from 0, holds which field. */
export type Mapping = Partial<Readonly<Record<RegisterField, number>>>

export type Header = {
  /** Row of the heading, counted from 0. */
  readonly row: number
  readonly headings: readonly string[]
  readonly mapping: Mapping
  /** What the cost column counts in, as its heading says. */
  readonly costUnitDong: number
}

const HEADINGS: readonly (readonly [RegisterField, readonly string[]])[] = REGISTER_FIELD_NAMES.map((name) => [
  name,
  REGISTER_FIELDS[name].headings.map(fold),
])

/** A list begins with titles and signatures; below this nobody heads it. */
export const HEADER_WITHIN_ROWS = 40

/** The row that names most fields; the first row when none names any. */
export function findHeader(rows: readonly (readonly ListCell[])[]): Header {
  const found = rows.slice(0, HEADER_WITHIN_ROWS).map((cells, row) => headerAt(cells, row))
  return found.reduce((best, one) => (worth(one) > worth(best) ? one : best), found[0] ?? headerAt([], 0))
}

function worth({ mapping }: Header): number {
  const named = REQUIRED_FIELDS.filter((name) => mapping[name] !== undefined).length
  return Object.keys(mapping).length + 10 * named
}

export function headerAt(cells: readonly ListCell[], row: number): Header {
  const headings = cells.map(textOf)
  const mapping = mappingOf(headings)
  return { row, headings, mapping, costUnitDong: costUnit(mapping.cost === undefined ? '' : (headings[mapping.cost] ?? '')) }
}

/** Whole headings before parts of them, so that "Tên máy" is not taken for a part of "Tên máy in". */
export function mappingOf(headings: readonly string[]): Mapping {
  const folded = headings.map((heading) =>
    fold(heading)
      .replace(/\s*\([^)]*\)\s*/g, ' ')
      .trim(),
  )
  const mapping: Partial<Record<RegisterField, number>> = {}
  const taken = new Set<number>()
  const take = (fits: (heading: string, wanted: string) => boolean) => {
    for (const [name, wanted] of HEADINGS) {
      if (mapping[name] !== undefined) continue
      const column = folded.findIndex((heading, index) => heading !== '' && !taken.has(index) && wanted.some((one) => fits(heading, one)))
      if (column === -1) continue
      mapping[name] = column
      taken.add(column)
    }
  }
  take((heading, wanted) => heading === wanted)
  take((heading, wanted) => wanted.length > 3 && heading.startsWith(wanted))
  take((heading, wanted) => wanted.length > 5 && heading.includes(wanted))
  return mapping
}

function costUnit(heading: string): number {
  const plain = fold(heading)
  if (/trieu|million|\btr\b/.test(plain)) return 1_000_000
  return /nghin|ngan|thousand|1\.?000 ?d/.test(plain) ? 1_000 : 1
}
