/** What a rule of counting may say, for the collector and the form alike. */

/** A year: a longer window would count PCs nobody remembers. */
export const LONGEST_DAYS = 366

type Dated = { readonly version: number /** Absent for the one the ledger began with. */; readonly fromDay?: string | undefined }

/**
 * Of versions that no day is counted by any more, the one that took their place: made later, it holds from the same day or an earlier one. So a
 * version planned for a day to come is given up by one that is made after it and holds before it.
 */
export function replacedVersions(versions: readonly Dated[]): ReadonlyMap<number, number> {
  const inOrder = [...versions].sort((one, other) => one.version - other.version)
  return new Map(
    inOrder.flatMap(({ version, fromDay }, place) => {
      const later =
        fromDay === undefined ? undefined : inOrder.slice(place + 1).find((one) => one.fromDay !== undefined && one.fromDay <= fromDay)
      return later ? [[version, later.version] as const] : []
    }),
  )
}

/** The versions that one made now would put out of use, the earliest first. */
export function replacedFrom<V extends Dated>(versions: readonly V[], fromDay: string): V[] {
  const gone = replacedVersions(versions)
  return versions
    .filter((one) => one.fromDay !== undefined && one.fromDay >= fromDay && !gone.has(one.version))
    .sort((one, other) => one.version - other.version)
}
