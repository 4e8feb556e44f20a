/** The differences of two counts as a table. */
import type { Counts } from '@somay/shared/api/counts.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { BLOCKS, choiceText } from '@somay/shared/text/choices.ts'
import { sumsOf } from '@somay/shared/text/figures.ts'
import { formatNumber, formatRate } from '@somay/shared/text/numbers.ts'
import type { Language } from '@somay/shared/text/words.ts'
import { reportsText } from '../../text/reports.ts'
import { type Difference, differencesOf, pointsBetween } from './differences.ts'

export function DifferenceTable({ old, fresh, labels }: { old: Counts; fresh: Counts; labels: [string, string] }) {
  const say = useText(reportsText)
  const [before, after] = labels
  return (
    <div className="count-frame">
      <table className="count-table">
        <caption className="visually-hidden">{say('compareTitle')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('unit')}</th>
            {[before, after].map((day, place) => (
              <th key={place} scope="col" className="number">
                {say('connected')} {day}
              </th>
            ))}
            <th scope="col" className="number">
              {say('change')}
            </th>
            {[before, after].map((day, place) => (
              <th key={place} scope="col" className="number">
                {say('all')} {day}
              </th>
            ))}
            <th scope="col" className="number">
              {say('change')}
            </th>
            {[before, after].map((day, place) => (
              <th key={place} scope="col" className="number">
                {say('rate')} {day}
              </th>
            ))}
            <th scope="col" className="number">
              {say('changePoints')}
            </th>
          </tr>
        </thead>
        <tbody>
          {differencesOf(old, fresh).map((difference) => (
            <DifferenceRow key={difference.key} difference={difference} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function DifferenceRow({ difference }: { difference: Difference }) {
  const say = useText(reportsText)
  const { language } = useLanguage()
  const { kind, name, depth, old, new: fresh } = difference
  const [one, other] = [old, fresh].map((figures) => figures && sumsOf(figures))
  const shown = kind === 'total' ? say('total') : kind === 'block' ? `${name}. ${choiceText(BLOCKS, name, language)}` : name
  const only = old === undefined ? say('onlyAfter') : fresh === undefined ? say('onlyBefore') : undefined
  const cells = [
    count(one?.connected, language),
    count(other?.connected, language),
    signed(one && other && other.connected - one.connected, language),
    count(one?.all, language),
    count(other?.all, language),
    signed(one && other && other.all - one.all, language),
    one ? formatRate(one.connected, one.all, language) : '–',
    other ? formatRate(other.connected, other.all, language) : '–',
    signed(pointsBetween(old, fresh), language),
  ]
  return (
    <tr className={kind === 'unit' ? `depth-${Math.min(depth, 4)}` : 'block'}>
      <th scope="row">
        {shown} {only !== undefined && <span className="soft">({only})</span>}
      </th>
      {cells.map((text, place) => (
        <td key={place} className="number">
          {text}
        </td>
      ))}
    </tr>
  )
}

function count(pcs: number | undefined, language: Language): string {
  return pcs === undefined ? '–' : formatNumber(pcs, language)
}

/** A difference with its sign, so that a loss is seen without colour. */
function signed(difference: number | undefined, language: Language): string {
  if (difference === undefined) return '–'
  const text = formatNumber(Math.abs(difference), language)
  return difference === 0 ? text : `${difference > 0 ? '+' : '−'}${text}`
}
