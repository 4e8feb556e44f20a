/** Of which day the list speaks, where its heading stands, what its costs are counted in, and whether it is all there is. */
import type { ListPreview } from '@somay/shared/api/register.ts'
import { useText } from '@somay/shared/react/language.tsx'
import { formatDay } from '@somay/shared/text/days.ts'
import { useId } from 'react'
import { DayField } from '../../parts/day-field.tsx'
import { UnitChoice } from '../../parts/unit-choice.tsx'
import { importText } from '../../text/register.ts'
import type { ReadingChange } from './mapping.ts'

const COST_UNITS = [
  [1, 'dong'],
  [1_000, 'thousand'],
  [1_000_000, 'million'],
] as const

type Props = { preview: ListPreview; onChange: (change: ReadingChange) => void }

export function ReadingFields({ preview, onChange }: Props) {
  const say = useText(importText)
  const ids = { sheet: useId(), row: useId(), cost: useId() }
  return (
    <>
      <div className="as-of-line">
        <b>
          <bdi>{preview.fileName}</bdi>
        </b>
        <DayField label={say('day')} day={preview.day} onChoose={(day) => day !== undefined && onChange({ day })} />
        {preview.sheets.length > 1 && (
          <>
            <label htmlFor={ids.sheet}>{say('sheet')}</label>
            <select
              id={ids.sheet}
              value={preview.sheet}
              onChange={({ target }) => onChange({ sheet: Number(target.value), headerRow: undefined, mapping: undefined })}
            >
              {preview.sheets
                .map((name, place) => ({ name, place }))
                .map(({ name, place }) => (
                  <option key={`${place} ${name}`} value={place}>
                    {name}
                  </option>
                ))}
            </select>
          </>
        )}
        <label htmlFor={ids.row}>{say('headerRow')}</label>
        <input
          id={ids.row}
          type="number"
          min={1}
          max={40}
          value={preview.headerRow}
          // Another heading has other columns: they are found anew.
          onChange={({ target }) =>
            target.valueAsNumber >= 1 && target.valueAsNumber <= 40 && onChange({ headerRow: target.valueAsNumber, mapping: undefined })
          }
        />
        <label htmlFor={ids.cost}>{say('costUnit')}</label>
        <select
          id={ids.cost}
          value={preview.costUnitDong}
          onChange={({ target }) => onChange({ costUnitDong: Number(target.value) as 1 | 1_000 | 1_000_000 })}
        >
          {COST_UNITS.map(([value, words]) => (
            <option key={value} value={value}>
              {say(words)}
            </option>
          ))}
        </select>
        {preview.mapping.unit === undefined && (
          <UnitChoice label={say('unitOfAll')} none={say('chooseUnit')} unit={preview.unitId} onChange={(unitId) => onChange({ unitId })} />
        )}
      </div>
      <label className="check">
        <input type="checkbox" checked={preview.complete} onChange={({ target }) => onChange({ complete: target.checked })} />{' '}
        {say('complete', { day: formatDay(preview.day) })}
      </label>
      {preview.remembered && <p className="note">{say('remembered')}</p>}
    </>
  )
}
