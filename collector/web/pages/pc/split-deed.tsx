/** Beside an event: to say that since then it is another PC, and to take that back. */
import type { PcEvent, PcPage } from '@somay/shared/api/pcs.ts'
import { useText } from '@somay/shared/react/language.tsx'
import { formatDateTime } from '@somay/shared/text/dates.ts'
import { useState } from 'react'
import { IDENTITY_STALE } from '../../api/identity.ts'
import { currentTimeZone } from '../../display/time-zone.ts'
import { AskDialog } from '../../parts/ask-dialog.tsx'
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
  return (
    <AskDialog
      title={say('splitTitle', { name: pc.name })}
      doIt={say('splitDo')}
      deed={{ method: 'POST', path: '/identity/splits', body: { pcId: pc.id, since } }}
      stale={IDENTITY_STALE}
      onClose={onClose}
    >
      <p>{say('splitAsk', { at: formatDateTime(since, currentTimeZone()) })}</p>
    </AskDialog>
  )
}
