/** One unit or none, chosen from those the person may see: by block, each below its parent. */
import { type ReactNode, useId } from 'react'
import { useUnits } from '../api/pcs.ts'
import { UnitOptions } from './unit-options.tsx'

type Props = { label: ReactNode; none: string; unit: number | undefined; onChange: (unit: number | undefined) => void }

export function UnitChoice({ label, none, unit, onChange }: Props) {
  const id = useId()
  const units = useUnits({ enabled: true }).data ?? []
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={unit ?? ''} onChange={({ target }) => onChange(target.value === '' ? undefined : Number(target.value))}>
        <option value="">{none}</option>
        {/* A unit that is no longer, as a link of old names it. */}
        {unit !== undefined && !units.some((one) => one.id === unit) && <option value={unit}>{`#${unit}`}</option>}
        <UnitOptions units={units} />
      </select>
    </>
  )
}
