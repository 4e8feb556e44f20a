/** Asks before what cannot be unseen: a new password, an end of sessions or of the second factor, a lock; and shows what came of it. */
import type { GivenPassword, Person } from '@somay/shared/api/people.ts'
import { useText } from '@somay/shared/react/language.tsx'
import { PEOPLE_KEY } from '../../api/administration.ts'
import { type Sent, useDeed } from '../../api/deed.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { SecretOnce } from '../../parts/secret-once.tsx'
import { partsText } from '../../text/parts.ts'
import { peopleText } from '../../text/people.ts'

export type Asked = 'newPassword' | 'endSecondFactor' | 'endSessions' | 'lock' | 'unlock'

const QUESTIONS = {
  newPassword: 'newPasswordAsk',
  endSecondFactor: 'endSecondFactorAsk',
  endSessions: 'endSessionsAsk',
  lock: 'lockAsk',
  unlock: undefined,
} as const satisfies Record<Asked, keyof typeof peopleText | undefined>

function sentFor(asked: Asked, id: number): Sent {
  switch (asked) {
    case 'newPassword':
      return { method: 'POST', path: `/people/${id}/password`, body: {} }
    case 'endSecondFactor':
      return { method: 'DELETE', path: `/people/${id}/second-factor` }
    case 'endSessions':
      return { method: 'DELETE', path: `/people/${id}/sessions` }
    case 'lock':
    case 'unlock':
      return { method: 'PATCH', path: `/people/${id}`, body: { disabled: asked === 'lock' } }
  }
}

type Props = { person: Person; asked: Asked; onBack: () => void; onClose: () => void }

export function PersonDeed({ person: { id, userName }, asked, onBack, onClose }: Props) {
  const say = useText(peopleText)
  const sayPart = useText(partsText)
  const deed = useDeed<GivenPassword | undefined>([PEOPLE_KEY], (answer) => {
    if (answer?.password === undefined) onClose()
  })
  if (deed.data?.password !== undefined) {
    return (
      <Dialog title={say('addedTitle', { name: userName })} onClose={onClose}>
        <div className="form">
          <p>{say('addedNote', { name: userName })}</p>
          <SecretOnce label={say('password')} secret={deed.data.password} />
        </div>
      </Dialog>
    )
  }
  const question = QUESTIONS[asked]
  return (
    <Dialog title={`${say(asked)}: ${userName}`} onClose={onClose}>
      {question && <p>{say(question)}</p>}
      {deed.isError && <ErrorPanel error={deed.error} />}
      <div className="dialog-actions">
        <span className="fill" />
        <button type="button" onClick={onBack}>
          {sayPart('cancel')}
        </button>
        <button type="button" className="primary" disabled={deed.isPending} onClick={() => deed.mutate(sentFor(asked, id))}>
          {say('doIt')}
        </button>
      </div>
    </Dialog>
  )
}
