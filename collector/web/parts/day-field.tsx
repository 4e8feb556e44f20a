/** The day a page is of: taken when it is one, not while its year is being typed, and one step back however long somebody types. */
import { type ChangeEvent, useId, useRef, useState } from 'react'
import { FIRST_DAY, isPlausibleDay, LAST_DAY } from './plausible-day.ts'

type Props = {
  readonly label: string
  readonly hidesLabel?: boolean
  readonly day: string | undefined
  /** The last day there is something to see of; any plausible one unless given. */
  readonly latest?: string
  /** Undefined when the field was emptied; `replace` for a change after the first since somebody came to the field. */
  readonly onChoose: (day: string | undefined, how: { readonly replace: boolean }) => void
}

export function DayField({ label, hidesLabel = false, day, latest = LAST_DAY, onChoose }: Props) {
  const id = useId()
  const [typed, setTyped] = useState<{ readonly text: string; readonly over: string | undefined }>()
  const hasChosen = useRef(false)
  const type = ({ target: { value: text, validity } }: ChangeEvent<HTMLInputElement>) => {
    setTyped({ text, over: day })
    // A day with a part missing is empty to a page, and "bad" to the browser alone.
    if (text === '' ? validity.badInput : !isPlausibleDay(text) || text > latest) return
    onChoose(text === '' ? undefined : text, { replace: hasChosen.current })
    hasChosen.current = true
  }
  const leave = () => {
    setTyped(undefined)
    hasChosen.current = false
  }
  // Another day than the one that was typed over: the page went elsewhere, and the field goes along.
  const isTyping = typed !== undefined && (day === typed.over || day === typed.text)
  return (
    <>
      <label htmlFor={id} className={hidesLabel ? 'visually-hidden' : 'day-label'}>
        {label}
      </label>
      <input
        id={id}
        type="date"
        className="day-field"
        min={FIRST_DAY}
        max={latest}
        value={isTyping ? typed.text : (day ?? '')}
        onChange={type}
        onBlur={leave}
      />
    </>
  )
}
