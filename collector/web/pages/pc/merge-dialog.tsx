/** Says that this PC and one that a person finds are one machine; asked once more before they are merged. */
import type { PcPage } from '@somay/shared/api/pcs.ts'
import { useText } from '@somay/shared/react/language.tsx'
import { useState } from 'react'
import { Dialog } from '../../parts/dialog.tsx'
import { type ChosenPc, PcChoice } from '../../parts/pc-choice.tsx'
import { pcText } from '../../text/pc.ts'
import { AnswerDialog } from '../identity/answer-dialog.tsx'

export function MergeDialog({ pc, onClose }: { pc: PcPage; onClose: () => void }) {
  const say = useText(pcText)
  const [other, choose] = useState<ChosenPc>()
  const [isSure, setSure] = useState(false)
  if (other && isSure) return <AnswerDialog one={pc} other={other} same onClose={onClose} />
  return (
    <Dialog title={say('mergeTitle', { name: pc.name })} onClose={onClose}>
      <div className="form">
        <PcChoice except={pc.id} chosen={other} onChange={choose} />
        <button type="button" className="primary" disabled={other === undefined} onClick={() => setSure(true)}>
          {say('mergeNext')}
        </button>
      </div>
    </Dialog>
  )
}
