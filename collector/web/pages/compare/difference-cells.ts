/** What a row of a comparison prints, in the order of its columns. Pure. */
import { sumsOf } from '@somay/shared/text/figures.ts'
import { formatNumber, formatRate } from '@somay/shared/text/numbers.ts'
import type { Language } from '@somay/shared/text/words.ts'
import { COUNTED, type CountView, pageParameters } from '../overview/url-state.ts'
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

/** The places of the cells that are figures of one side: connected and all, before and after. */
const FIGURES = [
  { side: 'old', states: ['internet'] },
  { side: 'new', states: ['internet'] },
  undefined,
  { side: 'old', states: [] },
  { side: 'new', states: [] },
] as const

/** Where the list behind a cell is; undefined where a cell is no figure, or one of several units together. */
export function listBehind(
  { old, new: fresh, oldOf, newOf }: Difference,
  [before, after]: readonly [CountView, CountView],
  place: number,
): string | undefined {
  const figure = FIGURES[place]
  if (!figure) return undefined
  const [view, figures, of] = figure.side === 'old' ? [before, old, oldOf] : [after, fresh, newOf]
  if (!figures || !of) return undefined
  const narrowed = 'unit' in of ? { view: { ...view, unit: of.unit }, blocks: [] } : { view, blocks: of.blocks }
  return `${COUNTED}?${pageParameters(narrowed.view, { states: figure.states, blocks: narrowed.blocks })}`
}

/** With its sign, so that a loss is seen without colour. */
function signed(difference: number, decimals: number, language: Language): string {
  const text = formatNumber(Math.abs(difference), language, decimals)
  return difference === 0 ? text : `${difference > 0 ? '+' : '−'}${text}`
}
