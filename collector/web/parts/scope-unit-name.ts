/** A unit of a scope by its name, with its last day where it has ended. Pure. */
import type { ScopeUnits } from '@somay/shared/api/session.ts'
import { dayBefore, formatDay } from '@somay/shared/text/days.ts'

type Unit = NonNullable<ScopeUnits>[number]

/** `ended` puts name and day into the words of the page. */
export function scopeUnitName({ name, validTo }: Unit, ended: (values: { unit: string; day: string }) => string): string {
  return validTo === undefined ? name : ended({ unit: name, day: formatDay(dayBefore(validTo)) })
}
