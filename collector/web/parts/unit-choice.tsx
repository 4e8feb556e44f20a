/** One unit or none, chosen from those the person may see: by block, each below its parent. */
import { useLanguage } from '@somay/shared/react/language.tsx'
import { BLOCKS, choiceText } from '@somay/shared/text/choices.ts'
import { type ReactNode, useId } from 'react'
import { useUnits } from '../api/pcs.ts'
import { unitsInTree } from './units-in-tree.ts'

type Props = { label: ReactNode; none: string; unit: number | undefined; onChange: (unit: number | undefined) => void }

/** An option has no margin of its own. */
const INDENT = '\u00a0\u00a0\u00a0'

export function UnitChoice({ label, none, unit, onChange }: Props) {
  const id = useId()
  const { language } = useLanguage()
  const units = useUnits({ enabled: true }).data ?? []
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={unit ?? ''} onChange={({ target }) => onChange(target.value === '' ? undefined : Number(target.value))}>
        <option value="">{none}</option>
        {/* A unit that is no longer, as a link of old names it. */}
        {unit !== undefined && !units.some((one) => one.id === unit) && <option value={unit}>{`#${unit}`}</option>}
        {unitsInTree(units).map(({ block, units: lines }) => (
          <optgroup key={block} label={`${block}. ${choiceText(BLOCKS, block, language)}`}>
            {lines.map(({ id: value, name, depth }) => (
              <option key={value} value={value}>
                {INDENT.repeat(depth) + name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </>
  )
}
