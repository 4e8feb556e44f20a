/** The texts of the page of people. */
import type { Catalogue } from '@somay/shared/text/catalogue.ts'

export const peopleText = {
  title: { vi: 'Người dùng', en: 'People' },
  add: { vi: 'Thêm người dùng', en: 'Add a person' },
  userName: { vi: 'Tên đăng nhập', en: 'User name' },
  userNameNote: {
    vi: 'Chữ thường không dấu, chữ số, dấu chấm hoặc gạch nối; ví dụ: nguyen.a',
    en: 'Lower-case letters without marks, digits, dots or hyphens; for example nguyen.a',
  },
  fullName: { vi: 'Họ tên, chức vụ', en: 'Name and post' },
  role: { vi: 'Vai trò', en: 'Role' },
  units: { vi: 'Phạm vi', en: 'Scope' },
  secondFactor: { vi: 'Xác thực hai lớp', en: 'Second factor' },
  on: { vi: 'đã bật', en: 'on' },
  off: { vi: 'chưa bật', en: 'off' },
  lastLogIn: { vi: 'Đăng nhập lần cuối', en: 'Last log-in' },
  never: { vi: 'chưa lần nào', en: 'never' },
  sessions: { vi: 'Phiên đang mở', en: 'Open sessions' },
  state: { vi: 'Tình trạng', en: 'State' },
  active: { vi: 'đang dùng', en: 'active' },
  waiting: { vi: 'chờ đổi mật khẩu', en: 'must change the password' },
  disabled: { vi: 'đã khóa', en: 'locked' },
  addedTitle: { vi: 'Mật khẩu của {name}', en: 'Password of {name}' },
  addedNote: {
    vi: 'Chỉ hiện một lần này. Trao tận tay cho {name}; lần đăng nhập đầu tiên phải đổi mật khẩu.',
    en: 'Shown this once. Hand it to {name}; at the first log-in it must be changed.',
  },
  password: { vi: 'Mật khẩu tạm', en: 'Temporary password' },
  newPassword: { vi: 'Cấp mật khẩu mới', en: 'Give a new password' },
  newPasswordAsk: {
    vi: 'Mật khẩu cũ hết dùng ngay và mọi phiên đang mở kết thúc.',
    en: 'The old password stops working at once and all open sessions end.',
  },
  endSecondFactor: { vi: 'Tắt xác thực hai lớp', en: 'End the second factor' },
  endSecondFactorAsk: {
    vi: 'Dùng khi người này mất điện thoại. Sau đó chỉ cần mật khẩu để đăng nhập, cho tới khi bật lại.',
    en: 'For somebody who lost the phone. After that the password alone opens, until it is set again.',
  },
  endSessions: { vi: 'Kết thúc mọi phiên', en: 'End all sessions' },
  endSessionsAsk: { vi: 'Người này phải đăng nhập lại trên mọi máy.', en: 'This person must log in again on every PC.' },
  lock: { vi: 'Khóa tài khoản', en: 'Lock the account' },
  lockAsk: {
    vi: 'Mọi phiên kết thúc ngay và không đăng nhập được nữa. Nhật ký vẫn còn; có thể mở khóa lại.',
    en: 'All sessions end at once and nobody can log in with it. The log stays; it can be unlocked again.',
  },
  unlock: { vi: 'Mở khóa', en: 'Unlock' },
  doIt: { vi: 'Thực hiện', en: 'Do it' },
} as const satisfies Catalogue
