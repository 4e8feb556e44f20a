/** Sums of people (CBCCVC) over units: what nobody told is counted as missing, never as nobody. Pure. */
import type { PeopleOf } from '@somay/shared/api/counts.ts'

export const NOBODY: PeopleOf = { staff: 0, staffMissing: 0, equipped: 0, equippedMissing: 0 }

/** Null is not told. */
export function peopleOf({ staff, equipped }: { readonly staff: number | null; readonly equipped: number | null }): PeopleOf {
  return { staff: staff ?? 0, staffMissing: Number(staff === null), equipped: equipped ?? 0, equippedMissing: Number(equipped === null) }
}

export function addPeople(one: PeopleOf, other: PeopleOf): PeopleOf {
  return {
    staff: one.staff + other.staff,
    staffMissing: one.staffMissing + other.staffMissing,
    equipped: one.equipped + other.equipped,
    equippedMissing: one.equippedMissing + other.equippedMissing,
  }
}
