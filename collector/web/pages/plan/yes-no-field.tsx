/** A threshold that is asked or is not. */
import type { Policy } from '@somay/shared/api/policies.ts'
import { useLanguage } from '@somay/shared/react/language.tsx'
import { useId } from 'react'
import { ChangedMark } from './changed-mark.tsx'
import { THRESHOLDS } from './thresholds.ts'
import type { ChangePlan } from './use-plan-view.ts'
import { valueWords } from './value-words.ts'
import { withValue } from './values.ts'

type Props = { readonly name: keyof Policy; readonly value: boolean; readonly base: boolean; readonly change: ChangePlan }

export function YesNoField({ name, value, base, change }: Props) {
  const { language } = useLanguage()
  const id = useId()
  const label = THRESHOLDS[name].label[language]
  const isChanged = value !== base
  const set = (next: boolean) => change((view) => withValue(view, name, next, base))
  return (
    <div className={isChanged ? 'term changed' : 'term'}>
      <label className="tick">
        <input
          type="checkbox"
          checked={value}
          onChange={({ target }) => set(target.checked)}
          aria-describedby={isChanged ? `${id}-was` : undefined}
        />
        {label}
      </label>
      {isChanged && <ChangedMark id={`${id}-was`} field={label} was={valueWords(name, base, language)} onPutBack={() => set(base)} />}
    </div>
  )
}
