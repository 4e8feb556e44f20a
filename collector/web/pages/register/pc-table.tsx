/** PCs that reported and are in no list. */
import type { Cell } from '@somay/shared/api/pcs.ts'
import type { RegisterRow } from '@somay/shared/api/register.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { UnknownMark } from '@somay/shared/react/unknown-mark.tsx'
import { CHASSIS_KINDS, choiceText } from '@somay/shared/text/choices.ts'
import { REGISTER_VIEWS } from '@somay/shared/text/register.ts'
import { Link } from 'wouter'
import { registerText } from '../../text/register.ts'

export function PcTable({ rows }: { rows: readonly RegisterRow[] }) {
  const say = useText(registerText)
  const { language } = useLanguage()
  const kind = (cell: Cell) => (typeof cell === 'string' ? choiceText(CHASSIS_KINDS, cell, language) : <CellText cell={cell} />)
  return (
    <div className="count-frame">
      <table className="count-table plain-rows">
        <caption className="visually-hidden">{REGISTER_VIEWS.unregistered[language]}</caption>
        <thead>
          <tr>
            <th scope="col">{say('pcName')}</th>
            <th scope="col">{say('unit')}</th>
            <th scope="col">{say('kind')}</th>
            <th scope="col">{say('model')}</th>
            <th scope="col">{say('serial')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(
            ({ pc }) =>
              pc && (
                <tr key={pc.id}>
                  <th scope="row">
                    <Link href={`/pcs/${pc.id}`}>
                      <bdi>{pc.name}</bdi>
                    </Link>
                  </th>
                  <td>{pc.unit}</td>
                  <td>{kind(pc.kind)}</td>
                  <td>
                    <CellText cell={pc.model} />
                  </td>
                  <td>
                    <CellText cell={pc.serial} />
                  </td>
                </tr>
              ),
          )}
        </tbody>
      </table>
    </div>
  )
}

export function CellText({ cell }: { cell: Cell }) {
  return typeof cell === 'object' ? <UnknownMark reason={cell.unknown} /> : <bdi>{String(cell)}</bdi>
}
