/** The sums of inventory minutes, lines that were compared apart from those left for the pen; what is unknown is counted and never added. Pure. */
import type { Amount, MinutesLine, MinutesSides, Side } from './minutes-lines.ts'

/** What is known of an amount over several lines, how many lines tell it, and how many do not know it; what is left for the pen does neither. */
export type Sum = { readonly known: number; readonly told: number; readonly unknown: number }
export type SideSums = Readonly<Record<keyof Side, Sum>>
export type MinutesSums = Readonly<Record<keyof MinutesSides, SideSums>>

export type MinutesTotals = {
  /** Books, found and difference add up here. `unknown`: lines in which an amount is unknown on any side. */
  readonly settled: {
    readonly lines: number
    readonly sums: MinutesSums
    readonly unknown: { readonly cost: number; readonly remaining: number }
  }
  /** By the books alone: how many by law, and how many as no agent told of them. */
  readonly forPen: { readonly exempt: number; readonly missing: number; readonly sums: MinutesSums }
}

const SIDES = ['books', 'found', 'difference'] as const
const NO_SUM: Sum = { known: 0, told: 0, unknown: 0 }
const NO_SUMS: SideSums = { count: NO_SUM, cost: NO_SUM, remaining: NO_SUM }
const EMPTY: MinutesSums = { books: NO_SUMS, found: NO_SUMS, difference: NO_SUMS }
export const NO_TOTALS: MinutesTotals = {
  settled: { lines: 0, sums: EMPTY, unknown: { cost: 0, remaining: 0 } },
  forPen: { exempt: 0, missing: 0, sums: EMPTY },
}

export function withLine(totals: MinutesTotals, line: MinutesLine): MinutesTotals {
  const isForPen = line.found.count === 'blank'
  const isExempt = line.row.item?.exempt === true
  const sums = eachSide((side) => sumsOfLine(line[side]))
  const unknown = (amount: 'cost' | 'remaining') => Number(SIDES.some((side) => line[side][amount] === 'unknown'))
  return together(
    totals,
    isForPen
      ? { ...NO_TOTALS, forPen: { exempt: Number(isExempt), missing: Number(!isExempt), sums } }
      : { ...NO_TOTALS, settled: { lines: 1, sums, unknown: { cost: unknown('cost'), remaining: unknown('remaining') } } },
  )
}

export function together({ settled, forPen }: MinutesTotals, other: MinutesTotals): MinutesTotals {
  return {
    settled: {
      lines: settled.lines + other.settled.lines,
      sums: eachSide((side) => sumOfSides(settled.sums[side], other.settled.sums[side])),
      unknown: {
        cost: settled.unknown.cost + other.settled.unknown.cost,
        remaining: settled.unknown.remaining + other.settled.unknown.remaining,
      },
    },
    forPen: {
      exempt: forPen.exempt + other.forPen.exempt,
      missing: forPen.missing + other.forPen.missing,
      sums: eachSide((side) => sumOfSides(forPen.sums[side], other.forPen.sums[side])),
    },
  }
}

export function sumOfSides(one: SideSums, other: SideSums): SideSums {
  const add = (amount: keyof Side): Sum => ({
    known: one[amount].known + other[amount].known,
    told: one[amount].told + other[amount].told,
    unknown: one[amount].unknown + other[amount].unknown,
  })
  return { count: add('count'), cost: add('cost'), remaining: add('remaining') }
}

function sumsOfLine({ count, cost, remaining }: Side): SideSums {
  return { count: sumOf(count), cost: sumOf(cost), remaining: sumOf(remaining) }
}

function sumOf(amount: Amount): Sum {
  if (amount === 'blank') return NO_SUM
  return amount === 'unknown' ? { ...NO_SUM, unknown: 1 } : { known: amount, told: 1, unknown: 0 }
}

function eachSide(of: (side: keyof MinutesSides) => SideSums): MinutesSums {
  return { books: of('books'), found: of('found'), difference: of('difference') }
}
