/** What a list of a plan shows, in words: "27 máy thay mới năm 2027, Sở Tài chính". Pure. */
import { BLOCKS, choiceText } from '@somay/shared/text/choices.ts'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { NOT_PRICED, REMEDY_WORDS, VERDICTS } from '@somay/shared/text/plan.ts'
import type { Language, Words } from '@somay/shared/text/words.ts'
import type { PlannedFilter } from '../plan/url-state.ts'

type Shown = {
  readonly filter: PlannedFilter
  /** Undefined while it is not known. */
  readonly count: number | undefined
  /** Of the list, or of the plan; undefined for everything. */
  readonly unit: string | undefined
  /** The year the plan begins with. */
  readonly firstYear: number | undefined
}

const VERDICTS_EN: Readonly<Record<string, string>> = {
  keep: 'to keep',
  mend: 'to upgrade',
  replace: 'to replace',
  move: 'to move elsewhere',
  unknown: 'of which too little is known',
  apart: 'not of this plan',
}

const UNFUNDED: Words = { vi: 'chưa bố trí', en: 'not funded' }
const PLANNED: Words = { vi: 'trong kế hoạch', en: 'in the plan' }
const EVERYTHING: Words = { vi: 'Toàn bộ', en: 'Everything' }

export function plannedWords(language: Language, { filter, count, unit, firstYear }: Shown): string {
  const { verdict, remedy } = filter
  const vi = language === 'vi'
  const number = count === undefined ? '' : formatNumber(count, language)
  const what = [
    ...(verdict === undefined ? [] : [vi ? choiceText(VERDICTS, verdict, 'vi') : (VERDICTS_EN[verdict] ?? verdict)]),
    ...(remedy === undefined ? [] : [`${vi ? 'cần' : 'that need to'} ${choiceText(REMEDY_WORDS, remedy, language)}`]),
    ...(filter.unpriced === undefined ? [] : [NOT_PRICED[language]]),
    ...(filter.year === undefined ? [] : [yearPart(filter.year, firstYear, language)]),
  ]
  const said = what.length === 0 ? PLANNED[language] : what.join(' ')
  return [`${number} ${vi ? 'máy' : count === 1 ? 'PC' : 'PCs'} ${said}`.trim(), placeOf(filter, unit, language)].join(', ')
}

function yearPart(year: string, firstYear: number | undefined, language: Language): string {
  if (year === '-1') return UNFUNDED[language]
  return `${language === 'vi' ? 'năm' : 'in'} ${yearName(year, firstYear)}`
}

/** The filter counts years from 0. */
export function yearName(year: string, firstYear: number | undefined): string {
  const place = Number(year)
  return firstYear === undefined || !Number.isInteger(place) ? '…' : String(firstYear + place)
}

export function blockName(block: string, language: Language): string {
  return `${block}. ${choiceText(BLOCKS, block, language)}`
}

function placeOf({ inBlock }: PlannedFilter, unit: string | undefined, language: Language): string {
  const parts = [...(inBlock === undefined ? [] : [blockName(inBlock, language)]), ...(unit === undefined ? [] : [unit])]
  return parts.length === 0 ? EVERYTHING[language] : parts.join(', ')
}
