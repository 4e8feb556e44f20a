/** A labelled field of a form, with its problem beside it in a sentence that says what to do. */
import { type InputHTMLAttributes, useId } from 'react'

type Props = {
  label: string
  note?: string | undefined
  problem?: string | undefined
  value: string
  onChange: (value: string) => void
  type?: 'text' | 'password'
  autoComplete?: string
  inputMode?: InputHTMLAttributes<HTMLInputElement>['inputMode']
  autoFocus?: boolean
  required?: boolean
  maxLength?: number
}

export function Field({
  label,
  note,
  problem,
  value,
  onChange,
  type = 'text',
  autoComplete,
  inputMode,
  autoFocus,
  required,
  maxLength,
}: Props) {
  const id = useId()
  const noteId = `${id}-note`
  const problemId = `${id}-problem`
  const described = [note && noteId, problem && problemId].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={type}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        autoComplete={autoComplete ?? 'off'}
        inputMode={inputMode}
        // biome-ignore lint/a11y/noAutofocus: the first field of a page or dialog that holds nothing else
        autoFocus={autoFocus}
        required={required}
        maxLength={maxLength}
        spellCheck={false}
        aria-invalid={problem !== undefined}
        aria-describedby={described === '' ? undefined : described}
      />
      {note !== undefined && (
        <p className="note" id={noteId}>
          {note}
        </p>
      )}
      {problem !== undefined && (
        <p className="problem" id={problemId}>
          {problem}
        </p>
      )}
    </div>
  )
}
