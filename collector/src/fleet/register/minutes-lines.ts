/** The lines of inventory minutes: each asset by the books, as found, and the difference. Pure. */
import type { RegisterRow } from '@somay/shared/api/register.ts'

/** `blank` is for the pen: nothing was found out yet. */
export type Amount = number | 'unknown' | 'blank'
/** Quantity, original cost and remaining value, in whole dong. */
export type Side = { readonly count: Amount; readonly cost: Amount; readonly remaining: Amount }
export type MinutesLine = { readonly row: RegisterRow; readonly books: Side; readonly found: Side; readonly difference: Side }
export type MinutesSides = Pick<MinutesLine, 'books' | 'found' | 'difference'>

const NOTHING: Side = { count: 0, cost: 0, remaining: 0 }
const FOR_THE_PEN: Side = { count: 'blank', cost: 'blank', remaining: 'blank' }
const UNPRICED: Side = { count: 1, cost: 'unknown', remaining: 'unknown' }

/** `remainingOf`: what an asset is still worth in the books, undefined where they do not tell. */
export function minutesLine(row: RegisterRow, remainingOf: (item: NonNullable<RegisterRow['item']>) => number | undefined): MinutesLine {
  const { item } = row
  if (!item) return { row, books: NOTHING, found: UNPRICED, difference: UNPRICED }
  const books: Side = { count: 1, cost: item.costDong ?? 'unknown', remaining: remainingOf(item) ?? 'unknown' }
  if (isFound(row)) return { row, books, found: books, difference: NOTHING }
  // Nobody told of it, or by law nobody may: that nothing was heard says nothing. A PC that a person took out of the ledger is another matter.
  if (item.exempt || row.leftAt === undefined) return { row, books, found: FOR_THE_PEN, difference: FOR_THE_PEN }
  const less = (amount: Amount): Amount => (typeof amount === 'number' ? 0 - amount : amount)
  return { row, books, found: NOTHING, difference: { count: -1, cost: less(books.cost), remaining: less(books.remaining) } }
}

/** A PC of another unit may be hidden from whoever takes the file, and is found all the same; one that left the ledger is not. */
function isFound({ pc, matchedBy, differs, leftAt }: RegisterRow): boolean {
  return leftAt === undefined && (pc !== undefined || matchedBy !== undefined || differs.includes('unit'))
}
