/** Amounts as people type them: points or commas between thousands, and for money the words of everyday. Pure. */
import { fold } from '@somay/shared/text/fold.ts'

const GROUPED = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/
const GROUPED_WITH_PART = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?!\1)[.,](\d{1,2})$/
const PLAIN = /^\d+(?:[.,]\d{1,2})?$/
const BELOW_ONE = /^0[.,]\d+$/

/** "2.000" and "2,000" are two thousand, "1,5" and "1.5" one and a half; undefined for what is no amount. */
export function amountIn(text: string): number | undefined {
  const plain = text.replace(/\s/g, '')
  if (BELOW_ONE.test(plain)) return Number(plain.replace(',', '.'))
  if (GROUPED.test(plain)) return Number(plain.replace(/[.,]/g, ''))
  const part = GROUPED_WITH_PART.exec(plain)?.[2]
  if (part !== undefined) return Number(`${plain.slice(0, -part.length - 1).replace(/[.,]/g, '')}.${part}`)
  return PLAIN.test(plain) ? Number(plain.replace(',', '.')) : undefined
}

const MULTIPLES: readonly (readonly [words: RegExp, dong: number])[] = [
  [/^(nghin|ngan|k|thousand)$/, 1_000],
  [/^(trieu|tr|million|m)$/, 1_000_000],
  [/^(ty|ti|billion|b)$/, 1_000_000_000],
]

/** Whole dong: "20.000.000", "20 triệu", "1,5 tỷ đồng". */
export function dongIn(text: string): number | undefined {
  const [, digits = '', words = ''] = /^([\d.,\s]+)([a-z]*)/.exec(fold(text).replace(/\s*(dong|vnd|d)$/, '')) ?? []
  if (`${digits}${words}` !== fold(text).replace(/\s*(dong|vnd|d)$/, '')) return undefined
  const multiple = words === '' ? 1 : MULTIPLES.find(([known]) => known.test(words))?.[1]
  const amount = amountIn(digits)
  if (multiple === undefined || amount === undefined) return undefined
  const dong = Math.round(amount * multiple)
  // Half a dong is a mistake in typing.
  return words === '' && dong !== amount ? undefined : dong
}
