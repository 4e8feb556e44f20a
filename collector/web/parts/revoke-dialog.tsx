/** Asks before a token is revoked, and does it. */
import { useText } from '@somay/shared/react/language.tsx'
import type { QueryKey } from '@tanstack/react-query'
import { tokensText } from '../text/tokens.ts'
import { AskDialog } from './ask-dialog.tsx'

type Props = { label: string; question: string; path: string; stale: QueryKey; onClose: () => void }

export function RevokeDialog({ label, question, path, stale, onClose }: Props) {
  const say = useText(tokensText)
  return (
    <AskDialog
      title={say('revokeTitle', { label })}
      doIt={say('revoke')}
      deed={{ method: 'DELETE', path }}
      stale={[stale]}
      onClose={onClose}
    >
      <p>{question}</p>
    </AskDialog>
  )
}
