/** An amount of money as it is typed, "20 triệu" included. */
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { type ReactNode, useId } from 'react'
import { dongIn } from '../../parts/typed-amount.ts'
import { useTyped } from '../../parts/use-typed.ts'
import { planText } from '../../text/plan.ts'

type Props = {
  readonly label: string
  /** Null is none, which an empty field means where it may be empty. */
  readonly dong: number | null
  readonly mayBeEmpty?: boolean
  readonly most: number
  readonly isChanged?: boolean
  readonly note?: string
  readonly children?: ReactNode
  readonly onTell: (dong: number | null, how: { readonly replace: boolean }) => void
}

export function MoneyField({ label, dong, mayBeEmpty = false, most, isChanged = false, note, children, onTell }: Props) {
  const say = useText(planText)
  const { language } = useLanguage()
  const id = useId()
  const field = useTyped<number | null>({
    value: dong,
    read: (text) => {
      if (text.trim() === '') return mayBeEmpty ? null : undefined
      const amount = dongIn(text)
      return amount !== undefined && amount <= most ? amount : undefined
    },
    tell: onTell,
  })
  const notes = [...(note === undefined ? [] : [`${id}-note`]), ...(field.isWrong ? [`${id}-problem`] : [])]
  return (
    <div className={isChanged ? 'term changed' : 'term'}>
      <label htmlFor={id}>{label}</label>
      <span className="term-value">
        <input
          id={id}
          type="text"
          autoComplete="off"
          className="dong-input"
          value={field.text ?? (dong === null ? '' : formatNumber(dong, language))}
          onChange={({ target }) => field.type(target.value)}
          onBlur={field.leave}
          aria-invalid={field.isWrong}
          aria-describedby={notes.length > 0 ? notes.join(' ') : undefined}
        />
      </span>
      {note !== undefined && (
        <p className="note" id={`${id}-note`}>
          {note}
        </p>
      )}
      {field.isWrong && (
        <p className="problem" id={`${id}-problem`}>
          {say('dongProblem')}
        </p>
      )}
      {children}
    </div>
  )
}
