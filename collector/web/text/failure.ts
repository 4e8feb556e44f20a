/** What is said when something fails before the collector could say it itself, and around what it says. */
import type { Catalogue } from '@somay/shared/text/catalogue.ts'

export const failureText = {
  unreachable: { vi: 'Không tới được máy chủ thu thập.', en: 'The collector cannot be reached.' },
  unreachableTodo: {
    vi: 'Kiểm tra mạng của máy này rồi thử lại. Dữ liệu trên máy chủ không bị ảnh hưởng.',
    en: 'Check the network of this PC and try again. Data on the collector is not affected.',
  },
  strange: { vi: 'Câu trả lời không phải của máy chủ thu thập.', en: 'The answer did not come from the collector.' },
  strangeTodo: {
    vi: 'Có thể một proxy ở giữa đã trả lời thay. Báo người quản trị mã bên dưới.',
    en: 'A proxy between may have answered in its place. Give the code below to the operator.',
  },
  broken: { vi: 'Trang gặp lỗi ngoài dự kiến.', en: 'The page met an unexpected error.' },
  brokenTodo: { vi: 'Tải lại trang; nếu vẫn lỗi, báo người quản trị.', en: 'Reload the page; if it stays, tell the operator.' },
  retry: { vi: 'Thử lại', en: 'Try again' },
  code: { vi: 'Mã', en: 'Code' },
} as const satisfies Catalogue
