/** The words for every choice a value may be, once: the list, its files and the page of a PC all say them from here. */
import type { Language, Words } from './words.ts'

/** Values in the order in which they are offered and sorted. */
export type Vocabulary = Readonly<Record<string, Words>>

const vocabulary = <T extends Record<string, readonly [vi: string, en: string]>>(choices: T) =>
  Object.fromEntries(Object.entries(choices).map(([value, [vi, en]]) => [value, { vi, en }])) as Readonly<Record<keyof T, Words>>

const same = (text: string): readonly [string, string] => [text, text]

/** What a fact says of connectivity, and what only the collector knows: silence, and that nothing came yet. */
export const STATES = vocabulary({
  internet: ['kết nối internet', 'connected'],
  'wan-only': ['chỉ mạng TSLCD', 'WAN only'],
  'lan-only': ['chỉ mạng nội bộ', 'LAN only'],
  captive: ['bị cổng đăng nhập chặn', 'captive portal'],
  offline: ['không kết nối', 'offline'],
  silent: ['im lặng', 'silent'],
  'no-report': ['chưa có bản kê', 'no report yet'],
})

/** What a PC is on a date, one of these each: the columns of the committee's table. */
export const COUNT_STATES = vocabulary({
  internet: ['kết nối internet', 'connected'],
  'wan-only': ['chỉ mạng TSLCD', 'WAN only'],
  'lan-only': ['chỉ mạng nội bộ', 'LAN only'],
  'stand-alone': ['không nối mạng', 'stand-alone'],
  unknown: ['chưa rõ', 'unknown'],
  silent: ['im lặng', 'silent'],
  'register-only': ['có trong sổ, chưa báo', 'in the register only'],
  exempt: ['không thuộc diện kết nối', 'not to be connected'],
})
export type CountState = keyof typeof COUNT_STATES

/** The blocks of the committee's table; communes and vertical agencies stand outside its total until the rule says otherwise. */
export const BLOCKS = vocabulary({
  I: ['Cấp tỉnh', 'Province'],
  II: ['Cấp huyện', 'Districts'],
  III: ['Cấp xã', 'Communes'],
  IV: ['Ngành dọc', 'Vertical agencies'],
})

export const CHASSIS_KINDS = vocabulary({
  desktop: ['để bàn', 'desktop'],
  laptop: ['xách tay', 'laptop'],
  'all-in-one': ['liền màn hình', 'all-in-one'],
  mini: ['máy mini', 'mini PC'],
  tablet: ['máy tính bảng', 'tablet'],
  server: ['máy chủ', 'server'],
  virtual: ['máy ảo', 'virtual'],
  other: ['khác', 'other'],
})

export const DISK_KINDS = vocabulary({ ssd: same('SSD'), hdd: same('HDD'), virtual: ['ổ ảo', 'virtual'], other: ['khác', 'other'] })

export const EDITIONS = vocabulary({
  home: same('Home'),
  pro: same('Pro'),
  enterprise: same('Enterprise'),
  education: same('Education'),
  ltsc: same('LTSC'),
  server: same('Server'),
  community: ['cộng đồng', 'community'],
  lts: ['dài hạn (LTS)', 'long-term (LTS)'],
  other: ['khác', 'other'],
})

export const SECURE_BOOT = vocabulary({
  on: ['đang bật', 'on'],
  off: ['đang tắt', 'off'],
  'not-capable': ['không hỗ trợ', 'not capable'],
})

const VOCABULARIES: readonly Vocabulary[] = [
  STATES,
  CHASSIS_KINDS,
  DISK_KINDS,
  EDITIONS,
  SECURE_BOOT,
  vocabulary({ good: ['tốt', 'good'], warning: ['cần chú ý', 'warning'], failing: ['sắp hỏng', 'failing'] }),
  vocabulary({ uefi: same('UEFI'), legacy: ['BIOS kiểu cũ', 'legacy BIOS'] }),
  vocabulary({ x86: same('x86 (32 bit)'), x64: same('x64'), arm64: same('ARM64'), other: ['khác', 'other'] }),
  vocabulary({ 'built-in': ['gắn trong', 'built in'], usb: ['qua USB', 'by USB'], other: ['khác', 'other'] }),
  vocabulary({ wired: ['có dây', 'wired'], wireless: ['không dây', 'wireless'], other: ['khác', 'other'] }),
  vocabulary({ domain: ['miền', 'domain'], workgroup: ['nhóm làm việc', 'workgroup'] }),
  vocabulary({ local: ['cắm trực tiếp', 'attached'], network: ['qua mạng', 'over the network'], virtual: ['máy in ảo', 'virtual'] }),
  vocabulary({
    protected: ['đang bảo vệ', 'protected'],
    suspended: ['tạm dừng bảo vệ', 'suspended'],
    'in-progress': ['đang mã hóa hoặc giải mã', 'in progress'],
    none: ['không mã hóa', 'not encrypted'],
  }),
  vocabulary({
    network: ['có đường ra', 'way out'],
    names: ['phân giải tên', 'names'],
    internet: ['ra internet', 'internet'],
    collector: ['tới máy chủ thu thập', 'collector'],
  }),
  vocabulary({ windows: same('Windows'), linux: same('Linux'), macos: same('macOS') }),
  vocabulary({
    critical: ['nghiêm trọng', 'critical'],
    important: ['quan trọng', 'important'],
    moderate: ['trung bình', 'moderate'],
    low: ['thấp', 'low'],
    security: ['an ninh', 'security'],
    other: ['khác', 'other'],
  }),
  vocabulary({
    reached: ['tới được', 'reached'],
    'unexpected-content': ['nội dung lạ', 'unexpected content'],
    untrusted: ['chứng thư không tin cậy', 'untrusted certificate'],
    'wrong-time': ['đồng hồ hoặc chứng thư sai ngày', 'wrong clock or expired certificate'],
    'proxy-login': ['proxy đòi đăng nhập', 'proxy wants a login'],
    yes: ['có', 'yes'],
    no: ['không', 'no'],
    unknown: ['chưa rõ', 'unknown'],
    refused: ['bị từ chối', 'refused'],
    'no-answer': ['không trả lời', 'no answer'],
  }),
  vocabulary({
    none: ['không dùng', 'none'],
    static: ['đặt sẵn', 'static'],
    pac: ['theo tệp PAC', 'PAC file'],
    authenticated: ['có đăng nhập', 'authenticated'],
  }),
]

/** The vocabulary of an enumeration: the one that has a word for each of its values. */
export function vocabularyOf(values: readonly unknown[]): Vocabulary | undefined {
  return VOCABULARIES.find((words) => values.every((value) => typeof value === 'string' && Object.hasOwn(words, value)))
}

/** A choice that has no word, as a newer agent may send, is shown as it was reported. */
export function choiceText(words: Vocabulary | undefined, value: string, language: Language): string {
  return words && Object.hasOwn(words, value) ? (words[value]?.[language] ?? value) : value
}
