/** Cells of a list as its author typed them, read as text, year, money and yes or no; what cannot be read is said, never guessed. Pure. */
import { fold } from '@somay/shared/text/fold.ts'
import { withoutControls } from '@somay/shared/text/plain.ts'

export type ListCell = string | number | boolean | Date | null | undefined

/** Undefined where the cell is one that cannot be read; null where it is empty. */
export type Read<T> = T | null | undefined

/** One line, NFC, single spaces; numbers as they would be typed. One that its format shows with leading zeros is a text already. */
export function textOf(cell: ListCell): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  return withoutControls(String(cell)).normalize('NFC').replace(/\s+/g, ' ').trim()
}

/** Excel keeps 15 digits of a number: of a longer code the rest is noughts, whoever typed it. Its CSV shows such a number as "1,23457E+17". */
export function isRounded(cell: ListCell): boolean {
  if (typeof cell === 'number') return Math.abs(cell) >= 1e15
  return typeof cell === 'string' && /^\s*\d(?:[.,]\d+)?E\+\d+\s*$/i.test(cell)
}

/** No PC of an office is older. */
export const FIRST_YEAR = 1985

/** "2021", "01/03/2021", "3/2021", 2021 or a date, whether a PC can be of that year or not. */
export function yearWritten(cell: ListCell): Read<number> {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? undefined : cell.getUTCFullYear()
  const text = textOf(cell)
  if (text === '') return null
  const whole =
    /^(\d{4})(?:[.,]0+)?$/.exec(text) ?? /^(?:\d{1,2}[/.-]){1,2}(\d{4})(?: .*)?$/.exec(text) ?? /^(\d{4})-\d{2}-\d{2}/.exec(text)
  return whole ? Number(whole[1]) : undefined
}

/** More than any PC costs, and less, in dong: what is beyond was written in another unit or column. */
export const MOST_DONG = 1_000_000_000_000
export const LEAST_DONG = 100_000

/**
 * Dong, whether a PC can cost them or not; `unitDong` is what the column counts in: 1, or 1,000 or 1,000,000. "13.500.000 đ", "13,500,000",
 * "13.500.000,00" and 13500000 are the same.
 */
export function moneyWritten(cell: ListCell, unitDong: number): Read<number> {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell * unitDong : undefined
  const text = fold(textOf(cell))
    .replace(/(vnd|dong|d)\.?$/, '')
    .replaceAll(' ', '')
  if (text === '' || text === '-' || text === '–') return null
  const sign = text.startsWith('-') ? -1 : 1
  const number = numberOf(sign < 0 ? text.slice(1) : text)
  return number === undefined || !Number.isFinite(number) ? undefined : sign * number * unitDong
}

/** With points or commas between the thousands, and the other sign, or the same one once, before a fraction. */
function numberOf(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text)
  const thousands = /^(\d{1,3}(?:\.\d{3})+)(?:,(\d+))?$/.exec(text) ?? /^(\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/.exec(text)
  if (thousands) return Number(`${thousands[1]?.replace(/[.,]/g, '')}.${thousands[2] ?? '0'}`)
  const fraction = /^(\d+)[.,](\d{1,2})$/.exec(text)
  return fraction ? Number(`${fraction[1]}.${fraction[2]}`) : undefined
}

const YES = new Set([
  'x',
  'co',
  'yes',
  'y',
  '1',
  'true',
  'may mat',
  'mat',
  'khong ket noi',
  'khong duoc ket noi',
  'khong thuoc dien ket noi',
  '✓',
  '✔',
])
const NO = new Set(['', 'khong', 'no', 'n', '0', 'false', '-', '–', 'duoc ket noi'])

export function yesNoOf(cell: ListCell): boolean | undefined {
  const text = fold(textOf(cell))
  if (YES.has(text)) return true
  return NO.has(text) ? false : undefined
}

/** "aa:bb:cc:dd:ee:ff"; several in one cell: the first. */
export function macOf(cell: ListCell): Read<string> {
  const text = textOf(cell).toLowerCase()
  if (text === '') return null
  const first = text.split(/[,;\s]+/)[0]?.replace(/[^0-9a-f]/g, '') ?? ''
  return first.length === 12 ? (first.match(/../g) as string[]).join(':') : undefined
}
