/** The name of a unit in the counts of a day, with the day it began or ended where it did not stand on that one. Pure. */
import type { Units } from '@somay/shared/api/units.ts'
import type { Say } from '@somay/shared/text/catalogue.ts'
import { dayBefore, formatDay } from '@somay/shared/text/days.ts'
import type { countsText } from '../../text/counts.ts'

type Unit = Pick<Units['units'][number], 'name' | 'validFrom' | 'validTo'>

export function unitLabel({ name, validFrom, validTo }: Unit, day: string | undefined, say: Say<typeof countsText>): string {
  if (day === undefined) return name
  if (day < validFrom) return say('unitLater', { unit: name, day: formatDay(validFrom) })
  if (validTo !== undefined && day >= validTo) return say('unitEnded', { unit: name, day: formatDay(dayBefore(validTo)) })
  return name
}
