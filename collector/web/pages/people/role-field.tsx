/** What somebody may do. */
import type { Role } from '@somay/shared/api/session.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { useId } from 'react'
import { roleNotes, roleWords } from '../../text/app.ts'
import { peopleText } from '../../text/people.ts'

const ROLES = Object.keys(roleWords) as Role[]

export function RoleField({ role, onChange }: { role: Role; onChange: (role: Role) => void }) {
  const say = useText(peopleText)
  const { language } = useLanguage()
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{say('role')}</label>
      <select id={id} value={role} aria-describedby={`${id}-note`} onChange={({ target }) => onChange(target.value as Role)}>
        {ROLES.map((one) => (
          <option key={one} value={one}>
            {roleWords[one][language]}
          </option>
        ))}
      </select>
      <p className="note" id={`${id}-note`}>
        {roleNotes[role][language]}
      </p>
    </div>
  )
}
