/** Letting somebody in: who, what they may, and then the password to hand over, once. */
import type { GivenPassword } from '@somay/shared/api/people.ts'
import type { Role } from '@somay/shared/api/session.ts'
import { useText } from '@somay/shared/react/language.tsx'
import { type FormEvent, useState } from 'react'
import { PEOPLE_KEY } from '../../api/administration.ts'
import { useDeed } from '../../api/deed.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { Field } from '../../parts/field.tsx'
import { SecretOnce } from '../../parts/secret-once.tsx'
import { type ChosenUnits, UnitsField } from '../../parts/units-field.tsx'
import { logInText } from '../../text/log-in.ts'
import { peopleText } from '../../text/people.ts'
import { RoleField } from './role-field.tsx'

// As UserNameSchema has it; the collector checks again.
const USER_NAME = /^[a-z0-9][a-z0-9._-]{0,49}$/

export function NewPersonDialog({ onClose }: { onClose: () => void }) {
  const say = useText(peopleText)
  const sayLogIn = useText(logInText)
  const [userName, setUserName] = useState('')
  const [fullName, setFullName] = useState('')
  const [role, setRole] = useState<Role>('viewer')
  const [units, setUnits] = useState<ChosenUnits>([])
  const [checked, setChecked] = useState(false)
  const deed = useDeed<GivenPassword>([PEOPLE_KEY])
  const fits = USER_NAME.test(userName)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (fits) deed.mutate({ method: 'POST', path: '/people', body: { userName, fullName, role, unitIds: units } })
  }
  if (deed.data) {
    return (
      <Dialog title={say('addedTitle', { name: userName })} onClose={onClose}>
        <div className="form">
          <p>{say('addedNote', { name: userName })}</p>
          <SecretOnce label={say('password')} secret={deed.data.password} />
        </div>
      </Dialog>
    )
  }
  return (
    <Dialog title={say('add')} onClose={onClose}>
      <form className="form" onSubmit={submit} noValidate>
        <Field
          label={say('userName')}
          note={say('userNameNote')}
          problem={checked && !fits ? sayLogIn('firstUserProblem') : undefined}
          value={userName}
          onChange={setUserName}
          autoFocus
          required
          maxLength={50}
        />
        <Field label={say('fullName')} value={fullName} onChange={setFullName} maxLength={200} />
        <RoleField role={role} onChange={setRole} />
        <UnitsField legend={say('units')} chosen={units} onChange={setUnits} />
        {deed.isError && <ErrorPanel error={deed.error} />}
        <button type="submit" className="primary" disabled={deed.isPending}>
          {say('add')}
        </button>
      </form>
    </Dialog>
  )
}
