/** The value of a threshold as a person reads it, and as it is typed. Pure. */
import type { Policy } from '@somay/shared/api/policies.ts'
import { formatDong, formatNumber } from '@somay/shared/text/numbers.ts'
import type { Language } from '@somay/shared/text/words.ts'
import { amountIn, dongIn } from '../../parts/typed-amount.ts'
import { type NumberThreshold, THRESHOLDS, type Threshold } from './thresholds.ts'
import type { Value } from './values.ts'

const YES: Readonly<Record<Language, readonly [no: string, yes: string]>> = { vi: ['không', 'có'], en: ['no', 'yes'] }

export function valueWords(name: keyof Policy, value: Value, language: Language): string {
  const threshold = THRESHOLDS[name]
  if (typeof value === 'boolean') return YES[language][value ? 1 : 0]
  if (threshold.kind === 'dong') return formatDong(value, language)
  if (threshold.kind !== 'number') return formatNumber(value, language)
  const size = threshold.size[language]
  return `${shownNumber(threshold, value, language)}${size === '%' ? '' : ' '}${size}`
}

/** In the size of the field: a part of a gigabyte is shown as one. */
export function shownNumber({ factor }: Pick<NumberThreshold, 'factor'>, value: number, language: Language): string {
  const shown = value / factor
  return formatNumber(shown, language, Number.isInteger(shown) ? 0 : 1)
}

/** What is kept for what was typed; undefined when the collector would not take it. */
export function readNumber(threshold: Exclude<Threshold, { kind: 'yes-no' }>, text: string): number | undefined {
  if (threshold.kind === 'dong') return within(dongIn(text), 0, threshold.most)
  const amount = within(amountIn(text), threshold.least, threshold.most)
  const kept = amount === undefined ? undefined : amount * (threshold.kind === 'number' ? threshold.factor : 1)
  if (kept === undefined) return undefined
  return threshold.kind === 'number' && threshold.factor > 1 ? Math.round(kept) : Number.isInteger(kept) ? kept : undefined
}

function within(value: number | undefined, least: number, most: number): number | undefined {
  return value !== undefined && value >= least && value <= most ? value : undefined
}
