/** What a row of a comparison prints, in the order of its columns. Pure. */
import { sumsOf } from '@somay/shared/text/figures.ts'
import { formatNumber, formatRate } from '@somay/shared/text/numbers.ts'
import type { Language } from '@somay/shared/text/words.ts'
import { type Difference, pointTenthsBetween } from './differences.ts'

const NONE = '–'

export function differenceCells({ old, new: fresh }: Pick<Difference, 'old' | 'new'>, language: Language): string[] {
  const [one, other] = [old && sumsOf(old), fresh && sumsOf(fresh)]
  const whole = (pcs: number | undefined) => (pcs === undefined ? NONE : formatNumber(pcs, language))
  const change = (of: 'connected' | 'all') => (one && other ? signed(other[of] - one[of], 0, language) : NONE)
  const rate = (sums: typeof one) => (sums ? formatRate(sums.connected, sums.all, language) : NONE)
  const tenths = pointTenthsBetween(old, fresh)
  return [
    whole(one?.connected),
    whole(other?.connected),
    change('connected'),
    whole(one?.all),
    whole(other?.all),
    change('all'),
    rate(one),
    rate(other),
    tenths === undefined ? NONE : signed(tenths / 10, 1, language),
  ]
}

/** With its sign, so that a loss is seen without colour. */
function signed(difference: number, decimals: number, language: Language): string {
  const text = formatNumber(Math.abs(difference), language, decimals)
  return difference === 0 ? text : `${difference > 0 ? '+' : '−'}${text}`
}
