/** The texts of the page of the rule of counting. */
import type { Catalogue } from '@somay/shared/text/catalogue.ts'

export const countRulesText = {
  title: { vi: 'Quy tắc đếm', en: 'Rule of counting' },
  means: {
    vi: 'Mỗi ngày được đếm theo bản mới nhất có hiệu lực đến ngày đó. Bản cũ còn nguyên; báo cáo đã chốt không đổi.',
    en: 'Every day is counted by the latest version that holds on it. Earlier versions stay; frozen reports do not change.',
  },
  version: { vi: 'Bản', en: 'Version' },
  fromDay: { vi: 'Áp dụng từ ngày', en: 'Holds from' },
  begin: { vi: 'từ đầu', en: 'the beginning' },
  windowDays: { vi: 'Kết nối: có internet trong (ngày)', en: 'Connected: internet within (days)' },
  silentDays: { vi: 'Im lặng: không tín hiệu quá (ngày)', en: 'Silent: not heard of for (days)' },
  blocks: { vi: 'Khối tính vào tổng', en: 'Blocks in the total' },
  who: { vi: 'Người đặt', en: 'Made by' },
  at: { vi: 'Lúc', en: 'At' },
  builtIn: { vi: 'có sẵn', en: 'built in' },
  replaced: { vi: 'không áp dụng: bản {version} thay', en: 'not in force: version {version} took its place' },
  replaces: {
    vi: 'Bản {version} (từ {day}) sẽ không áp dụng nữa: bản mới thay từ ngày đó trở đi.',
    en: 'Version {version} (from {day}) will be in force no more: the new one takes its place from that day on.',
  },
  current: { vi: 'đang dùng hôm nay', en: 'today’s' },
  make: { vi: 'Đặt bản mới…', en: 'Make a new version…' },
  makeTitle: { vi: 'Bản mới của quy tắc đếm', en: 'A new version of the rule' },
  makeNote: {
    vi: 'Số liệu từ ngày {day} trở đi được tính lại theo bản này.',
    en: 'Counts from {day} on are made anew by this version.',
  },
  daysProblem: { vi: 'Nhập số ngày từ 1 đến {most}.', en: 'Enter 1 to {most} days.' },
  blocksProblem: { vi: 'Chọn ít nhất một khối.', en: 'Choose at least one block.' },
  dayProblem: { vi: 'Chọn ngày áp dụng.', en: 'Choose the day.' },
  save: { vi: 'Đặt', en: 'Make it' },
} as const satisfies Catalogue
