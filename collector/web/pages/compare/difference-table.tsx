/** The differences of two counts as a table. */
import type { Counts } from '@somay/shared/api/counts.ts'
import type { UnitTree } from '@somay/shared/api/units.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { BLOCKS, choiceText } from '@somay/shared/text/choices.ts'
import { reportsText } from '../../text/reports.ts'
import { differenceCells } from './difference-cells.ts'
import { type Difference, differencesOf } from './differences.ts'

type Props = { old: Counts; fresh: Counts; heirs: UnitTree['heirs']; labels: [string, string] }

export function DifferenceTable({ old, fresh, heirs, labels }: Props) {
  const say = useText(reportsText)
  const [before, after] = labels
  const differences = differencesOf(old, fresh, heirs)
  return (
    <>
      {differences.some(({ told }) => told) && <p className="note">{say('reorganised')}</p>}
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
            {differences.map((difference) => (
              <DifferenceRow key={difference.key} difference={difference} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function DifferenceRow({ difference }: { difference: Difference }) {
  const say = useText(reportsText)
  const { language } = useLanguage()
  const { kind, name, depth, old, new: fresh, told } = difference
  const shown = kind === 'total' ? say('total') : kind === 'block' ? `${name}. ${choiceText(BLOCKS, name, language)}` : name
  const words = told
    ? say(told.how, { names: told.names.join(', ') })
    : old === undefined
      ? say('onlyAfter')
      : fresh === undefined
        ? say('onlyBefore')
        : undefined
  return (
    <tr className={kind === 'unit' ? `depth-${Math.min(depth, 4)}` : 'block'}>
      <th scope="row">
        {shown} {words !== undefined && <span className="soft">({words})</span>}
      </th>
      {differenceCells(difference, language).map((text, place) => (
        <td key={place} className="number">
          {text}
        </td>
      ))}
    </tr>
  )
}
