/** The counts of a date as an official document: the sentence with both rates, what the others are, the rule, and the committee's table as its annex. */
import type { Counts } from '@somay/shared/api/counts.ts'
import type { Cell } from '@somay/shared/api/pcs.ts'
import { COUNT_STATES } from '@somay/shared/text/choices.ts'
import { STATE_NAMES, sumsOf } from '@somay/shared/text/figures.ts'
import { formatNumber, formatRate } from '@somay/shared/text/numbers.ts'
import type { Language, Words } from '@somay/shared/text/words.ts'
import type { Annex, Issuer, Letter, LetterRow } from '../../export/letter.ts'
import type { TableColumn } from '../../export/table.ts'
import { conditionWords, MEANS, partWords, ruleSentence, sinceWords, untilWords } from './about-counts.ts'
import { conditionColumns, connectivityColumns } from './columns.ts'
import { COUNT_TITLE, countRows } from './table.ts'

/** Parts of the page's width: enough that no figure and no word of a heading breaks. */
const SHARES: Readonly<Record<string, number>> = {
  number: 5.6,
  name: 21,
  staff: 9.5,
  equipped: 9.5,
  equippedRate: 7.2,
  all: 7.5,
  exempt: 8.8,
  connected: 8.8,
  rate: 7.2,
  rateAllowed: 8.2,
  note: 18,
}
const FIGURE_SHARE = 7.9

type Circumstances = {
  readonly language: Language
  readonly timeZone: string
  readonly issuer: Issuer
  /** Undefined for the usual one. */
  readonly title?: string | undefined
  /** What else the document says, such as by whom it was frozen. */
  readonly notes?: readonly string[]
}

export function countLetter(counts: Counts, { language, timeZone, issuer, title, notes = [] }: Circumstances): Letter {
  const until = untilWords(counts, timeZone)[language]
  const vi = language === 'vi'
  const part = partWords(counts)?.[language]
  const subject = vi
    ? `Tình hình kết nối internet của máy tính${part === undefined ? '' : ` (${part})`} ${until}`
    : `Internet connectivity of PCs${part === undefined ? '' : ` (${part})`} ${until}`
  return {
    language,
    issuer,
    at: counts.at,
    title: vi ? 'Báo cáo' : 'Report',
    subtitle: title === undefined ? subject : part === undefined ? title : `${title} (${part})`,
    paragraphs: [
      sentence(counts, until, language),
      ...others(counts, language),
      ruleSentence(counts.rule)[language],
      MEANS[language],
      ...notes,
    ],
    annexes: annexesOf(counts, until, language),
  }
}

const CONDITION_TITLE: Words = {
  vi: 'Máy tính theo đơn vị: loại máy, bảo vệ, hệ điều hành và bản vá',
  en: 'PCs by unit: kinds, protection, systems and updates',
}

/** On one sheet of paper its columns would be too narrow to read. */
function annexesOf(counts: Counts, until: string, language: Language): Annex[] {
  const dated = language === 'vi' ? `số liệu ${until}` : until
  const annex = (title: Words, columns: readonly TableColumn[], notes: readonly string[]): Annex => ({
    title: `${title[language]} (${dated})`,
    columns: columns.map(({ key, heading, kind }) => ({
      heading: heading[language],
      isNumber: kind !== 'text',
      share: SHARES[key] ?? FIGURE_SHARE,
    })),
    rows: annexRows(counts, columns, language),
    notes,
  })
  // Of a day of which the ledger knows nothing there are no rows, and no zeros.
  if (counts.since !== undefined) return []
  const conditions = conditionColumns(counts)
  return [
    annex(COUNT_TITLE, connectivityColumns(counts), [ruleSentence(counts.rule)[language]]),
    ...(conditions.length === 0
      ? []
      : [
          annex(
            CONDITION_TITLE,
            conditions,
            conditionWords(counts).map((words) => words[language]),
          ),
        ]),
  ]
}

function sentence(counts: Counts, until: string, language: Language): string {
  const { connected, all, allowed } = sumsOf(counts.total)
  const [n, of, may] = [connected, all, allowed].map((one) => formatNumber(one, language))
  const [rate, other] = [formatRate(connected, all, language), formatRate(connected, allowed, language)]
  const [when, where] = [`${until.charAt(0).toUpperCase()}${until.slice(1)}`, partWords(counts)?.[language]]
  const known = counts.since === undefined ? '' : ` ${sinceWords(counts.since)[language]}`
  if (language === 'vi') {
    const at = where === undefined ? '' : `, tại ${where}`
    if (all === 0) return `${when}${at}, trong sổ không có máy tính nào.${known}`
    return `${when}${at}, ${n} trên ${of} máy tính kết nối internet, đạt tỷ lệ ${rate}; tính trên ${may} máy thuộc diện kết nối, tỷ lệ là ${other}.`
  }
  const at = where === undefined ? '' : `, in ${where}`
  if (all === 0) return `${when}${at}, the ledger held no PC.${known}`
  return `${when}${at}, ${n} of ${of} PCs were connected to the internet, a rate of ${rate}; of the ${may} PCs that may be connected, ${other}.`
}

function others({ total }: Counts, language: Language): string[] {
  const told = STATE_NAMES.filter((state) => state !== 'internet' && total[state] > 0).map(
    (state) => `${COUNT_STATES[state][language]}: ${formatNumber(total[state], language)}`,
  )
  if (told.length === 0) return []
  return [`${language === 'vi' ? 'Các máy còn lại' : 'The other PCs'}: ${told.join('; ')}.`]
}

function annexRows(counts: Counts, columns: readonly TableColumn[], language: Language): LetterRow[] {
  return countRows(counts, language).map(({ cells, isSum }) => ({
    cells: columns.map(({ key, kind }) => cellText(cells[key], kind === 'rate', language)),
    isBold: isSum,
  }))
}

function cellText(cell: Cell | undefined, isRate: boolean, language: Language): string {
  if (typeof cell !== 'number') return String(cell ?? '')
  // On whole thousandths, rounded half up as everywhere.
  return isRate ? formatRate(Math.round(cell * 1e9), 1e9, language) : formatNumber(cell, language)
}
