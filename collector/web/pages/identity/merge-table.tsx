/** What was merged lately, by whom, and the way back. */
import type { Merges } from '@somay/shared/api/identity.ts'
import { useText } from '@somay/shared/react/language.tsx'
import { formatDateTime } from '@somay/shared/text/dates.ts'
import { useState } from 'react'
import { Link } from 'wouter'
import { IDENTITY_STALE } from '../../api/identity.ts'
import { currentTimeZone } from '../../display/time-zone.ts'
import { AskDialog } from '../../parts/ask-dialog.tsx'
import { identityText } from '../../text/identity.ts'

type Merge = Merges['merges'][number]

export function MergeTable({ merges }: { merges: readonly Merge[] }) {
  const say = useText(identityText)
  const [undoing, undo] = useState<Merge>()
  const time = (ms: number) => formatDateTime(ms, currentTimeZone())
  return (
    <div className="count-frame">
      <table className="count-table plain-rows">
        <caption className="visually-hidden">{say('merges')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('from')}</th>
            <th scope="col">{say('into')}</th>
            <th scope="col">{say('unit')}</th>
            <th scope="col">{say('at')}</th>
            <th scope="col">{say('who')}</th>
            <th scope="col">{say('state')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {merges.map((merge) => (
            <tr key={merge.id} className={merge.undoneAt === undefined ? undefined : 'soft'}>
              <th scope="row">
                <Link href={`/pcs/${merge.fromId}`}>
                  <bdi>{merge.fromName}</bdi>
                </Link>
              </th>
              <td>
                <Link href={`/pcs/${merge.intoId}`}>
                  <bdi>{merge.intoName}</bdi>
                </Link>
              </td>
              <td>{merge.unit}</td>
              <td>{time(merge.at)}</td>
              <td>{merge.who}</td>
              <td>
                {merge.undoneAt === undefined ? say('holds') : say('undone', { who: merge.undoneBy ?? '', at: time(merge.undoneAt) })}
              </td>
              <td>
                {merge.undoneAt === undefined && (
                  <button type="button" onClick={() => undo(merge)}>
                    {say('undo')}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {undoing && <UndoDialog merge={undoing} onClose={() => undo(undefined)} />}
    </div>
  )
}

function UndoDialog({ merge, onClose }: { merge: Merge; onClose: () => void }) {
  const say = useText(identityText)
  return (
    <AskDialog
      title={say('undo')}
      doIt={say('undo')}
      deed={{ method: 'POST', path: `/identity/merges/${merge.id}/undoing` }}
      stale={IDENTITY_STALE}
      onClose={onClose}
    >
      <p>{say('undoAsk', { from: merge.fromName, into: merge.intoName })}</p>
    </AskDialog>
  )
}
