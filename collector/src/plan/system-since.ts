/** What became of a PC's system since a plan was committed, by what was read then and now: whatever newer tables say of either. Pure; null was not read. */

/** `build` and `revision` of Windows alone. */
export type System = {
  readonly name: string | null
  readonly version: string | null
  readonly build: number | null
  readonly revision: number | null
  /** The first update it lacks. */
  readonly missingSince: string | null
}

export type SystemNow = System & { readonly patchedUntil: string | null }

/** `unread`: it cannot be compared. */
export type SystemSince = 'same' | 'changed' | 'unread'
/** Of the update that was missing then: whether it is in. */
export type UpdatesSince = 'in' | 'not-in' | 'untold'

const differ = <T>(one: T | null, other: T | null): boolean => one !== null && other !== null && one !== other
const agree = <T>(one: T | null, other: T | null): boolean => one !== null && one === other

/** Another version, build or edition. Windows alone has its edition in its name; elsewhere a name may tell which patches are in. */
export function systemSince(then: System, now: System): SystemSince {
  if (then.name === null || now.name === null) return 'unread'
  if (differ(then.version, now.version) || differ(then.build, now.build)) return 'changed'
  if (now.build !== null && then.name !== now.name) return 'changed'
  return agree(then.version, now.version) || agree(then.build, now.build) ? 'same' : 'unread'
}

/** A higher revision alone is not enough: a preview may lack what was missing too. */
export function updatesSince(then: System, now: SystemNow): UpdatesSince {
  const { build, revision, missingSince } = then
  if (build === null || revision === null || missingSince === null || now.build === null || now.revision === null) return 'untold'
  // Of another build the revision tells nothing: it may lack more than the one before.
  if (now.build === build && now.revision <= revision) return 'not-in'
  if (now.missingSince !== null) return now.missingSince > missingSince ? 'in' : 'not-in'
  if (now.patchedUntil === null) return 'untold'
  return now.patchedUntil >= missingSince ? 'in' : 'not-in'
}
