/** Words for the choices and units that facts use; a choice that these pages do not know is shown as reported. */
import type { Language, Words } from '@somay/shared/text/words.ts'

const CHOICES: Readonly<Record<string, Words>> = {
  desktop: { vi: 'để bàn', en: 'desktop' },
  laptop: { vi: 'xách tay', en: 'laptop' },
  'all-in-one': { vi: 'liền màn hình', en: 'all-in-one' },
  mini: { vi: 'mini', en: 'mini' },
  tablet: { vi: 'máy tính bảng', en: 'tablet' },
  server: { vi: 'máy chủ', en: 'server' },
  virtual: { vi: 'ảo', en: 'virtual' },
  other: { vi: 'khác', en: 'other' },
  uefi: { vi: 'UEFI', en: 'UEFI' },
  legacy: { vi: 'BIOS kiểu cũ', en: 'legacy BIOS' },
  ssd: { vi: 'SSD', en: 'SSD' },
  hdd: { vi: 'HDD (đĩa quay)', en: 'HDD (spinning)' },
  good: { vi: 'tốt', en: 'good' },
  warning: { vi: 'cần chú ý', en: 'warning' },
  failing: { vi: 'sắp hỏng', en: 'failing' },
  wired: { vi: 'có dây', en: 'wired' },
  wireless: { vi: 'không dây', en: 'wireless' },
  windows: { vi: 'Windows', en: 'Windows' },
  linux: { vi: 'Linux', en: 'Linux' },
  macos: { vi: 'macOS', en: 'macOS' },
  critical: { vi: 'nghiêm trọng', en: 'critical' },
  important: { vi: 'quan trọng', en: 'important' },
  moderate: { vi: 'trung bình', en: 'moderate' },
  low: { vi: 'thấp', en: 'low' },
  security: { vi: 'an ninh', en: 'security' },
  home: { vi: 'Home', en: 'Home' },
  pro: { vi: 'Pro', en: 'Pro' },
  enterprise: { vi: 'Enterprise', en: 'Enterprise' },
  education: { vi: 'Education', en: 'Education' },
  ltsc: { vi: 'LTSC', en: 'LTSC' },
  community: { vi: 'cộng đồng', en: 'community' },
  lts: { vi: 'hỗ trợ dài hạn (LTS)', en: 'long-term support (LTS)' },
  internet: { vi: 'kết nối internet', en: 'connected' },
  'wan-only': { vi: 'chỉ mạng TSLCD', en: 'WAN only' },
  'lan-only': { vi: 'chỉ mạng nội bộ', en: 'LAN only' },
  captive: { vi: 'bị cổng đăng nhập chặn', en: 'captive portal' },
  offline: { vi: 'không kết nối', en: 'offline' },
  silent: { vi: 'im lặng', en: 'silent' },
  'no-report': { vi: 'chưa có bản kê', en: 'no report yet' },
  unknown: { vi: 'chưa rõ', en: 'unknown' },
  reached: { vi: 'tới được', en: 'reached' },
  'unexpected-content': { vi: 'nội dung lạ', en: 'unexpected content' },
  refused: { vi: 'bị từ chối', en: 'refused' },
  'no-answer': { vi: 'không trả lời', en: 'no answer' },
  none: { vi: 'không dùng', en: 'none' },
  static: { vi: 'đặt sẵn', en: 'static' },
  pac: { vi: 'theo tệp PAC', en: 'PAC file' },
  authenticated: { vi: 'có đăng nhập', en: 'authenticated' },
}

export function choiceText(value: string, language: Language): string {
  return Object.hasOwn(CHOICES, value) ? (CHOICES[value]?.[language] ?? value) : value
}

const UNITS: Readonly<Record<string, Words>> = {
  percent: { vi: '%', en: '%' },
  h: { vi: 'giờ', en: 'h' },
  degC: { vi: '°C', en: '°C' },
}

export function unitText(unit: string, language: Language): string {
  return Object.hasOwn(UNITS, unit) ? (UNITS[unit]?.[language] ?? unit) : unit
}
