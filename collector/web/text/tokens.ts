/** The texts of the pages of enrolment tokens and of API tokens. */
import type { Standing } from '@somay/shared/api/tokens.ts'
import type { Catalogue } from '@somay/shared/text/catalogue.ts'
import type { Words } from '@somay/shared/text/words.ts'

export const tokensText = {
  newEnrolToken: { vi: 'Tạo mã ghi danh', en: 'Make an enrolment token' },
  enrolToken: { vi: 'Mã ghi danh', en: 'Enrolment token' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  label: { vi: 'Ghi chú', en: 'Label' },
  labelNote: { vi: 'Để nhận ra mã này về sau, ví dụ: Tầng 2, tháng 11', en: 'To know it by later, for example: Floor 2, November' },
  labelProblem: { vi: 'Ghi vài chữ để nhận ra mã này về sau.', en: 'Write a few words to know it by later.' },
  unitProblem: { vi: 'Chọn một đơn vị.', en: 'Choose a unit.' },
  days: { vi: 'Dùng được trong (ngày)', en: 'Good for (days)' },
  daysProblem: { vi: 'Một số ngày từ 1 đến {most}.', en: 'A number of days from 1 to {most}.' },
  daysNone: { vi: 'Để trống là không hết hạn.', en: 'Empty: it never expires.' },
  uses: { vi: 'Số máy được ghi danh', en: 'PCs that may enrol' },
  usesProblem: { vi: 'Một số máy từ 1 đến 1.000.000.', en: 'A number of PCs from 1 to 1,000,000.' },
  used: { vi: 'Đã dùng', en: 'Used' },
  usedOf: { vi: '{used} / {limit}', en: '{used} / {limit}' },
  expires: { vi: 'Hết hạn', en: 'Expires' },
  neverExpires: { vi: 'không hết hạn', en: 'never' },
  made: { vi: 'Tạo', en: 'Made' },
  madeBy: { vi: '{at}, {who}', en: '{at}, {who}' },
  standing: { vi: 'Tình trạng', en: 'State' },
  revoke: { vi: 'Thu hồi', en: 'Revoke' },
  revokeTitle: { vi: 'Thu hồi mã "{label}"?', en: 'Revoke "{label}"?' },
  revokeEnrolAsk: {
    vi: 'Không máy nào ghi danh được bằng mã này nữa. {used} máy đã ghi danh vẫn ở lại và vẫn báo về.',
    en: 'No PC can enrol with it any more. The {used} PCs that did stay and go on reporting.',
  },
  revokeApiAsk: { vi: 'Chương trình dùng mã này bị từ chối ngay.', en: 'Whatever uses it is refused at once.' },
  noneApi: { vi: 'Chưa có mã API nào.', en: 'There is no API token yet.' },
  shownOnce: { vi: 'Chỉ hiện một lần này. Chép lại trước khi đóng.', en: 'Shown this once. Copy it before you close.' },
  command: { vi: 'Lệnh', en: 'Command' },
  apiTokens: { vi: 'Mã API', en: 'API tokens' },
  apiNote: {
    vi: 'Cho chương trình đọc sổ qua API: gửi kèm đầu mục Authorization: Bearer mã. Mỗi mã có vai trò và phạm vi như một người dùng.',
    en: 'For programs that read the ledger over the API: sent as Authorization: Bearer token. Each has a role and a scope as a person has.',
  },
  newApiToken: { vi: 'Tạo mã API', en: 'Make an API token' },
  role: { vi: 'Vai trò', en: 'Role' },
  scope: { vi: 'Phạm vi', en: 'Scope' },
} as const satisfies Catalogue

export const standingWords: Record<Standing, Words> = {
  good: { vi: 'dùng được', en: 'good' },
  expired: { vi: 'đã hết hạn', en: 'expired' },
  'used-up': { vi: 'đã dùng hết lượt', en: 'used up' },
  revoked: { vi: 'đã thu hồi', en: 'revoked' },
  'unit-ended': { vi: 'đơn vị không còn', en: 'its unit has ended' },
}
