/** The columns of the list behind a figure: what each PC was that day and what says so. */
import { COUNT_STATES, type Vocabulary } from '@somay/shared/text/choices.ts'
import { ASPECT_WORDS, ASPECTS, type Aspect, CONDITIONS } from '@somay/shared/text/conditions.ts'
import type { Words } from '@somay/shared/text/words.ts'
import type { TableColumn } from '../../export/table.ts'

export type CountedColumn = {
  readonly key: Aspect | 'name' | 'unit' | 'state' | 'internetOn' | 'heardOn' | 'model' | 'serial' | 'assetCode'
  readonly heading: Words
  readonly kind: TableColumn['kind']
  readonly choices?: readonly { readonly value: string; readonly label: Words }[]
  /** In characters in a spreadsheet. */
  readonly width: number
}

const choices = (words: Vocabulary) => Object.entries(words).map(([value, label]) => ({ value, label }))

export const COUNTED_COLUMNS: readonly CountedColumn[] = [
  { key: 'name', heading: { vi: 'Tên máy', en: 'Name' }, kind: 'text', width: 22 },
  { key: 'unit', heading: { vi: 'Đơn vị khi đó', en: 'Unit then' }, kind: 'text', width: 34 },
  { key: 'state', heading: { vi: 'Kết nối', en: 'Connectivity' }, kind: 'choice', choices: choices(COUNT_STATES), width: 20 },
  { key: 'internetOn', heading: { vi: 'Có internet gần nhất', en: 'Last had internet' }, kind: 'day', width: 16 },
  { key: 'heardOn', heading: { vi: 'Có tín hiệu gần nhất', en: 'Last heard of' }, kind: 'day', width: 16 },
  ...ASPECTS.map((aspect) => ({
    key: aspect,
    heading: ASPECT_WORDS[aspect],
    kind: 'choice' as const,
    choices: choices(CONDITIONS[aspect]),
    width: 20,
  })),
  { key: 'model', heading: { vi: 'Kiểu máy', en: 'Model' }, kind: 'text', width: 24 },
  { key: 'serial', heading: { vi: 'Số serial', en: 'Serial number' }, kind: 'text', width: 20 },
  { key: 'assetCode', heading: { vi: 'Mã tài sản (chỉ có trong sổ)', en: 'Asset code (in the register only)' }, kind: 'text', width: 18 },
]
