/** What a PC is offered, from what is held and rolled out. Pure. */
import { compareVersions, type PackageKind, type SignedRelease, type UpdateOffer } from '@somay/shared/release.ts'
import { isInStage } from './stage.ts'

export type RolledOut = {
  readonly version: string
  /** Null: the whole tree. */
  readonly unitId: number | null
  readonly stage: number
  readonly state: string
}

export type Book = {
  readonly rollouts: readonly RolledOut[]
  /** By `keyOfRelease`. */
  readonly releases: ReadonlyMap<string, SignedRelease>
  readonly parents: ReadonlyMap<number, number | null>
}

export const keyOfRelease = (kind: string, version: string) => `${kind} ${version}`

export type Asking = { readonly pcId: number; readonly kind: PackageKind; readonly version: string }

/** Whether anything could be offered at all, before anybody asks in which unit the PC is. */
export function candidates({ rollouts, releases }: Book, { pcId, kind, version }: Asking): string[] {
  const newer = new Set(
    rollouts
      .filter((one) => one.state === 'running' && compareVersions(one.version, version) > 0 && isInStage(pcId, one.version, one.stage))
      .map((one) => one.version),
  )
  return [...newer].filter((one) => releases.has(keyOfRelease(kind, one))).sort((a, b) => compareVersions(b, a))
}

/** The highest version that is due; without the package of the present one there is no way back, and no offer. */
export function offerFor(book: Book, asking: Asking, unitId: number): UpdateOffer | undefined {
  const fallback = book.releases.get(keyOfRelease(asking.kind, asking.version))
  if (!fallback) return undefined
  const version = candidates(book, asking).find((one) => isDue(book, asking.pcId, one, unitId))
  const release = version === undefined ? undefined : book.releases.get(keyOfRelease(asking.kind, version))
  return release && { release, fallback }
}

/** The nearest rollout above the PC decides: a unit that is held back stays so whatever is done for the whole tree. */
function isDue({ rollouts, parents }: Book, pcId: number, version: string, unitId: number): boolean {
  const nearest = nearestOf(rollouts, parents, version, unitId)
  return nearest !== undefined && nearest.state === 'running' && isInStage(pcId, version, nearest.stage)
}

/** An ended rollout says nothing any more. */
export function nearestOf(
  rollouts: readonly RolledOut[],
  parents: Book['parents'],
  version: string,
  unitId: number,
): RolledOut | undefined {
  const own = rollouts.filter((one) => one.version === version && one.state !== 'ended')
  for (let unit: number | null | undefined = unitId, steps = 0; unit !== null && unit !== undefined && steps < 100; steps++) {
    const found = own.find((one) => one.unitId === unit)
    if (found) return found
    unit = parents.get(unit)
  }
  return own.find((one) => one.unitId === null)
}
