/** Asks the bridge when a part of the page stands, and again when told or after a while; remembers the last answer. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Asked } from '../preload/messages.ts'

export type Asking<T> = { readonly asked: Asked<T> | undefined; readonly again: () => void }

/** `everyMs` may depend on the last answer; without it the question is asked once. */
export function useAsked<T>(ask: () => Promise<Asked<T>>, everyMs?: (asked: Asked<T>) => number): Asking<T> {
  const [asked, setAsked] = useState<Asked<T>>()
  const [round, setRound] = useState(0)
  const current = useRef({ ask, everyMs })
  current.current = { ask, everyMs }
  useEffect(() => {
    let timer: number | undefined
    let isGone = false
    const once = async () => {
      const found = await current.current.ask()
      if (isGone) return
      setAsked(found)
      const pauseMs = current.current.everyMs?.(found)
      if (pauseMs !== undefined) timer = window.setTimeout(() => void once(), pauseMs)
    }
    void once()
    return () => {
      isGone = true
      window.clearTimeout(timer)
    }
  }, [round])
  return { asked, again: useCallback(() => setRound((before) => before + 1), []) }
}
