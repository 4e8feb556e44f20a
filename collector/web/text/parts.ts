/** The texts of the small shared pieces. */
import type { Catalogue } from '@somay/shared/text/catalogue.ts'

export const partsText = {
  close: { vi: 'Đóng', en: 'Close' },
  narrowChoices: { vi: 'Tìm trong các mục', en: 'Find among these' },
  loading: { vi: 'Đang tải…', en: 'Loading…' },
} as const satisfies Catalogue
