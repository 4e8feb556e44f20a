/** The differences of two counts as a table. */
import type { Counts } from '@somay/shared/api/counts.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { BLOCKS, choiceText } from '@somay/shared/text/choices.ts'
import { reportsText } from '../../text/reports.ts'
import { differenceCells } from './difference-cells.ts'
import { type Difference, differencesOf } from './differences.ts'

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
  const shown = kind === 'total' ? say('total') : kind === 'block' ? `${name}. ${choiceText(BLOCKS, name, language)}` : name
  const only = old === undefined ? say('onlyAfter') : fresh === undefined ? say('onlyBefore') : undefined
  return (
    <tr className={kind === 'unit' ? `depth-${Math.min(depth, 4)}` : 'block'}>
      <th scope="row">
        {shown} {only !== undefined && <span className="soft">({only})</span>}
      </th>
      {differenceCells(difference, language).map((text, place) => (
        <td key={place} className="number">
          {text}
        </td>
      ))}
    </tr>
  )
}
