/** Sums of what people told of units: what nobody told is counted as missing, never as nobody. Pure. */
import type { PeopleOf } from '@somay/shared/api/counts.ts'

/** Of one unit: people (CBCCVC), those of them with a PC, PCs with a paid licence of protection from malware; null is not told. */
export type ToldOfUnit = Readonly<Record<'staff' | 'equipped' | 'licensedAntivirus', number | null>>

export const NOTHING_TOLD: PeopleOf = {
  staff: 0,
  staffMissing: 0,
  equipped: 0,
  equippedMissing: 0,
  licensedAntivirus: 0,
  licensedAntivirusMissing: 0,
}

export function isAnythingTold({ staff, equipped, licensedAntivirus }: ToldOfUnit): boolean {
  return staff !== null || equipped !== null || licensedAntivirus !== null
}

export function peopleOf({ staff, equipped, licensedAntivirus }: ToldOfUnit): PeopleOf {
  return {
    staff: staff ?? 0,
    staffMissing: Number(staff === null),
    equipped: equipped ?? 0,
    equippedMissing: Number(equipped === null),
    licensedAntivirus: licensedAntivirus ?? 0,
    licensedAntivirusMissing: Number(licensedAntivirus === null),
  }
}

export function addPeople(one: PeopleOf, other: PeopleOf): PeopleOf {
  const fields = Object.keys(NOTHING_TOLD) as readonly (keyof PeopleOf)[]
  return Object.fromEntries(fields.map((field) => [field, one[field] + other[field]])) as PeopleOf
}
