/** The texts of logging in and of making the first administrator. */
import type { Catalogue } from '@somay/shared/text/catalogue.ts'

export const logInText = {
  title: { vi: 'Đăng nhập', en: 'Log in' },
  userName: { vi: 'Tên đăng nhập', en: 'User name' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  show: { vi: 'Hiện mật khẩu', en: 'Show the password' },
  code: { vi: 'Mã xác thực', en: 'Code' },
  codeNote: { vi: 'Mã 6 số của ứng dụng xác thực, hoặc một mã khôi phục.', en: 'Six digits of your authenticator, or a recovery code.' },
  submit: { vi: 'Đăng nhập', en: 'Log in' },
  forgotten: {
    vi: 'Quên mật khẩu: nhờ quản trị viên của đơn vị đặt mật khẩu mới.',
    en: 'Forgot it? Ask an administrator for a new one.',
  },
  about: {
    vi: 'Sổ Máy là sổ theo dõi máy tính của cơ quan: cấu hình, bản vá, kết nối và nhu cầu nâng cấp.',
    en: 'Sổ Máy is the ledger of an agency’s PCs: hardware, patches, connectivity and upgrade needs.',
  },
  firstTitle: { vi: 'Tạo quản trị viên đầu tiên', en: 'Make the first administrator' },
  firstAbout: {
    vi: 'Liên kết này chỉ dùng được một lần. Tài khoản tạo ra có toàn quyền; các tài khoản khác do tài khoản này tạo sau.',
    en: 'This link works once. The account has every right; it can make the other accounts later.',
  },
  firstUserNote: {
    vi: 'Chữ thường không dấu, chữ số, dấu chấm hoặc gạch nối; ví dụ: nguyen.a',
    en: 'Lower-case letters without marks, digits, dots or hyphens; for example nguyen.a',
  },
  firstUserProblem: {
    vi: 'Tên đăng nhập chỉ gồm chữ thường không dấu, chữ số, dấu chấm, gạch nối, gạch dưới và bắt đầu bằng chữ hoặc số.',
    en: 'Use lower-case letters without marks, digits, dots, hyphens or underscores, beginning with a letter or digit.',
  },
  firstPasswordNote: {
    vi: 'Ít nhất 10 ký tự. Một câu dài dễ nhớ tốt hơn một từ khó.',
    en: 'At least 10 characters. A long phrase is better than a hard word.',
  },
  firstPasswordProblem: { vi: 'Mật khẩu cần ít nhất 10 ký tự.', en: 'The password needs at least 10 characters.' },
  firstSubmit: { vi: 'Tạo tài khoản và vào sổ', en: 'Make the account and open the ledger' },
  firstNoCode: {
    vi: 'Địa chỉ thiếu mã. Mở lại đúng liên kết mà máy chủ thu thập in ra khi khởi động.',
    en: 'The address lacks its code. Open the very link that the collector printed at start.',
  },
} as const satisfies Catalogue
