/** Asks once more before two PCs become one, or stay two for good. */
import type { Answered, IdentitySide } from '@somay/shared/api/identity.ts'
import { useText } from '@somay/shared/react/language.tsx'
import { useDeed } from '../../api/deed.ts'
import { IDENTITY_STALE } from '../../api/identity.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { identityText } from '../../text/identity.ts'
import { partsText } from '../../text/parts.ts'

type Props = { one: Pick<IdentitySide, 'id' | 'name'>; other: Pick<IdentitySide, 'id' | 'name'>; same: boolean; onClose: () => void }

export function AnswerDialog({ one, other, same, onClose }: Props) {
  const say = useText(identityText)
  const sayPart = useText(partsText)
  const deed = useDeed<Answered>(IDENTITY_STALE, onClose)
  return (
    <Dialog title={`${say(same ? 'same' : 'different')}: ${say('pair', { one: one.name, other: other.name })}`} onClose={onClose}>
      <p>{say(same ? 'sameAsk' : 'differentAsk')}</p>
      {deed.isError && <ErrorPanel error={deed.error} />}
      <div className="dialog-actions">
        <span className="fill" />
        <button type="button" onClick={onClose}>
          {sayPart('cancel')}
        </button>
        <button
          type="button"
          className="primary"
          disabled={deed.isPending}
          onClick={() => deed.mutate({ method: 'POST', path: '/identity/answers', body: { pcIds: [one.id, other.id], same } })}
        >
          {say('doIt')}
        </button>
      </div>
    </Dialog>
  )
}
