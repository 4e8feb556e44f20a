/** Beside an event: to say that since then it is another PC, and to take that back. */
import type { SplitOff } from '@somay/shared/api/identity.ts'
import type { PcEvent, PcPage } from '@somay/shared/api/pcs.ts'
import { useText } from '@somay/shared/react/language.tsx'
import { formatDateTime } from '@somay/shared/text/dates.ts'
import { useState } from 'react'
import { useDeed } from '../../api/deed.ts'
import { IDENTITY_STALE } from '../../api/identity.ts'
import { currentTimeZone } from '../../display/time-zone.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { partsText } from '../../text/parts.ts'
import { pcText } from '../../text/pc.ts'
import { AnswerDialog } from '../identity/answer-dialog.tsx'

export function SplitDeed({ pc, event: { kind, at, otherPcId } }: { pc: PcPage; event: PcEvent }) {
  const say = useText(pcText)
  const [asked, ask] = useState(false)
  const close = () => ask(false)
  if (kind === 'enrolled-again')
    return (
      <>
        <button type="button" className="link" onClick={() => ask(true)}>
          {say('split')}
        </button>
        {asked && <SplitDialog pc={pc} since={at} onClose={close} />}
      </>
    )
  if (kind !== 'split' || otherPcId === undefined) return null
  const other = { id: otherPcId, name: say('otherPc', { id: otherPcId }) }
  return (
    <>
      <button type="button" className="link" onClick={() => ask(true)}>
        {say('splitUndo')}
      </button>
      {asked && <AnswerDialog one={pc} other={other} same onClose={close} />}
    </>
  )
}

function SplitDialog({ pc, since, onClose }: { pc: PcPage; since: number; onClose: () => void }) {
  const say = useText(pcText)
  const sayPart = useText(partsText)
  const deed = useDeed<SplitOff>(IDENTITY_STALE, onClose)
  return (
    <Dialog title={say('splitTitle', { name: pc.name })} onClose={onClose}>
      <p>{say('splitAsk', { at: formatDateTime(since, currentTimeZone()) })}</p>
      {deed.isError && <ErrorPanel error={deed.error} />}
      <div className="dialog-actions">
        <span className="fill" />
        <button type="button" onClick={onClose}>
          {sayPart('cancel')}
        </button>
        <button
          type="button"
          className="primary"
          disabled={deed.isPending}
          onClick={() => deed.mutate({ method: 'POST', path: '/identity/splits', body: { pcId: pc.id, since } })}
        >
          {say('splitDo')}
        </button>
      </div>
    </Dialog>
  )
}
