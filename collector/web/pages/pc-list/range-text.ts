/** Which rows of how many a page shows: "51–100 trong 2.132". */
import type { PcList } from '@somay/shared/api/pcs.ts'
import type { Say } from '@somay/shared/text/catalogue.ts'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import type { Language } from '@somay/shared/text/words.ts'
import type { pcListText } from '../../text/pc-list.ts'
import { type ListView, rowsBefore } from './url-state.ts'

export function rangeText(list: PcList, view: ListView, say: Say<typeof pcListText>, language: Language): string {
  const before = rowsBefore(view)
  return say('rows', {
    from: formatNumber(Math.min(before + 1, before + list.rows.length), language),
    to: formatNumber(before + list.rows.length, language),
    total: formatNumber(list.total, language),
  })
}
