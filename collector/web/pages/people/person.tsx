/** One person: what is known of them changed, and the deeds that need a second thought. */
import type { Person } from '@somay/shared/api/people.ts'
import { useText } from '@somay/shared/react/language.tsx'
import { type FormEvent, useState } from 'react'
import { PEOPLE_KEY } from '../../api/administration.ts'
import { useDeed } from '../../api/deed.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { Field } from '../../parts/field.tsx'
import { type ChosenUnits, UnitsField } from '../../parts/units-field.tsx'
import { partsText } from '../../text/parts.ts'
import { peopleText } from '../../text/people.ts'
import { type Asked, PersonDeed } from './person-deed.tsx'
import { RoleField } from './role-field.tsx'

export function PersonDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const say = useText(peopleText)
  const [asked, ask] = useState<Asked>()
  if (asked) return <PersonDeed person={person} asked={asked} onBack={() => ask(undefined)} onClose={onClose} />
  const { secondFactor, sessions, disabled, userName } = person
  return (
    <Dialog title={userName} onClose={onClose}>
      <PersonForm person={person} onDone={onClose} />
      <div className="deeds">
        <button type="button" onClick={() => ask('newPassword')}>
          {say('newPassword')}
        </button>
        {secondFactor && (
          <button type="button" onClick={() => ask('endSecondFactor')}>
            {say('endSecondFactor')}
          </button>
        )}
        {sessions > 0 && (
          <button type="button" onClick={() => ask('endSessions')}>
            {say('endSessions')}
          </button>
        )}
        <button type="button" onClick={() => ask(disabled ? 'unlock' : 'lock')}>
          {disabled ? say('unlock') : say('lock')}
        </button>
      </div>
    </Dialog>
  )
}

function PersonForm({ person, onDone }: { person: Person; onDone: () => void }) {
  const say = useText(peopleText)
  const sayPart = useText(partsText)
  const [fullName, setFullName] = useState(person.fullName)
  const [role, setRole] = useState(person.role)
  const [units, setUnits] = useState<ChosenUnits>(person.units?.map(({ id }) => id) ?? null)
  const deed = useDeed<undefined>([PEOPLE_KEY], onDone)
  const save = (event: FormEvent) => {
    event.preventDefault()
    deed.mutate({ method: 'PATCH', path: `/people/${person.id}`, body: { fullName, role, unitIds: units } })
  }
  return (
    <form className="form" onSubmit={save}>
      <Field label={say('fullName')} value={fullName} onChange={setFullName} maxLength={200} autoFocus />
      <RoleField role={role} onChange={setRole} />
      <UnitsField legend={say('units')} chosen={units} held={person.units} onChange={setUnits} />
      {deed.isError && <ErrorPanel error={deed.error} />}
      <button type="submit" className="primary" disabled={deed.isPending}>
        {sayPart('save')}
      </button>
    </form>
  )
}
