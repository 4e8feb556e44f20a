/** PCs that shared a key, as copied disks make them: whether each has one of its own by now, and which PCs came out of it. */
import type { Clones } from '@somay/shared/api/identity.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatDateTime } from '@somay/shared/text/dates.ts'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { Link } from 'wouter'
import { currentTimeZone } from '../../display/time-zone.ts'
import { identityText } from '../../text/identity.ts'

type Clone = Clones['clones'][number]

/** More are folded away: an image goes to forty PCs. */
const AT_A_GLANCE = 5

export function CloneTable({ clones }: { clones: readonly Clone[] }) {
  const say = useText(identityText)
  const time = (ms: number) => formatDateTime(ms, currentTimeZone())
  return (
    <div className="count-frame">
      <table className="count-table plain-rows">
        <caption className="visually-hidden">{say('clones')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('keyOf')}</th>
            <th scope="col">{say('unit')}</th>
            <th scope="col">{say('sharedAt')}</th>
            <th scope="col">{say('state')}</th>
            <th scope="col">{say('copies')}</th>
          </tr>
        </thead>
        <tbody>
          {clones.map((clone) => (
            <tr key={clone.pc.id}>
              <th scope="row">
                <Link href={`/pcs/${clone.pc.id}`}>
                  <bdi>{clone.pc.name}</bdi>
                </Link>
              </th>
              <td>{clone.pc.unit}</td>
              <td>{time(clone.sharedAt)}</td>
              <td>
                {clone.isWaiting ? (
                  <span className="state state-attention">{say('stillShared')}</span>
                ) : (
                  <span className="state state-good">
                    {clone.apartAt === undefined ? say('apart') : say('apartSince', { at: time(clone.apartAt) })}
                  </span>
                )}
              </td>
              <td>
                <Copies clone={clone} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Copies({ clone: { copies, copyCount } }: { clone: Clone }) {
  const say = useText(identityText)
  const { language } = useLanguage()
  if (copies.length === 0) return <span className="soft">{say('noCopies')}</span>
  const list = (
    <ul className="candidates">
      {copies.map(({ id, name, unit, at }) => (
        <li key={id}>
          <Link href={`/pcs/${id}`}>
            <bdi>{name}</bdi>
          </Link>
          , {unit}, <span className="soft">{say('apartSince', { at: formatDateTime(at, currentTimeZone()) })}</span>
        </li>
      ))}
    </ul>
  )
  const count = say('copyCount', { count: formatNumber(copyCount, language) })
  if (copies.length <= AT_A_GLANCE) return list
  return (
    <details>
      <summary>{count}</summary>
      {list}
    </details>
  )
}
