/** Makes an API token, and shows it once. */
import type { Role } from '@somay/shared/api/session.ts'
import type { GivenToken } from '@somay/shared/api/tokens.ts'
import { useText } from '@somay/shared/react/language.tsx'
import { type FormEvent, useState } from 'react'
import { API_TOKENS_KEY } from '../../api/administration.ts'
import { useDeed } from '../../api/deed.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { Field } from '../../parts/field.tsx'
import { SecretOnce } from '../../parts/secret-once.tsx'
import { type ChosenUnits, UnitsField } from '../../parts/units-field.tsx'
import { wholeNumberIn } from '../../parts/whole-number.ts'
import { tokensText } from '../../text/tokens.ts'
import { RoleField } from '../people/role-field.tsx'

const MOST_DAYS = 3_660

export function NewApiTokenDialog({ onClose }: { onClose: () => void }) {
  const say = useText(tokensText)
  const [label, setLabel] = useState('')
  const [role, setRole] = useState<Role>('viewer')
  const [units, setUnits] = useState<ChosenUnits>([])
  const [days, setDays] = useState('365')
  const [checked, setChecked] = useState(false)
  const deed = useDeed<GivenToken>([API_TOKENS_KEY])
  const forEver = days.trim() === ''
  const validDays = wholeNumberIn(days, MOST_DAYS)
  const daysFit = forEver || validDays !== undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (label.trim() === '' || !daysFit) return
    const end = forEver ? {} : { days: validDays }
    deed.mutate({ method: 'POST', path: '/api-tokens', body: { label: label.trim(), role, unitIds: units, ...end } })
  }
  if (deed.data) {
    return (
      <Dialog title={label} onClose={onClose}>
        <div className="form">
          <p>{say('shownOnce')}</p>
          <SecretOnce label={say('apiTokens')} secret={deed.data.token} />
        </div>
      </Dialog>
    )
  }
  return (
    <Dialog title={say('newApiToken')} onClose={onClose}>
      <form className="form" onSubmit={submit} noValidate>
        <Field
          label={say('label')}
          note={say('labelNote')}
          problem={checked && label.trim() === '' ? say('labelProblem') : undefined}
          value={label}
          onChange={setLabel}
          maxLength={200}
          autoFocus
          required
        />
        <RoleField role={role} onChange={setRole} />
        <UnitsField legend={say('scope')} chosen={units} onChange={setUnits} />
        <Field
          label={say('days')}
          note={say('daysNone')}
          problem={checked && !daysFit ? say('daysProblem', { most: String(MOST_DAYS) }) : undefined}
          value={days}
          onChange={setDays}
          inputMode="numeric"
        />
        {deed.isError && <ErrorPanel error={deed.error} />}
        <button type="submit" className="primary" disabled={deed.isPending}>
          {say('newApiToken')}
        </button>
      </form>
    </Dialog>
  )
}
