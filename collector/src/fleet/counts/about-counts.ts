/** What a file says of the counts it holds: date, rule, what counts as what, who took it and when. */
import type { Counts } from '@somay/shared/api/counts.ts'
import { formatDateTime } from '@somay/shared/text/dates.ts'
import { formatDay } from '@somay/shared/text/days.ts'
import type { Language, Words } from '@somay/shared/text/words.ts'
import type { CountRule } from '../../counting/rule.ts'
import type { Table } from '../../export/table.ts'

const LABELS = {
  asOf: { vi: 'Số liệu đến hết ngày', en: 'As of the end of' },
  taken: { vi: 'Tính lúc', en: 'Counted at' },
  who: { vi: 'Người xuất', en: 'Exported by' },
  within: { vi: 'Phạm vi', en: 'Within' },
  rule: { vi: 'Quy tắc', en: 'Rule' },
  total: { vi: 'Khối tính vào tổng', en: 'Blocks in the total' },
  title: { vi: 'Báo cáo', en: 'Report' },
  note: { vi: 'Ghi chú', en: 'Note' },
  frozen: { vi: 'Chốt lúc', en: 'Frozen at' },
  frozenBy: { vi: 'Người chốt', en: 'Frozen by' },
  hash: { vi: 'Mã kiểm (SHA-256)', en: 'Checksum (SHA-256)' },
  means: { vi: 'Cách hiểu', en: 'How to read it' },
  conditions: { vi: 'Loại máy, HĐH, bản vá', en: 'Kinds, systems, updates' },
} as const satisfies Record<string, Words>

type Dated = Pick<Counts, 'asOf' | 'at' | 'of' | 'isOver' | 'since' | 'conditionsFrom'> & {
  readonly rule: CountRule
  readonly blocks: readonly string[]
}

/** "đến hết ngày 30/09/2026", or of a day that is not over the moment of the count. */
export function untilWords({ asOf, isOver, at }: Pick<Dated, 'asOf' | 'isOver' | 'at'>, timeZone: string): Words {
  const day = formatDay(asOf)
  if (isOver) return { vi: `đến hết ngày ${day}`, en: `as of the end of ${day}` }
  const moment = formatDateTime(at, timeZone)
  return { vi: `đến ${moment} (ngày chưa hết)`, en: `as of ${moment}, a day that is not over` }
}

const MOST_NAMED = 3

/** Of which units the count is; undefined where it is of everything. */
export function partWords({ of }: Pick<Dated, 'of'>): Words | undefined {
  if (of === undefined) return undefined
  const named = of.slice(0, MOST_NAMED).join('; ')
  const more = of.length - MOST_NAMED
  if (more <= 0) return { vi: named, en: named }
  return { vi: `${named} và ${more} đơn vị khác`, en: `${named} and ${more} other units` }
}

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

/** What the figures beside connectivity rest on. */
const CONDITIONS_MEAN: readonly Words[] = [
  {
    vi: 'Loại máy, hỗ trợ của hệ điều hành và bản vá theo bản kê phần mềm trạm đã gửi và máy chủ thu thập đã ghi tới hết ngày đó; máy chưa gửi là "chưa rõ", trừ loại máy nếu sổ tài sản có ghi.',
    en: 'Kinds, support of systems and updates are by the inventories agents had sent and the collector had kept by the end of that day; of PCs that sent none they are unknown, but for the kind where the register tells it.',
  },
  {
    vi: 'Số máy có phần mềm phòng chống mã độc bản quyền do đơn vị khai; phần mềm trạm không xác nhận được việc mua.',
    en: 'PCs with licensed antivirus are told by the units; no agent can prove that something was paid.',
  },
]

/** Of a day on which they were not kept yet nothing is told, and that is said. */
export function conditionWords({ conditionsFrom }: Pick<Dated, 'conditionsFrom'>): readonly Words[] {
  if (conditionsFrom === undefined) return CONDITIONS_MEAN
  const day = formatDay(conditionsFrom)
  return [
    {
      vi: `Loại máy, hỗ trợ của hệ điều hành và bản vá được ghi từ ngày ${day}; ngày này chưa có.`,
      en: `Kinds, support of systems and updates are kept from ${day} on; of this day there are none.`,
    },
  ]
}

/** Of a day before the ledger began a zero would say that there was no PC. */
export function sinceWords(since: string): Words {
  const day = formatDay(since)
  return { vi: `Sổ ghi từ ngày ${day}; trước đó không có số liệu.`, en: `The ledger begins on ${day} and knows nothing of before.` }
}

type Sealed = Omit<Dated, 'blocks' | 'isOver'> & {
  readonly title: string
  readonly note: string
  readonly who: string
  readonly hash: string
}

type Circumstances = { readonly language: Language; readonly timeZone: string; readonly who: string }

export function aboutCounts(counts: Dated, { language, timeZone, who }: Circumstances): Table['about'] {
  const { asOf, isOver, at, rule, blocks } = counts
  const say = (key: keyof typeof LABELS) => LABELS[key][language]
  return [
    [say('asOf'), isOver ? formatDay(asOf) : untilWords(counts, timeZone)[language]],
    ...within(counts, language),
    [say('taken'), `${formatDateTime(at, timeZone)} (${timeZone})`],
    [say('who'), who],
    [say('rule'), ruleSentence(rule)[language]],
    [say('total'), blocks.join(', ')],
    [say('means'), MEANS[language]],
    [
      say('conditions'),
      conditionWords(counts)
        .map((words) => words[language])
        .join(' '),
    ],
    ...(counts.since === undefined ? [] : [[say('note'), sinceWords(counts.since)[language]] as const]),
  ]
}

/** Of a frozen report: when and by whom it was frozen, and nothing of the moment of export, so that every export says the same. */
export function aboutFrozen(report: Sealed, { language, timeZone }: Pick<Circumstances, 'language' | 'timeZone'>): Table['about'] {
  const say = (key: keyof typeof LABELS) => LABELS[key][language]
  return [
    [say('title'), report.title],
    ...(report.note === '' ? [] : [[say('note'), report.note] as const]),
    [say('asOf'), formatDay(report.asOf)],
    ...within(report, language),
    [say('frozen'), `${formatDateTime(report.at, timeZone)} (${timeZone})`],
    [say('frozenBy'), report.who],
    [say('rule'), ruleSentence(report.rule)[language]],
    [say('total'), report.rule.blocks.join(', ')],
    [say('hash'), report.hash],
    [say('means'), MEANS[language]],
  ]
}

function within(counts: Pick<Dated, 'of'>, language: Language): Table['about'] {
  const part = partWords(counts)
  return part ? [[LABELS.within[language], part[language]]] : []
}
