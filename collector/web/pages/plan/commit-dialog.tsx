/** Asks before a plan is committed: what will be frozen, what is not in it, and that nobody can change it afterwards. */
import type { Made, NewCommittedPlan } from '@somay/shared/api/committed-plans.ts'
import type { Plan } from '@somay/shared/api/plans.ts'
import { useText } from '@somay/shared/react/language.tsx'
import { type FormEvent, useId, useState } from 'react'
import { useLocation } from 'wouter'
import { COMMITTED_KEY } from '../../api/committed-plans.ts'
import { useDeed } from '../../api/deed.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { Field } from '../../parts/field.tsx'
import { committedText } from '../../text/committed.ts'
import { askedOf } from './asked.ts'
import { committedAddress } from './committed-address.ts'
import { FrozenList } from './frozen-list.tsx'
import type { PlanView } from './url-state.ts'

type Props = {
  readonly view: PlanView
  readonly plan: Plan
  readonly unitName: string | undefined
  readonly onClose: () => void
}

const LONGEST_TITLE = 200
const LONGEST_NOTE = 2_000

export function CommitDialog({ view, plan, unitName, onClose }: Props) {
  const say = useText(committedText)
  const [, navigate] = useLocation()
  const { years, policy, priceBook, on } = plan.terms
  const span = [years[0]?.year, years.length > 1 ? years.at(-1)?.year : undefined].filter((year) => year !== undefined).join('–')
  const [title, setTitle] = useState(() => [say('defaultTitle', { years: span }), ...(unitName === undefined ? [] : [unitName])].join(', '))
  const [note, setNote] = useState('')
  const noteId = useId()
  const deed = useDeed<Made>([COMMITTED_KEY], ({ id }) => navigate(committedAddress(id)))
  const fits = title.trim() !== '' && title.trim().length <= LONGEST_TITLE
  const isEmpty = plan.total.mend + plan.total.replace + plan.total.move === 0
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // The versions and the day that are in view: a later version somebody saved meanwhile is not what was looked at.
    const asked = { ...askedOf(view), policy: policy.id, priceBook: priceBook.id, on }
    const body = { title: title.trim(), note: note.trim(), asked } satisfies NewCommittedPlan
    if (fits && !isEmpty) deed.mutate({ method: 'POST', path: '/committed-plans', body })
  }
  return (
    <Dialog title={say('commitTitle')} wide onClose={onClose}>
      <form className="form" onSubmit={submit} noValidate>
        <FrozenList plan={plan} />
        <p className="attention">{say(isEmpty ? 'nothingToCommit' : 'cannotChange')}</p>
        <Field
          label={say('planTitle')}
          problem={fits ? undefined : say('titleProblem')}
          value={title}
          onChange={setTitle}
          maxLength={LONGEST_TITLE}
          autoFocus
          required
        />
        <div className="field">
          <label htmlFor={noteId}>{say('note')}</label>
          <textarea id={noteId} rows={2} maxLength={LONGEST_NOTE} value={note} onChange={({ target }) => setNote(target.value)} />
        </div>
        {deed.isError && <ErrorPanel error={deed.error} />}
        <button type="submit" className="primary" disabled={deed.isPending || isEmpty}>
          {say('commitNow')}
        </button>
      </form>
    </Dialog>
  )
}
