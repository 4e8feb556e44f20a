/** Rows of a list that are no assets and no mistakes: those that number its columns, and those of sums. Pure. */
import { fold } from '@somay/shared/text/fold.ts'

/** "(1)", "2", "A", "7=5-6". */
const NUMBERING = /^\(?(?:\d{1,2}|[A-Za-z])\)?(?:\s*=[\d\s()+x*/-]*)?$/
const LEAST_NUMBERED = 3

/** `texts`: all cells of the row. */
export function numbersColumns(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== '')
  if (filled.length < LEAST_NUMBERED || !filled.every((text) => NUMBERING.test(text))) return false
  const numbers = filled.flatMap((text) => /\d+/.exec(text)?.[0] ?? []).map(Number)
  return numbers.every((number, place) => place === 0 || number > (numbers[place - 1] as number))
}

const SUMS = new Set(['cong', 'tong cong', 'tong so', 'tong', 'total', 'sum'])
/** With what is summed behind it; with its marks, as "Công tơ" is no sum. */
const SUM_OF = /^(?:cộng|tổng cộng|tổng số|total)[\s:.(]/

/** `texts`: all cells of the row; `code` and `name` those two of them, of which a sum has one at most, and only to say that it is one. */
export function isSum(texts: readonly string[], { code, name }: { readonly code: string; readonly name: string }): boolean {
  if (code !== '' && name !== '') return false
  const says = code + name
  return says === '' ? texts.some(isSumText) : isSumText(says)
}

function isSumText(text: string): boolean {
  return SUMS.has(fold(text).replace(/[\s:.]+$/, '')) || SUM_OF.test(text.toLowerCase())
}
