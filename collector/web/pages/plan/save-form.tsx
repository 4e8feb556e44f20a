/** Asks before a version is saved: under which name, as which version of it, and what differs from the version chosen. */
import { useText } from '@somay/shared/react/language.tsx'
import { fold } from '@somay/shared/text/fold.ts'
import { BUILT_IN_NAME } from '@somay/shared/text/plan.ts'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Dialog } from '../../parts/dialog.tsx'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { Field } from '../../parts/field.tsx'
import { partsText } from '../../text/parts.ts'
import { planText } from '../../text/plan.ts'
import { nextVersion } from './next-version.ts'
import type { NamedVersion } from './version-choice.tsx'

/** A field in words, before and after. */
export type ChangeInWords = { readonly field: string; readonly before: string; readonly after: string }

type Props = {
  readonly title: string
  readonly versions: readonly NamedVersion[]
  readonly version: NamedVersion
  readonly changes: readonly ChangeInWords[]
  readonly children?: ReactNode
  readonly isSaving: boolean
  readonly error: unknown
  readonly onSave: (name: string) => void
  readonly onClose: () => void
}

const LONGEST_NAME = 100

export function SaveForm({ title, versions, version, changes, children, isSaving, error, onSave, onClose }: Props) {
  const say = useText(planText)
  const sayPart = useText(partsText)
  // What the product comes with has no versions of its own.
  const [typed, setName] = useState(version.version === 0 ? '' : version.name)
  const [isTold, tell] = useState(false)
  const name = typed.trim()
  const isReserved = fold(name) === fold(BUILT_IN_NAME)
  const fits = fold(name) !== '' && name.length <= LONGEST_NAME && !isReserved
  const problem = isReserved ? say('nameReserved') : say('nameProblem')
  const next = nextVersion(versions, name)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    tell(true)
    if (fits) onSave(name)
  }
  return (
    <Dialog title={title} wide onClose={onClose}>
      <form className="form" onSubmit={submit} noValidate>
        <Field
          label={say('name')}
          problem={fits || !isTold ? undefined : problem}
          value={typed}
          onChange={(text) => {
            setName(text)
            tell(true)
          }}
          maxLength={LONGEST_NAME}
          autoFocus
          required
        />
        {children}
        <p aria-live="polite">{fits && say(next.isNew ? 'willBeNew' : 'willBeNext', { name: next.name, version: next.version })}</p>
        {changes.length === 0 ? <p className="soft">{say('sameAsBefore')}</p> : <ChangeTable changes={changes} />}
        {error !== null && <ErrorPanel error={error} />}
        <button type="submit" className="primary" disabled={isSaving}>
          {sayPart('save')}
        </button>
      </form>
    </Dialog>
  )
}

function ChangeTable({ changes }: { readonly changes: readonly ChangeInWords[] }) {
  const say = useText(planText)
  return (
    <table className="count-table plain-rows narrow-table">
      <caption className="visually-hidden">{say('changes')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('field')}</th>
          <th scope="col">{say('before')}</th>
          <th scope="col">{say('after')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ field, before, after }) => (
          <tr key={field}>
            <th scope="row">{field}</th>
            <td>{before}</td>
            <td>{after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
