/** The lines of inventory minutes: each asset by the books, as found, and the difference, with their sums; what is unknown is counted and never added. Pure. */
import type { RegisterRow } from '@somay/shared/api/register.ts'

/** `blank` is for the pen: nothing was found out yet. */
export type Amount = number | 'unknown' | 'blank'
/** Quantity, original cost and remaining value, in whole dong. */
export type Side = { readonly count: Amount; readonly cost: Amount; readonly remaining: Amount }
export type MinutesLine = { readonly row: RegisterRow; readonly books: Side; readonly found: Side; readonly difference: Side }
export type MinutesSides = Pick<MinutesLine, 'books' | 'found' | 'difference'>

/** What is known of an amount over several lines, how many lines tell it, and how many do not know it; what is left for the pen does neither. */
export type Sum = { readonly known: number; readonly told: number; readonly unknown: number }
export type SideSums = Readonly<Record<keyof Side, Sum>>
/** `unknown`: lines in which an amount is unknown on any side. */
export type MinutesSums = Readonly<Record<keyof MinutesSides, SideSums>> & { readonly unknown: Readonly<Record<keyof Side, number>> }

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

const SIDES = ['books', 'found', 'difference'] as const
const AMOUNTS = ['count', 'cost', 'remaining'] as const
const NO_SUM: Sum = { known: 0, told: 0, unknown: 0 }
const NO_SUMS: SideSums = { count: NO_SUM, cost: NO_SUM, remaining: NO_SUM }
export const EMPTY_SUMS: MinutesSums = {
  books: NO_SUMS,
  found: NO_SUMS,
  difference: NO_SUMS,
  unknown: { count: 0, cost: 0, remaining: 0 },
}

export function withLine(sums: MinutesSums, line: MinutesSides): MinutesSums {
  const added = (sum: Sum, amount: Amount): Sum => {
    if (amount === 'blank') return sum
    return amount === 'unknown' ? { ...sum, unknown: sum.unknown + 1 } : { ...sum, known: sum.known + amount, told: sum.told + 1 }
  }
  return each(
    (side, amount) => added(sums[side][amount], line[side][amount]),
    (amount) => sums.unknown[amount] + Number(SIDES.some((side) => line[side][amount] === 'unknown')),
  )
}

export function together(one: MinutesSums, other: MinutesSums): MinutesSums {
  return each(
    (side, amount) => ({
      known: one[side][amount].known + other[side][amount].known,
      told: one[side][amount].told + other[side][amount].told,
      unknown: one[side][amount].unknown + other[side][amount].unknown,
    }),
    (amount) => one.unknown[amount] + other.unknown[amount],
  )
}

function each(of: (side: keyof MinutesSides, amount: keyof Side) => Sum, unknownOf: (amount: keyof Side) => number): MinutesSums {
  const byAmount = <T>(value: (amount: keyof Side) => T) =>
    Object.fromEntries(AMOUNTS.map((amount) => [amount, value(amount)])) as Record<keyof Side, T>
  const sides = SIDES.map((side) => [side, byAmount((amount) => of(side, amount))] as const)
  return { ...(Object.fromEntries(sides) as Record<keyof MinutesSides, SideSums>), unknown: byAmount(unknownOf) }
}
