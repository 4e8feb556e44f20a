/** What a list behind a figure shows, in words: "14 máy im lặng đến 30/09/2016, Sở Nội vụ". Pure. */
import type { CountRow, Counts } from '@somay/shared/api/counts.ts'
import { BLOCKS, COUNT_STATES, type CountState, choiceText } from '@somay/shared/text/choices.ts'
import { formatDay } from '@somay/shared/text/days.ts'
import { STATE_NAMES } from '@somay/shared/text/figures.ts'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import type { Language } from '@somay/shared/text/words.ts'
import { countsText } from '../../text/counts.ts'
import type { Figure } from '../overview/url-state.ts'

type Shown = {
  readonly figure: Figure
  readonly unit: string | undefined
  readonly asOf: string | undefined
  readonly count: number | undefined
}

export function figureWords(language: Language, { figure, unit, asOf, count }: Shown): string {
  const number = count === undefined ? '' : formatNumber(count, language)
  const states = new Intl.ListFormat(language, { type: 'disjunction' }).format(
    figure.states.map((state) => choiceText(COUNT_STATES, state, language)),
  )
  const day = asOf === undefined ? '' : formatDay(asOf)
  const blocks = figure.blocks.map((block) => `${block}. ${choiceText(BLOCKS, block, language)}`).join(', ')
  const where = unit ?? (blocks || countsText.everywhere[language])
  const what = language === 'vi' ? `${number} máy ${states}` : `${number} ${count === 1 ? 'PC' : 'PCs'} ${states}`
  const when = language === 'vi' ? `đến ${day}` : `as of ${day}`
  return [`${what.trim()} ${day === '' ? '' : when}`.trim(), where].filter((part) => part !== '').join(', ')
}

/** How many PCs of the counts a figure holds. */
export function pcsIn({ rows, total, outside }: Counts, { states, blocks }: Figure): number {
  const wanted = (states.length === 0 ? STATE_NAMES : states) as readonly CountState[]
  const sum = (figures: CountRow['figures']) => wanted.reduce((all, state) => all + (figures[state] ?? 0), 0)
  if (blocks.length === 0) return sum(total) + sum(outside)
  return rows.filter(({ kind, block }) => kind === 'block' && blocks.includes(block)).reduce((all, { figures }) => all + sum(figures), 0)
}
