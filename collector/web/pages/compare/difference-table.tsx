/** The differences of two counts as a table. */
import type { Counts } from '@somay/shared/api/counts.ts'
import type { UnitTree } from '@somay/shared/api/units.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { BLOCKS, choiceText } from '@somay/shared/text/choices.ts'
import { Link } from 'wouter'
import { reportsText } from '../../text/reports.ts'
import type { CountView } from '../overview/url-state.ts'
import { differenceCells, listBehind } from './difference-cells.ts'
import { type Difference, differencesOf, differencesWithin } from './differences.ts'

/** With how the lists behind its figures are asked for. */
type Side = { readonly counts: Counts; readonly view: CountView }
type Props = { old: Side; fresh: Side; heirs: UnitTree['heirs']; unit: number | undefined; labels: [string, string] }

export function DifferenceTable({ old, fresh, heirs, unit, labels }: Props) {
  const say = useText(reportsText)
  const [before, after] = labels
  const differences = differencesWithin(differencesOf(old.counts, fresh.counts, heirs), unit)
  if (differences.length === 0) return <p className="soft">{say('noSuchUnit')}</p>
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
              <DifferenceRow key={difference.key} difference={difference} views={[old.view, fresh.view]} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function DifferenceRow({ difference, views }: { difference: Difference; views: readonly [CountView, CountView] }) {
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
          <Listed text={text} address={listBehind(difference, views, place)} label={shown} />
        </td>
      ))}
    </tr>
  )
}

function Listed({ text, address, label }: { text: string; address: string | undefined; label: string }) {
  if (address === undefined || text === '0') return text
  return (
    <Link href={address} aria-label={`${label}: ${text}`}>
      {text}
    </Link>
  )
}
