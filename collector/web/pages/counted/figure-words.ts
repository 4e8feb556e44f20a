/** What a list behind a figure shows, in words: "14 máy im lặng đến 30/09/2016, Sở Nội vụ". Pure. */
import type { Counts } from '@somay/shared/api/counts.ts'
import { BLOCKS, COUNT_STATES, type CountState, choiceText } from '@somay/shared/text/choices.ts'
import { ASPECT_WORDS, ASPECTS, type Aspect, CONDITIONS } from '@somay/shared/text/conditions.ts'
import { formatDay } from '@somay/shared/text/days.ts'
import { pcsOfCondition, STATE_NAMES, type Told } from '@somay/shared/text/figures.ts'
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
  const kinds = conditionWords(figure, language)
  const what = language === 'vi' ? `${number} máy ${states}${kinds}` : `${number} ${count === 1 ? 'PC' : 'PCs'} ${states}${kinds}`
  const when = language === 'vi' ? `đến ${day}` : `as of ${day}`
  return [`${what.trim()} ${day === '' ? '' : when}`.trim(), where].filter((part) => part !== '').join(', ')
}

/** " (bản vá: thiếu 31-90 ngày hoặc thiếu trên 90 ngày)"; empty where every condition is wanted. */
function conditionWords({ conditions = {} }: Figure, language: Language): string {
  const asked = ASPECTS.flatMap((aspect) => {
    const values = conditions[aspect]?.map((value) => choiceText(CONDITIONS[aspect], value, language)) ?? []
    if (values.length === 0) return []
    const about = ASPECT_WORDS[aspect][language]
    const words = new Intl.ListFormat(language, { type: 'disjunction' }).format(values)
    // "HĐH" stays in capitals.
    return [`${about.charAt(0).toLocaleLowerCase(language)}${about.slice(1)}: ${words}`]
  })
  return asked.length === 0 ? '' : `(${asked.join('; ')})`
}

/** How many PCs of the counts a figure holds; undefined where the counts do not tell, as of two conditions at once. */
export function pcsIn({ rows, total, outside, ...counts }: Counts, { states, blocks, conditions = {} }: Figure): number | undefined {
  const asked = Object.entries(conditions) as [Aspect, readonly string[]][]
  const [narrowed] = asked
  if (asked.length > 1 || (narrowed && states.length > 0)) return undefined
  const parts: Told[] =
    blocks.length > 0
      ? rows.filter(({ kind, block }) => kind === 'block' && blocks.includes(block))
      : [
          { figures: total, conditions: counts.conditions },
          { figures: outside, conditions: counts.outsideConditions },
        ]
  if (!narrowed) {
    const wanted = (states.length === 0 ? STATE_NAMES : states) as readonly CountState[]
    return parts.reduce((all, { figures }) => wanted.reduce((sum, state) => sum + (figures[state] ?? 0), all), 0)
  }
  const [aspect, values] = narrowed
  return parts.reduce<number | undefined>((all, told) => {
    const pcs = pcsOfCondition(told, aspect, values)
    return all === undefined || pcs === undefined ? undefined : all + pcs
  }, 0)
}
