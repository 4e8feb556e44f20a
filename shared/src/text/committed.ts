/** What a committed plan decided for a PC, what of it is done and what is open, in words, the same on screen and in files; and which lines a list shows. */
import type { CommittedLines } from '../api/committed-plans.ts'
import { BLOCKS, choiceText } from './choices.ts'
import { formatNumber } from './numbers.ts'
import { OUTCOMES, type OutcomeKind, REMEDY_WORDS, type Remedy, VERDICTS } from './plan.ts'
import type { Language, Words } from './words.ts'

type Line = Pick<CommittedLines['rows'][number], 'verdict' | 'remedies' | 'works' | 'outcome' | 'done' | 'open'>

export function plannedFor({ verdict, remedies, works }: Pick<Line, 'verdict' | 'remedies' | 'works'>, language: Language): string {
  return verdict === 'mend' ? remedyList([...remedies, ...works], language) : VERDICTS[verdict][language]
}

export function doneWords({ verdict, outcome, done }: Line, language: Language): string {
  if (verdict === 'mend') return remedyList(done, language)
  return outcome === 'done' ? VERDICTS[verdict][language] : ''
}

export function openWords({ verdict, outcome, open }: Line, language: Language): string {
  if (verdict === 'mend') return remedyList(open, language)
  return outcome === 'not-yet' || outcome === 'cannot-tell' ? VERDICTS[verdict][language] : ''
}

function remedyList(remedies: readonly Remedy[], language: Language): string {
  return remedies.map((remedy) => REMEDY_WORDS[remedy][language]).join(', ')
}

/** What is not funded, and what needs no money. */
const NO_YEAR: Words = { vi: 'không thuộc năm nào', en: 'of no year' }
const PLANNED: Words = { vi: 'trong kế hoạch', en: 'of the plan' }
const EVERYTHING: Words = { vi: 'Toàn bộ', en: 'Everything' }

export type LinesShown = {
  readonly outcome: OutcomeKind | undefined
  readonly block: string | undefined
  /** Undefined for every unit. */
  readonly unitName: string | undefined
  /** Counted from 0, -1 is what no year pays for. */
  readonly year: number | undefined
  readonly years: readonly { readonly year: number }[]
  /** Undefined where it is not known. */
  readonly count: number | undefined
}

/** "214 máy đã thực hiện năm 2027, Sở Tài chính" */
export function linesWords({ outcome, block, unitName, year, years, count }: LinesShown, language: Language): string {
  const vi = language === 'vi'
  const pcs = vi ? 'máy' : count === 1 ? 'PC' : 'PCs'
  const number = count === undefined ? '' : formatNumber(count, language)
  const what = [
    outcome === undefined ? PLANNED[language] : OUTCOMES[outcome][language],
    ...(year === undefined ? [] : [year < 0 ? NO_YEAR[language] : `${vi ? 'năm' : 'in'} ${years[year]?.year ?? '…'}`]),
  ]
  const place = unitName ?? (block === undefined ? EVERYTHING[language] : `${block}. ${choiceText(BLOCKS, block, language)}`)
  const said = [number, pcs, ...what].filter((part) => part !== '').join(' ')
  return `${said.slice(0, 1).toLocaleUpperCase(language)}${said.slice(1)}, ${place}`
}
