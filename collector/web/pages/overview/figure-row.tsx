/** One row of the table of counts: a total, a block or a unit, each figure with the list of PCs behind it. */
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { COUNT_STATES, type CountState } from '@somay/shared/text/choices.ts'
import { sumsOf, type Told } from '@somay/shared/text/figures.ts'
import { formatRate } from '@somay/shared/text/numbers.ts'
import { Link } from 'wouter'
import { countsText } from '../../text/counts.ts'
import { ConditionCells } from './condition-cells.tsx'
import { FigureLink } from './figure-link.tsx'
import { NEED, needOf } from './need.ts'
import type { CountView } from './url-state.ts'

/** Beside the two denominators and rates; in the order of the files. */
export const OTHERS: readonly CountState[] = ['wan-only', 'lan-only', 'stand-alone', 'silent', 'unknown', 'register-only']

type Props = {
  readonly name: string
  /** The counts of the row by itself, where it has any. */
  readonly href?: string | undefined
  readonly className: string
  readonly told: Told
  readonly view: CountView
  /** Of the list behind each figure; none for a unit, which is asked for by `view`. */
  readonly blocks: readonly string[]
}

export function FigureRow({ name, href, className, told, view, blocks }: Props) {
  const own = { name, told, view, blocks }
  return (
    <tr className={className}>
      <th scope="row">{href === undefined ? name : <Link href={href}>{name}</Link>}</th>
      {view.table === 'conditions' ? <ConditionCells {...own} /> : <StateCells {...own} />}
    </tr>
  )
}

function StateCells({ name, told: { figures }, view, blocks }: Omit<Props, 'href' | 'className'>) {
  const say = useText(countsText)
  const { language } = useLanguage()
  const { connected, all, allowed } = sumsOf(figures)
  const listOf = (states: readonly CountState[], what: string) => ({ view, figure: { states, blocks }, label: `${name}, ${what}` })
  const stateCell = (state: CountState) => (
    <td key={state} className="number">
      <FigureLink count={figures[state]} {...listOf([state], COUNT_STATES[state][language])} />
    </td>
  )
  return (
    <>
      {view.order === 'need' && (
        <td className="number">
          <FigureLink count={needOf(figures)} {...listOf(NEED, say('need'))} />
        </td>
      )}
      <td className="number">
        <FigureLink count={all} {...listOf([], say('all'))} />
      </td>
      {stateCell('exempt')}
      {stateCell('internet')}
      <td className="number">{formatRate(connected, all, language)}</td>
      <td className="number">{formatRate(connected, allowed, language)}</td>
      {OTHERS.map(stateCell)}
    </>
  )
}
