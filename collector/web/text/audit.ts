/** The texts of the log: what people did, in words. */
import type { Catalogue } from '@somay/shared/text/catalogue.ts'
import type { Words } from '@somay/shared/text/words.ts'

export const auditText = {
  title: { vi: 'Nhật ký', en: 'Log' },
  when: { vi: 'Lúc', en: 'When' },
  who: { vi: 'Ai', en: 'Who' },
  what: { vi: 'Việc', en: 'What' },
  about: { vi: 'Về', en: 'About' },
  detail: { vi: 'Cũ và mới', en: 'Old and new' },
  kind: { vi: 'Loại việc', en: 'Kind' },
  everything: { vi: 'mọi việc của người dùng', en: 'everything people did' },
  onlyWho: { vi: 'Chỉ việc của {who}', en: 'Only by {who}' },
  everyone: { vi: 'Mọi người', en: 'Everybody' },
  none: { vi: 'Chưa có việc nào như vậy.', en: 'Nothing of the kind was done yet.' },
  more: { vi: 'Xem thêm việc cũ hơn', en: 'Show older ones' },
  yes: { vi: 'có', en: 'yes' },
  no: { vi: 'không', en: 'no' },
  all: { vi: 'toàn bộ đơn vị', en: 'all units' },
  nothing: { vi: 'không có', en: 'none' },
} as const satisfies Catalogue

/** What events are called; one that is missing here is shown by its code. */
export const deedWords: Readonly<Record<string, Words>> = {
  'person-created': { vi: 'thêm người dùng', en: 'person added' },
  'person-changed': { vi: 'sửa người dùng', en: 'person changed' },
  'person-password': { vi: 'đặt mật khẩu', en: 'password set' },
  'person-disabled': { vi: 'khóa tài khoản', en: 'account locked' },
  'second-factor-on': { vi: 'bật xác thực hai lớp', en: 'second factor turned on' },
  'second-factor-off': { vi: 'tắt xác thực hai lớp', en: 'second factor turned off' },
  'sessions-ended': { vi: 'kết thúc phiên', en: 'sessions ended' },
  'enrol-token-created': { vi: 'tạo mã ghi danh', en: 'enrolment token made' },
  'enrol-token-revoked': { vi: 'thu hồi mã ghi danh', en: 'enrolment token revoked' },
  'api-token-created': { vi: 'tạo mã API', en: 'API token made' },
  'api-token-revoked': { vi: 'thu hồi mã API', en: 'API token revoked' },
  'count-rule-changed': { vi: 'đổi quy tắc số liệu', en: 'counting rule changed' },
  reorganised: { vi: 'sắp xếp lại đơn vị', en: 'units reorganised' },
  moved: { vi: 'điều chuyển máy', en: 'PC moved' },
  retired: { vi: 'đưa máy ra khỏi sổ', en: 'PC taken out' },
  returned: { vi: 'đưa máy trở lại sổ', en: 'PC taken back' },
  'bundle-imported': { vi: 'nhập gói ngoại tuyến', en: 'bundle imported' },
  'enrolled-alike': { vi: 'máy mới giống máy của đơn vị khác', en: 'new PC like one of another unit' },
  'key-shared': { vi: 'hai máy dùng một khóa', en: 'two PCs with one key' },
  'split-off': { vi: 'tách máy nhân bản', en: 'clone split off' },
  enrolled: { vi: 'máy ghi danh', en: 'PC enrolled' },
  'enrolled-again': { vi: 'máy ghi danh lại', en: 'PC enrolled again' },
}

/** Names of what deeds write down. */
export const detailWords: Readonly<Record<string, Words>> = {
  role: { vi: 'vai trò', en: 'role' },
  units: { vi: 'phạm vi', en: 'scope' },
  unit: { vi: 'đơn vị', en: 'unit' },
  fullName: { vi: 'họ tên', en: 'name' },
  disabled: { vi: 'khóa', en: 'locked' },
  useLimit: { vi: 'số máy', en: 'PCs' },
  usedCount: { vi: 'đã dùng', en: 'used' },
  expiresAt: { vi: 'hết hạn', en: 'expires' },
  count: { vi: 'số phiên', en: 'sessions' },
  version: { vi: 'phiên bản', en: 'version' },
  windowDays: { vi: 'cửa sổ (ngày)', en: 'window (days)' },
  silentDays: { vi: 'im lặng sau (ngày)', en: 'silent after (days)' },
  blocks: { vi: 'khối trong tổng', en: 'blocks in the total' },
  fromDay: { vi: 'từ ngày', en: 'from' },
  day: { vi: 'từ ngày', en: 'from' },
  made: { vi: 'đơn vị lập mới', en: 'units made' },
  ended: { vi: 'đơn vị kết thúc', en: 'units ended' },
  from: { vi: 'từ', en: 'from' },
  to: { vi: 'đến', en: 'to' },
}
