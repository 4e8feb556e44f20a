/** The texts of the header and of the frame around every page. */
import type { Role } from '@somay/shared/api/session.ts'
import type { Catalogue } from '@somay/shared/text/catalogue.ts'
import type { Words } from '@somay/shared/text/words.ts'
import type { Theme } from '../display/theme.ts'

export const appText = {
  product: { vi: 'Sổ Máy', en: 'Sổ Máy' },
  skip: { vi: 'Tới nội dung chính', en: 'Skip to the content' },
  pages: { vi: 'Các trang', en: 'Pages' },
  overview: { vi: 'Tổng quan', en: 'Overview' },
  pcs: { vi: 'Máy tính', en: 'PCs' },
  patches: { vi: 'Bản vá', en: 'Patches' },
  plan: { vi: 'Kế hoạch', en: 'Plan' },
  register: { vi: 'Sổ tài sản', en: 'Register' },
  reports: { vi: 'Báo cáo', en: 'Reports' },
  units: { vi: 'Đơn vị', en: 'Units' },
  deployment: { vi: 'Triển khai', en: 'Deployment' },
  administration: { vi: 'Quản trị', en: 'Administration' },
  people: { vi: 'Người dùng', en: 'People' },
  apiTokens: { vi: 'Mã API', en: 'API tokens' },
  identity: { vi: 'Nhận dạng máy', en: 'Identity desk' },
  countRules: { vi: 'Quy tắc đếm', en: 'Rule of counting' },
  agentUpdates: { vi: 'Cập nhật phần mềm trạm', en: 'Agent updates' },
  audit: { vi: 'Nhật ký', en: 'Log' },
  ownAccount: { vi: 'Tài khoản của tôi', en: 'My account' },
  mustChange: {
    vi: 'Mật khẩu đang dùng do quản trị viên cấp. Đặt mật khẩu của riêng mình thì mới vào được sổ.',
    en: 'Your password was given by an administrator. Choose one of your own to open the ledger.',
  },
  bundles: { vi: 'Gói ngoại tuyến', en: 'Offline bundles' },
  bundlesLeft: { vi: '(còn {count} tệp)', en: '({count} files left)' },
  find: { vi: 'Tìm máy…', en: 'Find a PC…' },
  findLabel: { vi: 'Tìm máy theo tên, đơn vị, serial, địa chỉ', en: 'Find a PC by name, unit, serial or address' },
  language: { vi: 'Ngôn ngữ', en: 'Language' },
  account: { vi: 'Tài khoản', en: 'Account' },
  theme: { vi: 'Nền trang', en: 'Theme' },
  logOut: { vi: 'Đăng xuất', en: 'Log out' },
  logOutAsk: { vi: 'Đăng xuất bây giờ?', en: 'Log out now?' },
  logOutLoses: {
    vi: 'Còn {count} tệp gói ngoại tuyến chưa nhập xong. Sau khi đăng xuất phải chọn lại các tệp đó; những gì đã nhập vẫn còn.',
    en: '{count} bundle files are not imported yet. After logging out they must be chosen again; what was imported stays.',
  },
  nothingHere: { vi: 'Không có trang này', en: 'There is no such page' },
  nothingHereTodo: { vi: 'Kiểm tra lại địa chỉ, hoặc về danh sách máy tính.', en: 'Check the address, or go to the list of PCs.' },
  toPcs: { vi: 'Về danh sách máy tính', en: 'To the list of PCs' },
} as const satisfies Catalogue

export const themeWords: Record<Theme, Words> = {
  system: { vi: 'Theo máy', en: 'System' },
  light: { vi: 'Sáng', en: 'Light' },
  dark: { vi: 'Tối', en: 'Dark' },
}

export const roleWords: Record<Role, Words> = {
  viewer: { vi: 'Người xem', en: 'Viewer' },
  planner: { vi: 'Người lập kế hoạch', en: 'Planner' },
  'it-staff': { vi: 'Cán bộ CNTT', en: 'IT staff' },
  administrator: { vi: 'Quản trị viên', en: 'Administrator' },
}

export const roleNotes: Record<Role, Words> = {
  viewer: { vi: 'Xem máy, số liệu và xuất tệp trong phạm vi.', en: 'Sees PCs and counts and exports them, within the scope.' },
  planner: { vi: 'Như người xem; lập kế hoạch nâng cấp.', en: 'As a viewer; plans upgrades.' },
  'it-staff': { vi: 'Như người xem; điều chuyển máy, nhập gói ngoại tuyến.', en: 'As a viewer; moves PCs and imports bundles.' },
  administrator: {
    vi: 'Tất cả; người dùng, cây đơn vị, mã API và nhật ký chỉ khi phạm vi là toàn bộ đơn vị.',
    en: 'Everything; people, the tree of units, API tokens and the log only with all units as scope.',
  },
}
