/** How a rollout goes, from the fleet's groups: those of the unit and everything below it. Pure. */
import type { Progress } from '@somay/shared/api/agent-updates.ts'
import { compareVersions } from '@somay/shared/release.ts'
import { keyOfRelease } from '../../releasing/offer.ts'

export type PackageGroup = { readonly unitId: number; readonly kind: string; readonly version: string; readonly pcs: number }
/** `there`: of them those that run the version or a later one by now. */
export type UpdateGroup = { readonly unitId: number; readonly version: string; readonly state: string; readonly pcs: number }

export type Fleet = {
  readonly packages: readonly PackageGroup[]
  readonly updates: readonly UpdateGroup[]
  /** By `keyOfRelease`. */
  readonly held: ReadonlySet<string>
  readonly parents: ReadonlyMap<number, number | null>
}

export function progressOf(
  { packages, updates, held, parents }: Fleet,
  { version, unitId, stage }: { readonly version: string; readonly unitId: number | null; readonly stage: number },
): Progress {
  const isBelow = (unit: number) => unitId === null || isUnder(unit, unitId, parents)
  const own = packages.filter((group) => isBelow(group.unitId))
  const behind = own.filter((group) => compareVersions(group.version, version) < 0)
  const states = new Map<string, number>()
  for (const group of updates)
    if (group.version === version && isBelow(group.unitId)) states.set(group.state, (states.get(group.state) ?? 0) + group.pcs)
  const inState = (state: string) => states.get(state) ?? 0
  const lacking = behind.filter(({ kind }) => !held.has(keyOfRelease(kind, version)))
  const stranded = behind.filter((group) => !lacking.includes(group) && !held.has(keyOfRelease(group.kind, group.version)))
  return {
    there: sum(own.filter((group) => compareVersions(group.version, version) >= 0)),
    // Which PCs are in the stage follows from their numbers; of how many is told here it is the share.
    due: stage === 100 ? sum(behind) : Math.round((sum(behind) * stage) / 100),
    offered: inState('offered'),
    installed: inState('installed'),
    failed: inState('failed'),
    rolledBack: inState('rolled-back'),
    refused: inState('refused'),
    cannotTell: inState('cannot-tell'),
    lackPackage: sum(lacking),
    lackWayBack: sum(stranded),
  }
}

function sum(groups: readonly PackageGroup[]): number {
  return groups.reduce((total, { pcs }) => total + pcs, 0)
}

function isUnder(unit: number, above: number, parents: Fleet['parents']): boolean {
  for (let at: number | null | undefined = unit, steps = 0; at !== null && at !== undefined && steps < 100; steps++) {
    if (at === above) return true
    at = parents.get(at)
  }
  return false
}
