/** Into which unit PCs go and from which day on: of one PC, or of many at once. */
import { useText } from '@somay/shared/react/language.tsx'
import { dayOf } from '@somay/shared/text/dates.ts'
import { dayText } from '@somay/shared/text/days.ts'
import { useId, useState } from 'react'
import { useDeed } from '../api/deed.ts'
import { useTimeZone } from '../display/time-zone.ts'
import { pcText } from '../text/pc.ts'
import { Choices } from './choices.tsx'
import { ErrorPanel } from './error-panel.tsx'

/** After any change of a PC its page, lists and counts are old. */
export const STALE_BY_PCS = [['pcs'], ['counts'], ['alerts'], ['units']] as const

type Props = {
  readonly pcIds: readonly number[]
  readonly units: readonly { readonly id: number; readonly name: string }[]
  readonly doIt: string
  readonly onDone: () => void
}

export function MoveForm({ pcIds, units, doIt, onDone }: Props) {
  const say = useText(pcText)
  const [unitId, setUnitId] = useState<string>()
  const today = dayText(dayOf(Date.now(), useTimeZone()))
  const [on, setOn] = useState(today)
  const ids = { on: useId(), note: useId(), problem: useId() }
  const fits = /^\d{4}-\d{2}-\d{2}$/.test(on) && on <= today
  const deed = useDeed<{ moved: number }>(STALE_BY_PCS, onDone)
  const body = { pcIds, unitId: Number(unitId) }
  return (
    <>
      <Choices
        legend={say('moveTo')}
        choices={units.map(({ id, name }) => ({ value: String(id), label: name }))}
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
        disabled={pcIds.length === 0 || unitId === undefined || !fits || deed.isPending}
        onClick={() => deed.mutate({ method: 'POST', path: '/pcs/moves', body: on === today ? body : { ...body, on } })}
      >
        {doIt}
      </button>
    </>
  )
}
