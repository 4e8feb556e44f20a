/** What a file says of the list it holds: when, by whom, search and filters in words, order; so that it explains itself years later. */
import type { PcListQuery } from '@somay/shared/api/pcs.ts'
import { formatDateTime } from '@somay/shared/text/dates.ts'
import { filterSentence, type Wording } from '@somay/shared/text/filter-sentence.ts'
import { searchWords } from '@somay/shared/text/filters.ts'
import type { Words } from '@somay/shared/text/words.ts'
import type { Table } from '../../export/table.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import { parseFilter } from './filters.ts'
import { chosenOrder } from './plan.ts'

const LABELS = {
  at: { vi: 'Số liệu lúc', en: 'As of' },
  who: { vi: 'Người xuất', en: 'Exported by' },
  filters: { vi: 'Điều kiện', en: 'Conditions' },
  none: { vi: 'không có: tất cả máy trong phạm vi', en: 'none: all PCs in scope' },
  order: { vi: 'Thứ tự', en: 'Order' },
  ascending: { vi: 'tăng dần', en: 'ascending' },
  descending: { vi: 'giảm dần', en: 'descending' },
  unknown: { vi: 'Chưa rõ', en: 'Unknown' },
  unknownMeans: {
    vi: 'Ô ghi “chưa rõ (lý do)” là chưa đọc được; không có nghĩa là không có hoặc bằng 0.',
    en: 'A cell that says “unknown (reason)” could not be read; it does not mean none or 0.',
  },
} as const satisfies Record<string, Words>

type Circumstances = { readonly wording: Wording; readonly at: number; readonly who: string }

export function aboutView(query: PcListQuery, { wording, at, who }: Circumstances): Table['about'] {
  const say = (key: keyof typeof LABELS) => LABELS[key][wording.language]
  const { column, descending } = chosenOrder(query)
  const conditions = (query.where ?? []).map((text) => {
    const {
      column: { key },
      operator,
      value,
    } = parseFilter(text)
    return filterSentence({ column: key, operator, value }, wording)
  })
  const q = query.q?.trim() ?? ''
  if (q !== '') conditions.unshift(searchWords(q)[wording.language])
  return [
    [say('at'), `${formatDateTime(at, wording.timeZone)} (${wording.timeZone})`],
    [say('who'), who],
    [say('filters'), conditions.length === 0 ? say('none') : conditions.join('\n')],
    [say('order'), `${column.heading[wording.language]}, ${say(descending ? 'descending' : 'ascending')}`],
    [say('unknown'), say('unknownMeans')],
  ]
}

/** The units that the filters name; without such a filter nothing is read. */
export async function unitNames({ read }: Database, query: PcListQuery): Promise<Wording['units']> {
  const ids = (query.where ?? [])
    .map(parseFilter)
    .flatMap(({ column, value }) => (column.kind === 'unit' ? value.split(',').map(Number) : []))
  return ids.length === 0 ? [] : read.selectFrom('unit').select(['id', 'name']).where('id', 'in', ids).execute()
}
