/** One unit in a form, by block and in protocol order, with its problem beside it. */
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { BLOCKS } from '@somay/shared/text/choices.ts'
import { useId } from 'react'
import { useUnits } from '../api/pcs.ts'
import { partsText } from '../text/parts.ts'

type Props = { label: string; unit: number | undefined; onChange: (unit: number | undefined) => void; problem?: string | undefined }

export function UnitField({ label, unit, onChange, problem }: Props) {
  const say = useText(partsText)
  const { language } = useLanguage()
  const id = useId()
  const units = useUnits({ enabled: true }).data ?? []
  const groups = Object.entries(BLOCKS)
    .map(([block, words]) => ({ block, name: `${block}. ${words[language]}`, own: units.filter((one) => one.block === block) }))
    .filter(({ own }) => own.length > 0)
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
        {groups.map(({ block, name, own }) => (
          <optgroup key={block} label={name}>
            {own.map(({ id: value, name: ownName }) => (
              <option key={value} value={value}>
                {ownName}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {problem !== undefined && (
        <p className="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  )
}
