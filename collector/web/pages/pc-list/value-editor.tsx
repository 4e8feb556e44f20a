/** The field for a filter's value, by the kind of its column. */
import type { Column, FilterOperator } from '@somay/shared/api/pcs.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { YES_NO } from '@somay/shared/text/filters.ts'
import { useUnits } from '../../api/pcs.ts'
import { Choices } from '../../parts/choices.tsx'
import { Field } from '../../parts/field.tsx'
import { filterEditorText } from '../../text/pc-list.ts'
import { isDaysAgo } from './typed-value.ts'

type Props = { column: Column; operator: FilterOperator | undefined; typed: string; onChange: (typed: string) => void; wrong: boolean }

export function ValueEditor({ column, operator, typed, onChange, wrong }: Props) {
  const say = useText(filterEditorText)
  const { language } = useLanguage()
  const units = useUnits({ enabled: column.kind === 'unit' })
  const field = { value: typed, onChange, autoFocus: true }
  const several = {
    legend: say('choices'),
    chosen: typed.split(',').filter(Boolean),
    onChange: (chosen: readonly string[]) => onChange(chosen.join(',')),
    problem: wrong ? say('choicesProblem') : undefined,
  }
  if (operator !== undefined && isDaysAgo(operator)) {
    return (
      <Field {...field} label={say('days')} note={say('daysNote')} inputMode="numeric" problem={wrong ? say('daysProblem') : undefined} />
    )
  }
  switch (column.kind) {
    case 'bytes':
      return (
        <Field
          {...field}
          label={say('gigabytes')}
          note={say('gigabytesNote')}
          inputMode="decimal"
          problem={wrong ? say('gigabytesProblem') : undefined}
        />
      )
    case 'count':
      return <Field {...field} label={say('number')} inputMode="numeric" problem={wrong ? say('numberProblem') : undefined} />
    case 'instant':
      return <Field {...field} label={say('day')} note={say('dayNote')} problem={wrong ? say('dayProblem') : undefined} />
    case 'yes-no':
      return (
        <fieldset className="choices">
          <legend>{say('value')}</legend>
          {(['yes', 'no'] as const).map((one) => (
            <label key={one} className="tick">
              <input type="radio" name="yes-no" checked={(typed === 'no' ? 'no' : 'yes') === one} onChange={() => onChange(one)} />
              {YES_NO[one][language]}
            </label>
          ))}
        </fieldset>
      )
    case 'choice':
      return <Choices {...several} choices={(column.choices ?? []).map(({ value, label }) => ({ value, label: label[language] }))} />
    case 'unit':
      return <Choices {...several} choices={(units.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))} />
    case 'text':
      return <Field {...field} label={say('value')} problem={wrong ? say('textProblem') : undefined} />
  }
}
