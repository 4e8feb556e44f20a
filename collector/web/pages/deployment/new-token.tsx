/** Makes an enrolment token. */
import type { GivenToken } from '@somay/shared/api/tokens.ts'
import { useText } from '@somay/shared/react/language.tsx'
import { type FormEvent, useState } from 'react'
import { ENROL_TOKENS_KEY } from '../../api/administration.ts'
import { useDeed } from '../../api/deed.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { Field } from '../../parts/field.tsx'
import { UnitField } from '../../parts/unit-field.tsx'
import { wholeNumberIn } from '../../parts/whole-number.ts'
import { tokensText } from '../../text/tokens.ts'
import { MadeToken } from './made-token.tsx'

const MOST_DAYS = 366
const MOST_USES = 1_000_000

export function NewEnrolTokenDialog({ collectorUrl, onClose }: { collectorUrl: string; onClose: () => void }) {
  const say = useText(tokensText)
  const [label, setLabel] = useState('')
  const [unitId, setUnitId] = useState<number>()
  const [days, setDays] = useState('30')
  const [uses, setUses] = useState('100')
  const [checked, setChecked] = useState(false)
  const deed = useDeed<GivenToken>([ENROL_TOKENS_KEY])
  const validDays = wholeNumberIn(days, MOST_DAYS)
  const useLimit = wholeNumberIn(uses, MOST_USES)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (label.trim() === '' || unitId === undefined || validDays === undefined || useLimit === undefined) return
    deed.mutate({ method: 'POST', path: '/enrol-tokens', body: { unitId, label: label.trim(), days: validDays, useLimit } })
  }
  if (deed.data) return <MadeToken token={deed.data.token} collectorUrl={collectorUrl} onClose={onClose} />
  return (
    <Dialog title={say('newEnrolToken')} onClose={onClose}>
      <form className="form" onSubmit={submit} noValidate>
        <UnitField
          label={say('unit')}
          unit={unitId}
          onChange={setUnitId}
          problem={checked && unitId === undefined ? say('unitProblem') : undefined}
        />
        <Field
          label={say('label')}
          note={say('labelNote')}
          problem={checked && label.trim() === '' ? say('labelProblem') : undefined}
          value={label}
          onChange={setLabel}
          maxLength={200}
          required
        />
        <Field
          label={say('uses')}
          problem={checked && useLimit === undefined ? say('usesProblem') : undefined}
          value={uses}
          onChange={setUses}
          inputMode="numeric"
          required
        />
        <Field
          label={say('days')}
          problem={checked && validDays === undefined ? say('daysProblem', { most: String(MOST_DAYS) }) : undefined}
          value={days}
          onChange={setDays}
          inputMode="numeric"
          required
        />
        {deed.isError && <ErrorPanel error={deed.error} />}
        <button type="submit" className="primary" disabled={deed.isPending}>
          {say('newEnrolToken')}
        </button>
      </form>
    </Dialog>
  )
}
