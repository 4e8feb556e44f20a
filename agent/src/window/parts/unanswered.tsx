/** What is said in place of an answer: nobody is there, one may not look, or it failed; with what to do. */

import { useText } from '@somay/shared/react/language.tsx'
import type { Asked } from '../../preload/messages.ts'
import { frameText } from '../text/frame.ts'

export function Unanswered({ asked, onRetry }: { asked: Asked<unknown> | undefined; onRetry: () => void }) {
  const say = useText(frameText)
  if (asked === undefined) return <p className="soft">{say('loading')}</p>
  if (asked.kind === 'answered') return null
  const key = asked.kind === 'nobody' || asked.kind === 'denied' ? asked.kind : 'failed'
  return (
    <div className="error-panel" role="alert">
      <p className="error-what">{say(key)}</p>
      <p>{say(`${key}Todo`)}</p>
      {asked.kind === 'failed' && <p className="note">{asked.detail}</p>}
      {asked.kind === 'refused' && <p className="note">{asked.refusal}</p>}
      <button type="button" onClick={onRetry}>
        {say('retry')}
      </button>
    </div>
  )
}
