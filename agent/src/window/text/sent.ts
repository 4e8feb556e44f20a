/** The texts on what exactly was sent. */

import type { Catalogue } from '@somay/shared/text/catalogue.ts'

export const sentText = {
  about: {
    vi: 'Đây là đúng những gì máy chủ đã xác nhận nhận được về máy này, không hơn.',
    en: 'This is exactly what the collector has acknowledged of this PC, and nothing more.',
  },
  nothing: { vi: 'Máy chủ chưa nhận gì về máy này.', en: 'The collector has received nothing of this PC yet.' },
  nothingTodo: { vi: 'Mục này có nội dung sau lần gửi thành công đầu tiên.', en: 'This fills after the first report was received.' },
  acknowledged: { vi: 'Máy chủ xác nhận', en: 'Acknowledged' },
  to: { vi: 'Gửi tới', en: 'Sent to' },
  taken: { vi: 'Kê lúc', en: 'Inventory at' },
  samples: { vi: 'Mẫu kết nối trong lần gửi cuối', en: 'Samples in the last report' },
  contents: { vi: 'Các mục', en: 'Contents' },
  raw: { vi: 'Nguyên văn (JSON)', en: 'As sent (JSON)' },
  rawReport: { vi: 'Nguyên văn lần gửi cuối (JSON)', en: 'The last report as sent (JSON)' },
  newer: { vi: 'Mục chưa có mô tả trong cửa sổ này.', en: 'This window has no description of it yet.' },
} as const satisfies Catalogue
