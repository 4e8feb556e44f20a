/** The draft outlives its page, so that a look at another one loses nothing that was put together; it is its author's alone. */
import { useCallback, useState } from 'react'
import { useSession } from '../../api/session.ts'
import { type Draft, EMPTY } from './draft.ts'

let kept: { readonly who: string | undefined; readonly draft: Draft } = { who: undefined, draft: EMPTY }

export function useDraft(): readonly [draft: Draft, change: (draft: Draft) => void] {
  const who = useSession().data?.person.userName
  const [{ draft }, draw] = useState(() => (kept.who === who ? kept : { who, draft: EMPTY }))
  const change = useCallback(
    (next: Draft) => {
      kept = { who, draft: next }
      draw(kept)
    },
    [who],
  )
  return [draft, change]
}
