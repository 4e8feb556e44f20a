/** The texts on what to hand to those who help. */
import type { Catalogue } from '@somay/shared/text/catalogue.ts'

export const supportText = {
  about: {
    vi: 'Khi cần hỗ trợ, chép phần này gửi cán bộ CNTT. Không có khóa hay mã bí mật trong đó; tên máy và địa chỉ máy chủ thì có.',
    en: 'When you need help, copy this for the IT officer. It holds no key or secret, but the name of the PC and the address of the collector.',
  },
  copy: { vi: 'Chép', en: 'Copy' },
  copied: { vi: 'Đã chép.', en: 'Copied.' },
  notCopied: {
    vi: 'Chưa chép được; hãy chọn chữ bên dưới và chép bằng tay.',
    en: 'Not copied; select the text below and copy it by hand.',
  },
  text: { vi: 'Tình trạng và nhật ký', en: 'State and log' },
  noLines: { vi: '(nhật ký trống: không có gì đáng chú ý từ khi khởi động)', en: '(the log is empty: nothing of note since the start)' },
  again: { vi: 'Làm mới', en: 'Refresh' },
} as const satisfies Catalogue
