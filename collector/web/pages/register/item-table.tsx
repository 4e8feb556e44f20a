/** Assets as the list has them, with the PC each is and what differs. */
import type { RegisterRow } from '@somay/shared/api/register.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { CHASSIS_KINDS } from '@somay/shared/text/choices.ts'
import { formatDate } from '@somay/shared/text/dates.ts'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { REGISTER_VIEWS, type RegisterView } from '@somay/shared/text/register.ts'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { usePermission } from '../../api/session.ts'
import { currentTimeZone } from '../../display/time-zone.ts'
import { registerText } from '../../text/register.ts'
import { PairDialog } from './pair-dialog.tsx'
import { PartDialog } from './part-dialog.tsx'

export function ItemTable({ rows, tab }: { rows: readonly RegisterRow[]; tab: RegisterView }) {
  const say = useText(registerText)
  const { language } = useLanguage()
  const mayPart = usePermission('manage-register') === true
  const [parting, part] = useState<RegisterRow>()
  const [pairing, pair] = useState<RegisterRow>()
  return (
    <div className="count-frame">
      <table className="count-table plain-rows">
        <caption className="visually-hidden">{REGISTER_VIEWS[tab][language]}</caption>
        <thead>
          <tr>
            <th scope="col">{say('assetCode')}</th>
            <th scope="col">{say('name')}</th>
            <th scope="col">{say('unit')}</th>
            <th scope="col">{say('kind')}</th>
            <th scope="col">{say('serial')}</th>
            <th scope="col" className="number">
              {say('year')}
            </th>
            <th scope="col" className="number">
              {say('costDong')}
            </th>
            <th scope="col">{say('pc')}</th>
            {mayPart && <td />}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ItemRow key={row.item?.id} row={row} deed={mayPart && <Deed row={row} onPart={part} onPair={pair} />} />
          ))}
        </tbody>
      </table>
      {parting && <PartDialog row={parting} onClose={() => part(undefined)} />}
      {pairing && <PairDialog row={pairing} onClose={() => pair(undefined)} />}
    </div>
  )
}

function ItemRow({ row, deed }: { row: RegisterRow; deed: ReactNode }) {
  const say = useText(registerText)
  const { language } = useLanguage()
  const { item } = row
  if (!item) return null
  const told = (value: string | null) => (value === null ? <span className="soft">{say('notTold')}</span> : <bdi>{value}</bdi>)
  return (
    <tr>
      <th scope="row">
        <bdi>{item.assetCode}</bdi>
      </th>
      <td title={item.note || undefined}>
        <bdi>{item.name}</bdi>
        {item.exempt && <span className="state state-exempt"> {say('marked')}</span>}
      </td>
      <td>{item.unit}</td>
      <td>{item.kind === null ? told(null) : CHASSIS_KINDS[item.kind][language]}</td>
      <td>{told(item.serial)}</td>
      <td className="number">{told(item.yearInUse === null ? null : String(item.yearInUse))}</td>
      <td className="number">{told(item.costDong === null ? null : formatNumber(item.costDong, language))}</td>
      <td>
        <ItsPc row={row} />
      </td>
      {deed !== false && <td>{deed}</td>}
    </tr>
  )
}

function ItsPc({ row: { pc, differs, matchedBy, leftAt } }: { row: RegisterRow }) {
  const say = useText(registerText)
  if (!pc) return <span className="soft">{say(differs.includes('unit') ? 'hidden' : 'notReported')}</span>
  const notes = [
    ...(leftAt === undefined ? [] : [say('left', { day: formatDate(leftAt, currentTimeZone()) })]),
    ...(differs.includes('unit') ? [say('differsUnit', { unit: pc.unit })] : []),
    ...(differs.includes('kind') ? [say('differsKind')] : []),
    ...(differs.includes('model') ? [`${say('differsModel')}${typeof pc.model === 'string' ? `: ${pc.model}` : ''}`] : []),
    ...(matchedBy === undefined ? [] : [say('matchedBy', { who: matchedBy })]),
  ]
  return (
    <>
      <Link href={`/pcs/${pc.id}`}>
        <bdi>{pc.name}</bdi>
      </Link>
      {notes.length > 0 && <div className="soft">{notes.join('; ')}</div>}
    </>
  )
}

type DeedProps = { row: RegisterRow; onPart: (row: RegisterRow) => void; onPair: (row: RegisterRow) => void }

function Deed({ row, onPart, onPair }: DeedProps) {
  const say = useText(registerText)
  // Its PC is one the person may not see.
  if (!row.pc && (row.differs.length > 0 || row.matchedBy !== undefined)) return null
  const [words, act] = row.pc ? (['part', onPart] as const) : (['pairWith', onPair] as const)
  return (
    <button type="button" aria-label={`${say(words)}: ${row.item?.assetCode}`} onClick={() => act(row)}>
      {say(words)}
    </button>
  )
}
