/** Asks before a token is revoked, and does it. */
import { useText } from '@somay/shared/react/language.tsx'
import type { QueryKey } from '@tanstack/react-query'
import { useDeed } from '../api/deed.ts'
import { partsText } from '../text/parts.ts'
import { tokensText } from '../text/tokens.ts'
import { Dialog } from './dialog.tsx'
import { ErrorPanel } from './error-panel.tsx'

type Props = { label: string; question: string; path: string; stale: QueryKey; onClose: () => void }

export function RevokeDialog({ label, question, path, stale, onClose }: Props) {
  const say = useText(tokensText)
  const sayPart = useText(partsText)
  const deed = useDeed<undefined>([stale], onClose)
  return (
    <Dialog title={say('revokeTitle', { label })} onClose={onClose}>
      <p>{question}</p>
      {deed.isError && <ErrorPanel error={deed.error} />}
      <div className="dialog-actions">
        <span className="fill" />
        <button type="button" onClick={onClose}>
          {sayPart('cancel')}
        </button>
        <button type="button" className="primary" disabled={deed.isPending} onClick={() => deed.mutate({ method: 'DELETE', path })}>
          {say('revoke')}
        </button>
      </div>
    </Dialog>
  )
}
