/** The counts by block and unit, in protocol order or by need; every figure opens its list, every unit its own counts. */
import type { CountRow, Counts } from '@somay/shared/api/counts.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { BLOCKS, COUNT_STATES, type CountState, choiceText } from '@somay/shared/text/choices.ts'
import { sumsOf } from '@somay/shared/text/figures.ts'
import { formatNumber, formatRate } from '@somay/shared/text/numbers.ts'
import { Link } from 'wouter'
import { countsText } from '../../text/counts.ts'
import { FigureLink } from './figure-link.tsx'
import { NEED, needOf, unitsByNeed } from './need.ts'
import { type CountView, OVERVIEW, pageParameters } from './url-state.ts'

/** In the order of the committee's table. */
const SHOWN: readonly CountState[] = ['wan-only', 'lan-only', 'stand-alone', 'silent', 'unknown', 'register-only', 'exempt']

export function UnitTable({ counts, view }: { counts: Counts; view: CountView }) {
  const say = useText(countsText)
  const { language } = useLanguage()
  const byNeed = view.order === 'need'
  const rows = byNeed ? unitsByNeed(counts.rows) : counts.rows
  return (
    <div className="count-frame">
      <table className="count-table">
        <caption className="visually-hidden">{say('byUnit')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('unit')}</th>
            {byNeed && (
              <th scope="col" className="number">
                {say('need')}
              </th>
            )}
            <th scope="col" className="number">
              {say('all')}
            </th>
            <th scope="col" className="number">
              {COUNT_STATES.internet[language]}
            </th>
            <th scope="col" className="number">
              {say('rate')}
            </th>
            {SHOWN.map((state) => (
              <th key={state} scope="col" className="number">
                {COUNT_STATES[state][language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <UnitRow key={row.unitId ?? row.block} row={row} view={{ ...view, asOf: counts.asOf }} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function UnitRow({ row, view }: { row: CountRow; view: CountView }) {
  const say = useText(countsText)
  const { language } = useLanguage()
  const { figures, name, kind, depth, block, unitId } = row
  const { connected, all } = sumsOf(figures)
  const shown = kind === 'block' ? `${name}. ${choiceText(BLOCKS, name, language)}` : name
  const own = { ...view, unit: unitId ?? view.unit }
  const figureOf = (states: readonly CountState[]) => ({ states, blocks: kind === 'block' ? [block] : [] })
  return (
    <tr className={kind === 'block' ? 'block' : `depth-${view.order === 'need' ? 1 : Math.min(depth, 4)}`}>
      <th scope="row">
        {kind === 'block' || view.report !== undefined ? shown : <Link href={`${OVERVIEW}?${pageParameters(own)}`}>{shown}</Link>}
      </th>
      {view.order === 'need' && (
        <td className="number">
          <FigureLink count={needOf(figures)} view={own} figure={figureOf(NEED)} label={`${shown}, ${say('need')}`} />
        </td>
      )}
      <td className="number">{formatNumber(all, language)}</td>
      <td className="number">
        <FigureLink count={connected} view={own} figure={figureOf(['internet'])} label={`${shown}, ${COUNT_STATES.internet[language]}`} />
      </td>
      <td className="number">{formatRate(connected, all, language)}</td>
      {SHOWN.map((state) => (
        <td key={state} className="number">
          <FigureLink count={figures[state]} view={own} figure={figureOf([state])} label={`${shown}, ${COUNT_STATES[state][language]}`} />
        </td>
      ))}
    </tr>
  )
}
