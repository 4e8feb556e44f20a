/** What stands beside a plan while PCs wait to be measured anew, after a new version or a new table. */
import { formatNumber } from './numbers.ts'
import type { Words } from './words.ts'

export function notMeasuredWords(pcs: number): Words {
  return {
    vi: `${formatNumber(pcs, 'vi')} máy đang chờ máy chủ tính lại theo phiên bản hoặc bảng tham chiếu mới; số liệu của các máy này còn theo lần tính trước. Xem lại sau ít phút.`,
    en: `${formatNumber(pcs, 'en')} PCs wait for the collector to work them out by its new version or table; what is said of them is as it was before. Look again in a few minutes.`,
  }
}
