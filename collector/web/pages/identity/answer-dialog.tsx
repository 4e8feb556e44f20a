/** Asks once more before two PCs become one, or stay two for good. */
import type { IdentitySide } from '@somay/shared/api/identity.ts'
import { useText } from '@somay/shared/react/language.tsx'
import { IDENTITY_STALE } from '../../api/identity.ts'
import { AskDialog } from '../../parts/ask-dialog.tsx'
import { identityText } from '../../text/identity.ts'

type Props = { one: Pick<IdentitySide, 'id' | 'name'>; other: Pick<IdentitySide, 'id' | 'name'>; same: boolean; onClose: () => void }

export function AnswerDialog({ one, other, same, onClose }: Props) {
  const say = useText(identityText)
  return (
    <AskDialog
      title={`${say(same ? 'same' : 'different')}: ${say('pair', { one: one.name, other: other.name })}`}
      doIt={say('doIt')}
      deed={{ method: 'POST', path: '/identity/answers', body: { pcIds: [one.id, other.id], same } }}
      stale={IDENTITY_STALE}
      onClose={onClose}
    >
      <p>{say(same ? 'sameAsk' : 'differentAsk')}</p>
    </AskDialog>
  )
}
