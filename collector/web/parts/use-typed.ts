/** What is being typed or dragged in a field: shown as typed, told after a short rest and one step of the way back, given up once the page says otherwise. */
import { useEffect, useRef, useState } from 'react'

/** So long a hand rests between two moves of a slider. */
const REST_MS = 150

type Typed<V> = { readonly text: string; readonly over: V; readonly means: V | undefined }

type Asked<V> = {
  readonly value: V
  /** Undefined for what cannot be meant. */
  readonly read: (text: string) => V | undefined
  /** `replace`: for every telling after the first since somebody came to the field. */
  readonly tell: (value: V, how: { readonly replace: boolean }) => void
}

export type TypedField<V> = {
  /** Undefined while nobody types. */
  readonly text: string | undefined
  readonly means: V | undefined
  readonly isWrong: boolean
  readonly type: (text: string) => void
  readonly leave: () => void
}

export function useTyped<V>({ value, read, tell }: Asked<V>): TypedField<V> {
  const [typed, setTyped] = useState<Typed<V>>()
  const waiting = useRef<{ readonly timer: ReturnType<typeof setTimeout>; readonly send: () => void }>(undefined)
  const hasTold = useRef(false)
  const stop = () => {
    clearTimeout(waiting.current?.timer)
    waiting.current = undefined
  }
  // A page that is left changes no address any more.
  useEffect(() => () => clearTimeout(waiting.current?.timer), [])
  const type = (text: string) => {
    const means = read(text)
    setTyped({ text, over: value, means })
    stop()
    if (means === undefined) return
    const send = () => {
      waiting.current = undefined
      tell(means, { replace: hasTold.current })
      hasTold.current = true
    }
    waiting.current = { timer: setTimeout(send, REST_MS), send }
  }
  const leave = () => {
    const { send } = waiting.current ?? {}
    stop()
    send?.()
    hasTold.current = false
    // What cannot be meant stays in sight with its problem.
    if (typed?.means !== undefined) setTyped(undefined)
  }
  const isTyping = typed !== undefined && (value === typed.over || value === typed.means)
  return {
    text: isTyping ? typed.text : undefined,
    means: isTyping ? typed.means : undefined,
    isWrong: isTyping && typed.means === undefined,
    type,
    leave,
  }
}
