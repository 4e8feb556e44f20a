/** One unit in a form, with its problem beside it. */
import { useText } from '@somay/shared/react/language.tsx'
import { useId } from 'react'
import { useUnits } from '../api/pcs.ts'
import { partsText } from '../text/parts.ts'
import { UnitOptions } from './unit-options.tsx'

type Props = { label: string; unit: number | undefined; onChange: (unit: number | undefined) => void; problem?: string | undefined }

export function UnitField({ label, unit, onChange, problem }: Props) {
  const say = useText(partsText)
  const id = useId()
  const units = useUnits({ enabled: true }).data ?? []
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={unit ?? ''}
        required
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : `${id}-problem`}
        onChange={({ target }) => onChange(target.value === '' ? undefined : Number(target.value))}
      >
        <option value="">{say('chooseUnit')}</option>
        <UnitOptions units={units} />
      </select>
      {problem !== undefined && (
        <p className="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  )
}
