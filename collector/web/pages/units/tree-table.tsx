/** The rows of the tree: blocks as headings, units indented under what they belong to. */
import type { UnitTree } from '@somay/shared/api/units.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { BLOCKS, choiceText } from '@somay/shared/text/choices.ts'
import { dayOf } from '@somay/shared/text/dates.ts'
import { dayBefore, dayText, formatDay } from '@somay/shared/text/days.ts'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { Fragment } from 'react'
import { Link } from 'wouter'
import { currentTimeZone } from '../../display/time-zone.ts'
import { unitsText } from '../../text/units.ts'
import { OVERVIEW, viewParameters } from '../overview/url-state.ts'
import { countsDay, depthsOf } from './tree.ts'

type Unit = UnitTree['units'][number]

const COLUMNS = 7

export function TreeTable({ tree: { asOf, units } }: { tree: UnitTree }) {
  const say = useText(unitsText)
  const { language } = useLanguage()
  const depths = depthsOf(units)
  return (
    <div className="count-frame">
      <table className="count-table">
        <caption className="visually-hidden">{say('title')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('unit')}</th>
            <th scope="col">{say('code')}</th>
            <th scope="col" className="number">
              {say('order')}
            </th>
            <th scope="col">{say('since')}</th>
            <th scope="col">{say('until')}</th>
            <th scope="col" className="number">
              {say('pcs')}
            </th>
            <th scope="col">{say('history')}</th>
          </tr>
        </thead>
        <tbody>
          {units.map((unit, place) => (
            <Fragment key={unit.id}>
              {unit.block !== units[place - 1]?.block && (
                <tr className="block">
                  <th scope="rowgroup" colSpan={COLUMNS}>
                    {unit.block}. {choiceText(BLOCKS, unit.block, language)}
                  </th>
                </tr>
              )}
              <UnitRow unit={unit} depth={depths.get(unit.id) ?? 1} treeDay={asOf} />
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function UnitRow({ unit, depth, treeDay }: { unit: Unit; depth: number; treeDay: string }) {
  const say = useText(unitsText)
  const { language } = useLanguage()
  const { id, name, code, orderNo, validFrom, validTo, pcs, from, into } = unit
  const asOf = countsDay(unit, treeDay, dayText(dayOf(Date.now(), currentTimeZone())))
  const history = [
    ...(from.length > 0 ? [say('from', { names: from.join(', ') })] : []),
    ...(into.length > 0 ? [say('into', { names: into.join(', ') })] : []),
  ]
  return (
    <tr className={`depth-${Math.min(depth, 4)}`}>
      <th scope="row">
        <Link href={`${OVERVIEW}?${viewParameters({ asOf, unit: id })}`}>{name}</Link>
      </th>
      <td>{code ?? '–'}</td>
      <td className="number">{formatNumber(orderNo, language)}</td>
      <td>{formatDay(validFrom)}</td>
      <td>{validTo === undefined ? say('standing') : formatDay(dayBefore(validTo))}</td>
      <td className="number">{formatNumber(pcs, language)}</td>
      <td>{history.join('; ')}</td>
    </tr>
  )
}
