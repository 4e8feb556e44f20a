/** What may be done to the PC: moved, taken out and back, marked; each asks first and says what it changes. */
import type { PcPage } from '@somay/shared/api/pcs.ts'
import { useText } from '@somay/shared/react/language.tsx'
import { useState } from 'react'
import { useUnits } from '../../api/pcs.ts'
import { usePermission } from '../../api/session.ts'
import { AskDialog } from '../../parts/ask-dialog.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Menu } from '../../parts/menu.tsx'
import { MoveForm, STALE_BY_PCS } from '../../parts/move-form.tsx'
import { pcText } from '../../text/pc.ts'
import { MergeDialog } from './merge-dialog.tsx'

type Asked = 'move' | 'merge' | 'retire' | 'mark' | 'unmark'

export function Actions({ pc }: { pc: PcPage }) {
  const say = useText(pcText)
  const [asked, ask] = useState<Asked>()
  // What was merged is changed where it went.
  if (!usePermission('move-pcs') || pc.mergedInto !== undefined) return null
  const isExempt = pc.exemptSince !== undefined
  return (
    <>
      <Menu label={say('actions')}>
        <button type="button" onClick={() => ask('move')}>
          {say(pc.retired ? 'moveBack' : 'move')}
        </button>
        {!pc.retired && (
          <button type="button" onClick={() => ask('merge')}>
            {say('merge')}
          </button>
        )}
        {!pc.retired && (
          <button type="button" onClick={() => ask('retire')}>
            {say('retire')}
          </button>
        )}
        <button type="button" onClick={() => ask(isExempt ? 'unmark' : 'mark')}>
          {say(isExempt ? 'unmark' : 'mark')}
        </button>
      </Menu>
      {asked === 'move' && <MoveDialog pc={pc} onClose={() => ask(undefined)} />}
      {asked === 'merge' && <MergeDialog pc={pc} onClose={() => ask(undefined)} />}
      {asked !== undefined && asked !== 'move' && asked !== 'merge' && <ActDialog pc={pc} asked={asked} onClose={() => ask(undefined)} />}
    </>
  )
}

function MoveDialog({ pc, onClose }: { pc: PcPage; onClose: () => void }) {
  const say = useText(pcText)
  const units = useUnits({ enabled: true })
  const others = (units.data ?? []).filter(({ id }) => pc.retired || id !== pc.unitId)
  return (
    <Dialog title={say('moveTitle', { name: pc.name })} onClose={onClose}>
      <div className="form">
        <p>{say('moveNote', { unit: pc.unit })}</p>
        <MoveForm pcIds={[pc.id]} units={others} doIt={say(pc.retired ? 'moveBack' : 'move')} onDone={onClose} />
      </div>
    </Dialog>
  )
}

const QUESTIONS = { retire: 'retireAsk', mark: 'markAsk', unmark: 'unmarkAsk' } as const

function ActDialog({ pc, asked, onClose }: { pc: PcPage; asked: keyof typeof QUESTIONS; onClose: () => void }) {
  const say = useText(pcText)
  const sent =
    asked === 'retire'
      ? { path: '/pcs/moves', body: { pcIds: [pc.id] } }
      : { path: '/pcs/exemptions', body: { pcIds: [pc.id], exempt: asked === 'mark' } }
  return (
    <AskDialog
      title={`${say(asked)}: ${pc.name}`}
      doIt={say('confirm')}
      deed={{ method: 'POST', ...sent }}
      stale={STALE_BY_PCS}
      onClose={onClose}
    >
      <p>{say(QUESTIONS[asked])}</p>
    </AskDialog>
  )
}
