/** A threshold that is a number: a field for any value, and a slider for the usual ones. */
import type { Policy } from '@somay/shared/api/policies.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { useId } from 'react'
import { useTyped } from '../../parts/use-typed.ts'
import { planText } from '../../text/plan.ts'
import { ChangedMark } from './changed-mark.tsx'
import { THRESHOLDS, type Threshold } from './thresholds.ts'
import type { ChangePlan } from './use-plan-view.ts'
import { readNumber, shownNumber, valueWords } from './value-words.ts'
import { withValue } from './values.ts'

type Typable = Exclude<Threshold, { kind: 'yes-no' }>
type Props = {
  readonly name: keyof Policy
  readonly threshold: Typable
  readonly value: number
  readonly base: number
  readonly change: ChangePlan
}

export function NumberField({ name, threshold, value, base, change }: Props) {
  const say = useText(planText)
  const { language } = useLanguage()
  const id = useId()
  const field = useTyped<number>({
    value,
    read: (text) => readNumber(threshold, text),
    tell: (next, how) => change((view) => withValue(view, name, next, base), how),
  })
  const label = threshold.label[language]
  const factor = threshold.kind === 'number' ? threshold.factor : 1
  const isChanged = value !== base
  const notes = [
    ...(threshold.kind === 'number' ? [`${id}-size`] : []),
    ...(isChanged ? [`${id}-was`] : []),
    ...(field.isWrong ? [`${id}-problem`] : []),
  ]
  return (
    <div className={isChanged ? 'term changed' : 'term'}>
      <label htmlFor={id}>{label}</label>
      <span className="term-value">
        <input
          id={id}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          className={threshold.kind === 'dong' ? 'dong-input' : 'number-input'}
          value={field.text ?? shownNumber({ factor }, value, language)}
          onChange={({ target }) => field.type(target.value)}
          onBlur={field.leave}
          aria-invalid={field.isWrong}
          aria-describedby={notes.length > 0 ? notes.join(' ') : undefined}
        />
        {threshold.kind === 'number' && <span id={`${id}-size`}>{threshold.size[language]}</span>}
      </span>
      {threshold.kind === 'number' && (
        <Slider name={name} slider={threshold.slider} shown={(field.means ?? value) / factor} onMove={field.type} onLeave={field.leave} />
      )}
      {'note' in threshold && threshold.note && <p className="note">{threshold.note[language]}</p>}
      {field.isWrong && (
        <p className="problem" id={`${id}-problem`}>
          {threshold.kind === 'dong'
            ? say('dongProblem')
            : say('numberProblem', { least: formatNumber(threshold.least, language), most: formatNumber(threshold.most, language) })}
        </p>
      )}
      {isChanged && (
        <ChangedMark
          id={`${id}-was`}
          field={label}
          was={valueWords(name, base, language)}
          onPutBack={() => change((view) => withValue(view, name, base, base))}
        />
      )}
    </div>
  )
}

type SliderProps = {
  readonly name: keyof Policy
  readonly slider: { readonly from: number; readonly to: number; readonly step: number }
  readonly shown: number
  readonly onMove: (text: string) => void
  readonly onLeave: () => void
}

function Slider({ name, slider: { from, to, step }, shown, onMove, onLeave }: SliderProps) {
  const say = useText(planText)
  const { language } = useLanguage()
  const threshold = THRESHOLDS[name]
  const factor = threshold.kind === 'number' ? threshold.factor : 1
  return (
    <input
      type="range"
      min={from}
      max={to}
      step={step}
      value={Math.min(to, Math.max(from, shown))}
      aria-label={say('slider', { field: threshold.label[language] })}
      aria-valuetext={valueWords(name, shown * factor, language)}
      onChange={({ target }) => onMove(formatNumber(Number(target.value), language))}
      onBlur={onLeave}
    />
  )
}
