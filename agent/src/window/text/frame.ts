/** The texts around the views, and what is said when the agent cannot be asked. */
import type { Catalogue } from '@somay/shared/text/catalogue.ts'

export const frameText = {
  title: { vi: 'Sổ Máy trên máy này', en: 'Sổ Máy on this PC' },
  language: { vi: 'Ngôn ngữ', en: 'Language' },
  views: { vi: 'Các phần', en: 'Views' },
  standing: { vi: 'Tình trạng', en: 'How things stand' },
  sent: { vi: 'Đã gửi những gì', en: 'What was sent' },
  privacy: { vi: 'Dữ liệu và quyền riêng tư', en: 'Data and privacy' },
  support: { vi: 'Hỗ trợ', en: 'Support' },
  loading: { vi: 'Đang hỏi phần mềm trạm…', en: 'Asking the agent…' },
  retry: { vi: 'Thử lại', en: 'Try again' },
  nobody: { vi: 'Phần mềm trạm không chạy trên máy này.', en: 'The agent is not running on this PC.' },
  nobodyTodo: {
    vi: 'Những gì chưa gửi vẫn được giữ lại. Cán bộ CNTT có thể khởi động lại dịch vụ Sổ Máy; cửa sổ này tự nối lại khi phần mềm chạy.',
    en: 'What was not sent yet is kept. The IT officer can start the Sổ Máy service again; this window connects by itself when it runs.',
  },
  denied: { vi: 'Tài khoản này không được xem phần mềm trạm.', en: 'This account may not look into the agent.' },
  deniedTodo: {
    vi: 'Phần mềm trạm chạy dưới tài khoản khác. Nhờ cán bộ CNTT thêm tài khoản này vào nhóm được mở cửa sổ.',
    en: 'The agent runs under another account. Ask the IT officer to add this account to the group that may use the window.',
  },
  failed: { vi: 'Phần mềm trạm chưa trả lời được.', en: 'The agent could not answer.' },
  failedTodo: {
    vi: 'Không có gì bị mất. Thử lại sau ít phút; nếu vẫn vậy, báo cán bộ CNTT nội dung bên dưới.',
    en: 'Nothing was lost. Try again in a few minutes; if it stays, give the IT officer the line below.',
  },
  broken: { vi: 'Cửa sổ gặp lỗi ngoài dự kiến.', en: 'The window met an unexpected error.' },
} as const satisfies Catalogue
