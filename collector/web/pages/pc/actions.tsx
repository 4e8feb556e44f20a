/** What may be done to the PC: moved, taken out and back, marked; each asks first and says what it changes. */
import type { PcPage } from '@somay/shared/api/pcs.ts'
import { useText } from '@somay/shared/react/language.tsx'
import { dayOf } from '@somay/shared/text/dates.ts'
import { dayText } from '@somay/shared/text/days.ts'
import { useId, useState } from 'react'
import { useDeed } from '../../api/deed.ts'
import { useUnits } from '../../api/pcs.ts'
import { usePermission } from '../../api/session.ts'
import { useTimeZone } from '../../display/time-zone.ts'
import { AskDialog } from '../../parts/ask-dialog.tsx'
import { Choices } from '../../parts/choices.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { Menu } from '../../parts/menu.tsx'
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

/** After any of these the PC's page, lists and counts are old. */
const STALE = [['pcs'], ['counts'], ['alerts'], ['units']] as const

function MoveDialog({ pc, onClose }: { pc: PcPage; onClose: () => void }) {
  const say = useText(pcText)
  const units = useUnits({ enabled: true })
  const [unitId, setUnitId] = useState<string>()
  const today = dayText(dayOf(Date.now(), useTimeZone()))
  const [on, setOn] = useState(today)
  const ids = { on: useId(), note: useId(), problem: useId() }
  const fits = /^\d{4}-\d{2}-\d{2}$/.test(on) && on <= today
  const deed = useDeed<{ moved: number }>(STALE, onClose)
  const body = { pcIds: [pc.id], unitId: Number(unitId) }
  const others = (units.data ?? []).filter(({ id }) => pc.retired || id !== pc.unitId)
  return (
    <Dialog title={say('moveTitle', { name: pc.name })} onClose={onClose}>
      <div className="form">
        <p>{say('moveNote', { unit: pc.unit })}</p>
        <Choices
          legend={say('moveTo')}
          choices={others.map(({ id, name }) => ({ value: String(id), label: name }))}
          chosen={unitId === undefined ? [] : [unitId]}
          onChange={([one]) => setUnitId(one)}
          single
        />
        <div className="field">
          <label htmlFor={ids.on}>{say('moveFrom')}</label>
          <input
            id={ids.on}
            type="date"
            value={on}
            max={today}
            aria-invalid={!fits}
            aria-describedby={fits ? ids.note : `${ids.note} ${ids.problem}`}
            onChange={({ target }) => setOn(target.value)}
          />
          <p className="note" id={ids.note}>
            {say('moveFromNote')}
          </p>
          {!fits && (
            <p className="problem" id={ids.problem}>
              {say('moveFromProblem')}
            </p>
          )}
        </div>
        {deed.isError && <ErrorPanel error={deed.error} />}
        <button
          type="button"
          className="primary"
          disabled={unitId === undefined || !fits || deed.isPending}
          onClick={() => deed.mutate({ method: 'POST', path: '/pcs/moves', body: on === today ? body : { ...body, on } })}
        >
          {say(pc.retired ? 'moveBack' : 'move')}
        </button>
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
    <AskDialog title={`${say(asked)}: ${pc.name}`} doIt={say('confirm')} deed={{ method: 'POST', ...sent }} stale={STALE} onClose={onClose}>
      <p>{say(QUESTIONS[asked])}</p>
    </AskDialog>
  )
}
