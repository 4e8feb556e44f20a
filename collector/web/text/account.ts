/** The texts of the page of one's own account. */
import type { Catalogue } from '@somay/shared/text/catalogue.ts'

export const accountText = {
  title: { vi: 'Tài khoản của tôi', en: 'My account' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  oldPassword: { vi: 'Mật khẩu hiện tại', en: 'Present password' },
  newPassword: { vi: 'Mật khẩu mới', en: 'New password' },
  changePassword: { vi: 'Đổi mật khẩu', en: 'Change the password' },
  changed: { vi: 'Đã đổi mật khẩu. Các phiên khác của bạn đã kết thúc.', en: 'The password was changed. Your other sessions have ended.' },
  secondFactor: { vi: 'Xác thực hai lớp', en: 'Second factor' },
  secondFactorOff: {
    vi: 'Chưa bật. Khi bật, đăng nhập cần thêm mã 6 số của ứng dụng xác thực trên điện thoại (Google Authenticator, Microsoft Authenticator, Aegis…). Điện thoại không cần mạng.',
    en: 'Not on. When it is, logging in also needs the six digits of an authenticator on your phone (Google Authenticator, Microsoft Authenticator, Aegis…). The phone needs no network.',
  },
  secondFactorOn: { vi: 'Đang bật. Còn {count} mã khôi phục.', en: 'On. {count} recovery codes are left.' },
  begin: { vi: 'Bật xác thực hai lớp', en: 'Turn it on' },
  scan: {
    vi: 'Quét hình này bằng ứng dụng xác thực, hoặc nhập khóa bên dưới, rồi nhập mã 6 số đang hiện.',
    en: 'Scan this picture with your authenticator, or enter the key below, then enter the six digits it shows.',
  },
  picture: { vi: 'Hình mã QR chứa khóa', en: 'QR code that holds the key' },
  key: { vi: 'Khóa', en: 'Key' },
  code: { vi: 'Mã 6 số', en: 'Six digits' },
  confirm: { vi: 'Xác nhận', en: 'Confirm' },
  recoveryTitle: { vi: 'Mã khôi phục', en: 'Recovery codes' },
  recoveryNote: {
    vi: 'Đã bật. Chép hoặc in các mã này và cất ở nơi an toàn: mỗi mã dùng được một lần khi mất điện thoại. Chỉ hiện một lần này.',
    en: 'It is on. Copy or print these codes and keep them in a safe place: each opens once when the phone is lost. Shown this once.',
  },
  end: { vi: 'Tắt xác thực hai lớp', en: 'Turn it off' },
  endNote: { vi: 'Sau đó chỉ cần mật khẩu để đăng nhập.', en: 'After that the password alone opens.' },
  sessions: { vi: 'Phiên đang mở', en: 'Open sessions' },
  sessionsNote: {
    vi: 'Thấy phiên lạ thì kết thúc phiên đó và đổi mật khẩu.',
    en: 'If one is not yours, end it and change your password.',
  },
  begun: { vi: 'Bắt đầu', en: 'Begun' },
  address: { vi: 'Từ địa chỉ', en: 'From' },
  browser: { vi: 'Trình duyệt', en: 'Browser' },
  ends: { vi: 'Hết hạn', en: 'Ends' },
  thisOne: { vi: 'phiên này', en: 'this one' },
  endSession: { vi: 'Kết thúc', en: 'End' },
  scope: { vi: 'Phạm vi', en: 'Scope' },
} as const satisfies Catalogue
