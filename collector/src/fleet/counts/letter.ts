/** The counts of a date as an official document: the sentence with both rates, what the others are, the rule, and the committee's table as its annex. */
import type { Counts } from '@somay/shared/api/counts.ts'
import type { Cell } from '@somay/shared/api/pcs.ts'
import { COUNT_STATES } from '@somay/shared/text/choices.ts'
import { formatDay } from '@somay/shared/text/days.ts'
import { STATE_NAMES, sumsOf } from '@somay/shared/text/figures.ts'
import { formatNumber, formatRate } from '@somay/shared/text/numbers.ts'
import type { Language } from '@somay/shared/text/words.ts'
import type { Issuer, Letter, LetterRow } from '../../export/letter.ts'
import { MEANS, ruleSentence } from './about-counts.ts'
import { COUNT_TITLE, countColumns, countRows } from './table.ts'

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
}
const STATE_SHARE = 7.9

type Circumstances = {
  readonly language: Language
  readonly issuer: Issuer
  /** Undefined for the usual one. */
  readonly title?: string | undefined
  /** What else the document says, such as by whom it was frozen. */
  readonly notes?: readonly string[]
}

export function countLetter(counts: Counts, { language, issuer, title, notes = [] }: Circumstances): Letter {
  const day = formatDay(counts.asOf)
  const vi = language === 'vi'
  return {
    language,
    issuer,
    at: counts.at,
    title: vi ? 'Báo cáo' : 'Report',
    subtitle:
      title ??
      (vi ? `Tình hình kết nối internet của máy tính đến hết ngày ${day}` : `Internet connectivity of PCs as of the end of ${day}`),
    paragraphs: [sentence(counts, language), ...others(counts, language), ruleSentence(counts.rule)[language], MEANS[language], ...notes],
    annexes: [
      {
        title: `${COUNT_TITLE[language]} (${vi ? 'số liệu đến hết ngày' : 'as of the end of'} ${day})`,
        columns: countColumns(counts).map(({ key, heading, kind }) => ({
          heading: heading[language],
          isNumber: kind !== 'text',
          share: SHARES[key] ?? STATE_SHARE,
        })),
        rows: annexRows(counts, language),
        notes: [ruleSentence(counts.rule)[language]],
      },
    ],
  }
}

function sentence({ total, asOf }: Counts, language: Language): string {
  const { connected, all, allowed } = sumsOf(total)
  const [n, of, may] = [connected, all, allowed].map((one) => formatNumber(one, language))
  const [rate, other] = [formatRate(connected, all, language), formatRate(connected, allowed, language)]
  const day = formatDay(asOf)
  if (language === 'vi')
    return `Đến hết ngày ${day}, ${n} trên ${of} máy tính kết nối internet, đạt tỷ lệ ${rate}; tính trên ${may} máy thuộc diện kết nối, tỷ lệ là ${other}.`
  return `As of the end of ${day}, ${n} of ${of} PCs were connected to the internet, a rate of ${rate}; of the ${may} PCs that may be connected, ${other}.`
}

function others({ total }: Counts, language: Language): string[] {
  const told = STATE_NAMES.filter((state) => state !== 'internet' && total[state] > 0).map(
    (state) => `${COUNT_STATES[state][language]}: ${formatNumber(total[state], language)}`,
  )
  if (told.length === 0) return []
  return [`${language === 'vi' ? 'Các máy còn lại' : 'The other PCs'}: ${told.join('; ')}.`]
}

function annexRows(counts: Counts, language: Language): LetterRow[] {
  return countRows(counts, language).map(({ cells }) => ({
    cells: countColumns(counts).map(({ key, kind }) => cellText(cells[key], kind === 'rate', language)),
    // The total, blocks by their Roman numerals, and what stands outside.
    isBold: cells.number === '' || /^[IVX]+$/.test(String(cells.number)),
  }))
}

function cellText(cell: Cell | undefined, isRate: boolean, language: Language): string {
  if (typeof cell !== 'number') return String(cell ?? '')
  // On whole thousandths, rounded half up as everywhere.
  return isRate ? formatRate(Math.round(cell * 1e9), 1e9, language) : formatNumber(cell, language)
}
