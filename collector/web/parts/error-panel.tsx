/** What happened, what to do and the code, with a way to try again. */

import { useText } from '@somay/shared/react/language.tsx'
import { ApiError } from '../api/request.ts'
import { failureText } from '../text/failure.ts'

export function ErrorPanel({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const say = useText(failureText)
  const known = error instanceof ApiError ? error : undefined
  return (
    <div className="error-panel" role="alert">
      <p className="error-what">{known?.message ?? say('broken')}</p>
      <p>{known?.todo ?? say('brokenTodo')}</p>
      {known?.detail !== undefined && <p className="note">{known.detail}</p>}
      <p className="note">
        {say('code')}: {known?.code ?? 'page-failed'}
        {known?.id !== undefined && ` · ${known.id}`}
      </p>
      {onRetry && (
        <button type="button" onClick={onRetry}>
          {say('retry')}
        </button>
      )}
    </div>
  )
}
