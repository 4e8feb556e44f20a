/** What a file says of the counts it holds: date, rule, what counts as what, who took it and when. */
import { formatDateTime } from '@somay/shared/text/dates.ts'
import { formatDay } from '@somay/shared/text/days.ts'
import type { Language, Words } from '@somay/shared/text/words.ts'
import type { CountRule } from '../../counting/rule.ts'
import type { Table } from '../../export/table.ts'

const LABELS = {
  asOf: { vi: 'Số liệu đến hết ngày', en: 'As of the end of' },
  taken: { vi: 'Tính lúc', en: 'Counted at' },
  who: { vi: 'Người xuất', en: 'Exported by' },
  rule: { vi: 'Quy tắc', en: 'Rule' },
  total: { vi: 'Khối tính vào tổng', en: 'Blocks in the total' },
  title: { vi: 'Báo cáo', en: 'Report' },
  note: { vi: 'Ghi chú', en: 'Note' },
  frozen: { vi: 'Chốt lúc', en: 'Frozen at' },
  frozenBy: { vi: 'Người chốt', en: 'Frozen by' },
  hash: { vi: 'Mã kiểm (SHA-256)', en: 'Checksum (SHA-256)' },
  means: { vi: 'Cách hiểu', en: 'How to read it' },
} as const satisfies Record<string, Words>

type Dated = { readonly asOf: string; readonly at: number; readonly rule: CountRule }

export function ruleSentence({ version, windowDays, silentDays }: CountRule): Words {
  return {
    vi: `Quy tắc đếm bản ${version}: máy kết nối là máy có internet ít nhất một ngày trong ${windowDays} ngày gần nhất; máy im lặng là máy không có tín hiệu nào trong ${silentDays} ngày.`,
    en: `Rule of counting, version ${version}: connected is a PC that had internet on at least one of the last ${windowDays} days; silent is one not heard of for ${silentDays} days.`,
  }
}

export const MEANS: Words = {
  vi: 'Mỗi máy đứng ở đúng một cột. "Chưa rõ" và "im lặng" không có nghĩa là không kết nối.',
  en: 'Every PC stands in exactly one column. "Unknown" and "silent" do not mean not connected.',
}

type Sealed = Dated & { readonly title: string; readonly note: string; readonly who: string; readonly hash: string }

type Circumstances = { readonly language: Language; readonly timeZone: string; readonly who: string }

export function aboutCounts({ asOf, at, rule }: Dated, { language, timeZone, who }: Circumstances): Table['about'] {
  const say = (key: keyof typeof LABELS) => LABELS[key][language]
  return [
    [say('asOf'), formatDay(asOf)],
    [say('taken'), `${formatDateTime(at, timeZone)} (${timeZone})`],
    [say('who'), who],
    [say('rule'), ruleSentence(rule)[language]],
    [say('total'), rule.blocks.join(', ')],
    [say('means'), MEANS[language]],
  ]
}

/** Of a frozen report: when and by whom it was frozen, and nothing of the moment of export, so that every export says the same. */
export function aboutFrozen(report: Sealed, { language, timeZone }: Pick<Circumstances, 'language' | 'timeZone'>): Table['about'] {
  const say = (key: keyof typeof LABELS) => LABELS[key][language]
  return [
    [say('title'), report.title],
    ...(report.note === '' ? [] : [[say('note'), report.note] as const]),
    [say('asOf'), formatDay(report.asOf)],
    [say('frozen'), `${formatDateTime(report.at, timeZone)} (${timeZone})`],
    [say('frozenBy'), report.who],
    [say('rule'), ruleSentence(report.rule)[language]],
    [say('total'), report.rule.blocks.join(', ')],
    [say('hash'), report.hash],
    [say('means'), MEANS[language]],
  ]
}
