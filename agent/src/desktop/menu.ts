/** The menu of the window: edit, zoom and quit, so that their keys work everywhere; out of sight until Alt, on macOS at the top. */

/** Names of Electron's, which knows what each does and which keys it has. */
export type MenuRole =
  | 'undo'
  | 'redo'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'selectAll'
  | 'zoomIn'
  | 'zoomOut'
  | 'resetZoom'
  | 'minimize'
  | 'close'
  | 'quit'

export type SubMenu = { readonly label: string; readonly submenu: readonly { readonly label: string; readonly role: MenuRole }[] }

const WORDS = {
  vi: {
    edit: 'Soạn',
    view: 'Xem',
    undo: 'Hoàn tác',
    redo: 'Làm lại',
    cut: 'Cắt',
    copy: 'Sao chép',
    paste: 'Dán',
    selectAll: 'Chọn tất cả',
    zoomIn: 'Phóng to',
    zoomOut: 'Thu nhỏ',
    resetZoom: 'Cỡ thường',
    minimize: 'Thu xuống thanh tác vụ',
    close: 'Đóng cửa sổ',
    quit: 'Thoát',
    open: 'Mở Sổ Máy',
  },
  en: {
    edit: 'Edit',
    view: 'View',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    resetZoom: 'Actual size',
    minimize: 'Minimise',
    close: 'Close window',
    quit: 'Quit',
    open: 'Open Sổ Máy',
  },
} as const

export type MenuLanguage = keyof typeof WORDS

/** The first takes the place of the program's own menu on macOS. */
export function menuOf(language: MenuLanguage): readonly SubMenu[] {
  const words = WORDS[language]
  const entries = (...roles: readonly MenuRole[]) => roles.map((role) => ({ label: words[role], role }))
  return [
    { label: 'Sổ Máy', submenu: entries('minimize', 'close', 'quit') },
    { label: words.edit, submenu: entries('undo', 'redo', 'cut', 'copy', 'paste', 'selectAll') },
    { label: words.view, submenu: entries('zoomIn', 'zoomOut', 'resetZoom') },
  ]
}

export function trayWords(language: MenuLanguage): { readonly open: string; readonly quit: string } {
  return WORDS[language]
}
