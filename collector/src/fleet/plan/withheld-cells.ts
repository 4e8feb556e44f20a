/** The line of PCs that are counted in a list and not named in it: their unit and how many they are, and in words that the rest is not told. */
import type { Cell } from '@somay/shared/api/pcs.ts'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import type { Language, Words } from '@somay/shared/text/words.ts'
import type { TableColumn } from '../../export/table.ts'

const NOT_TOLD: Words = { vi: 'không nêu', en: 'not told' }
const WHY: Words = {
  vi: 'Máy không thuộc diện kết nối: chỉ nêu số lượng.',
  en: 'PCs that must not be connected: their number alone is told.',
}

type Withheld = { readonly unit: string; readonly pcs: number }

export function withheldCells(columns: readonly TableColumn[], { unit, pcs }: Withheld, language: Language): Record<string, Cell> {
  const count = formatNumber(pcs, language)
  return {
    ...Object.fromEntries(columns.map(({ key }) => [key, NOT_TOLD[language]])),
    number: '',
    unit,
    name: language === 'vi' ? `(${count} máy không nêu tên)` : `(${count} PCs not named)`,
    condition: WHY[language],
    note: '',
  }
}
