/** What lists and files say where PCs that must not be connected are in the figure and may not be named. */
import type { Words } from './words.ts'

export const NOT_NAMED: readonly [label: Words, value: Words] = [
  { vi: 'Máy mật', en: 'PCs not to be connected' },
  { vi: 'chỉ nằm trong con số, không nêu tên ở đây', en: 'in the figure alone, not named here' },
]

/** Under a list on a page. */
export const WITHHELD: Words = {
  vi: 'Máy mật chỉ hiện số lượng: máy nào thì chỉ đơn vị của nó và người phụ trách máy được biết.',
  en: 'Of PCs that must not be connected only the number is shown: which they are is known to their unit and to who looks after PCs.',
}

/** Where they are in no sum either. */
export const LEFT_OUT: readonly [label: Words, value: Words] = [
  { vi: 'Máy mật', en: 'PCs not to be connected' },
  { vi: 'không có ở đây, cả trong các dòng cộng: kiểm kê riêng', en: 'not here, nor in any total: inventoried apart' },
]
