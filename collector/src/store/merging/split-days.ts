/** The days of a PC before and since the one on which it is split. Pure. */
import { PRESENCE_BITS, type PresenceBits } from '../reports/incoming.ts'

/** `month` is yyyymm, `day` 1 to 31. */
export type SplitDay = { readonly month: number; readonly day: number }

/** Months that lie before are left out: nothing of them changes. The day itself is the new one's, of whom it is known that it was there. */
export function daysBefore(months: readonly PresenceBits[], split: SplitDay): PresenceBits[] {
  return months
    .filter(({ month }) => month >= split.month)
    .map((bits) => masked(bits, bits.month === split.month ? earlierDays(split.day) : 0))
}

export function daysSince(months: readonly PresenceBits[], split: SplitDay): PresenceBits[] {
  return months
    .filter(({ month }) => month >= split.month)
    .map((bits) => (bits.month === split.month ? masked(bits, ~earlierDays(split.day)) : bits))
}

/** Bit 0 is the first of the month. */
const earlierDays = (day: number): number => (1 << (day - 1)) - 1

function masked(bits: PresenceBits, mask: number): PresenceBits {
  return Object.fromEntries([['month', bits.month], ...PRESENCE_BITS.map((bit) => [bit, bits[bit] & mask])]) as PresenceBits
}
