/** The groups of a plan with what each year pays for, in the one order that decides between PCs in the same need at the same price. */
import type { PlanTerms } from '@somay/shared/api/plans.ts'
import { type Funded, fund } from '../../plan/funding.ts'
import type { PlannedGroup } from './query.ts'

export type FundedGroup = PlannedGroup & {
  /** Empty where nothing is done for money or work that a year could wait for. */ readonly funded: Funded
}

/** Units in their order; of a unit those whose number came first. */
export function fundedGroups(found: readonly PlannedGroup[], terms: PlanTerms, orderOf: ReadonlyMap<number, number>): FundedGroup[] {
  const groups = [...found]
  const place = ({ unitId }: PlannedGroup) => orderOf.get(unitId) ?? Number.MAX_SAFE_INTEGER
  groups.sort(
    (one, other) =>
      place(one) - place(other) ||
      one.unitId - other.unitId ||
      one.findings - other.findings ||
      orderOfText(one.casing, other.casing) ||
      orderOfText(one.memory, other.memory) ||
      orderOfText(one.life, other.life) ||
      orderOfText(one.system, other.system),
  )
  const waiting = groups.flatMap((group) => (isFundable(group) ? [group] : []))
  const funded = fund(
    waiting,
    terms.years.map(({ budgetDong }) => budgetDong ?? null),
  )
  return groups.map((group) => ({ ...group, funded: (isFundable(group) && funded.get(group)) || [] }))
}

const orderOfText = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1)

/** Something is done for money, and for how much is known. */
export function isFundable<G extends Pick<PlannedGroup, 'kind' | 'costDong'>>(group: G): group is G & { readonly costDong: number } {
  return (group.kind === 'mend' || group.kind === 'replace') && group.costDong !== undefined
}

export function unfundedOf(group: FundedGroup): number {
  return isFundable(group) ? group.pcs - group.funded.reduce((sum, paid) => sum + paid, 0) : 0
}
