/** Units as one cell of a table: all, none, or their names. */
import type { ScopeUnits } from '@somay/shared/api/session.ts'
import { useText } from '@somay/shared/react/language.tsx'
import { partsText } from '../text/parts.ts'
import { scopeUnitName } from './scope-unit-name.ts'

export function UnitNames({ units }: { units: ScopeUnits }) {
  const say = useText(partsText)
  if (units === null) return say('allUnits')
  if (units.length === 0) return <span className="soft">{say('noneSeen')}</span>
  return <bdi>{units.map((unit) => scopeUnitName(unit, (values) => say('unitEnded', values))).join(', ')}</bdi>
}
