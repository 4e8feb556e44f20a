/** What keeps the collector itself from answering. */
import { entry } from './entry.ts'

export const COLLECTOR_ERRORS = {
  'rate-limited': entry(
    429,
    'Quá nhiều lần thử trong thời gian ngắn.',
    'Too many attempts in a short time.',
    'Đợi hết thời gian ghi ở Retry-After rồi thử lại.',
    'Wait for the time in Retry-After and try again.',
  ),
  overloaded: entry(
    503,
    'Máy chủ thu thập đang quá tải; bản kê chưa được lưu.',
    'The collector is overloaded; the report was not stored.',
    'Phần mềm trạm tự gửi lại sau thời gian ghi ở Retry-After.',
    'The agent sends again after the time in Retry-After.',
  ),
  'storage-unavailable': entry(
    503,
    'Không ghi được vào kho dữ liệu; chưa lưu gì.',
    'The store cannot be written; nothing was stored.',
    'Kiểm tra chỗ trống trên đĩa và nhật ký của máy chủ thu thập.',
    'Check free disk space and the log of the collector.',
  ),
  internal: entry(
    500,
    'Máy chủ gặp lỗi ngoài dự kiến.',
    'The collector met an unexpected error.',
    'Báo mã id kèm theo cho người quản trị để tìm trong nhật ký.',
    'Give the id beside it to the operator, who finds it in the log.',
  ),
} as const
