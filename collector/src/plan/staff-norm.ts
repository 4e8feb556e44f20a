/** What the people of a unit miss by the staff norm: people of groups I-VI have more than one machine, one of them a laptop, everybody else one. What nobody told or read makes no need. Pure. */
import type { Policy } from './policy.ts'
import type { Casing } from './settle.ts'

/** Null is not told. */
export type People = { readonly staff: number | null; readonly leaders: number | null }

/** PCs that somebody may sit at; those whose case nobody read are neither laptops nor something else. */
export type Equipment = { readonly pcs: number; readonly laptops: number; readonly caseUnread: number }

export const NO_EQUIPMENT: Equipment = { pcs: 0, laptops: 0, caseUnread: 0 }

export function withPcs({ pcs, laptops, caseUnread }: Equipment, more: number, casing: Casing): Equipment {
  return {
    pcs: pcs + more,
    laptops: laptops + (casing === 'laptop' ? more : 0),
    caseUnread: caseUnread + (casing === 'unknown' ? more : 0),
  }
}

/** Sums over the units that told the number, each unit's surplus left out of the needs. */
export type StaffNeed = {
  readonly staff: number
  readonly staffTold: number
  readonly staffUntold: number
  readonly leaders: number
  readonly leadersTold: number
  readonly leadersUntold: number
  readonly need: number
  readonly laptops: number
  /** So many more laptops are missing if PCs whose case nobody read are none. */
  readonly laptopsUnsure: number
}

export const NO_NEED: StaffNeed = {
  staff: 0,
  staffTold: 0,
  staffUntold: 0,
  leaders: 0,
  leadersTold: 0,
  leadersUntold: 0,
  need: 0,
  laptops: 0,
  laptopsUnsure: 0,
}

export function staffNeed(
  { staff, leaders }: People,
  { pcs, laptops, caseUnread }: Equipment,
  { leaderPcs }: Pick<Policy, 'leaderPcs'>,
): StaffNeed {
  const hasMore = leaderPcs > 1
  // Nobody is of groups I-VI where there is nobody.
  const isAsked = hasMore && (staff === null ? pcs > 0 : staff > 0)
  const withoutLaptop = hasMore ? Math.max(0, (leaders ?? 0) - laptops) : 0
  return {
    staff: staff ?? 0,
    staffTold: Number(staff !== null),
    // A unit that told of some of its people has people.
    staffUntold: Number(staff === null && (pcs > 0 || leaders !== null)),
    leaders: leaders ?? 0,
    leadersTold: Number(leaders !== null),
    leadersUntold: Number(leaders === null && isAsked),
    need: staff === null ? 0 : Math.max(0, staff + (leaderPcs - 1) * (leaders ?? 0) - pcs),
    laptops: Math.max(0, withoutLaptop - caseUnread),
    laptopsUnsure: Math.min(withoutLaptop, caseUnread),
  }
}

export function addNeeds(one: StaffNeed, other: StaffNeed): StaffNeed {
  const keys = Object.keys(NO_NEED) as (keyof StaffNeed)[]
  return Object.fromEntries(keys.map((key) => [key, one[key] + other[key]])) as StaffNeed
}
