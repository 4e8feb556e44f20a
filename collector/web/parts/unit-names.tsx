/** Units as one cell of a table: all, none, or their names. */
import { useText } from '@somay/shared/react/language.tsx'
import { partsText } from '../text/parts.ts'

export function UnitNames({ units }: { units: readonly { id: number; name: string }[] | null }) {
  const say = useText(partsText)
  if (units === null) return say('allUnits')
  if (units.length === 0) return <span className="soft">{say('noneSeen')}</span>
  return <bdi>{units.map(({ name }) => name).join(', ')}</bdi>
}
