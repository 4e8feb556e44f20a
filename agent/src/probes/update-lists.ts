/** Reads when the package lists were last fetched: a count of pending updates is as fresh as they are. */
import { isUnknown, type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Platform } from '../platform/platform.ts'
import type { Reading, TextReading } from '../platform/reading.ts'
import { APT_LISTS_FOLDER, isAptIndex } from './apt-lists.ts'
import { because } from './because.ts'
import { cacheFetchedAt, type DnfCache, readDnfCache } from './dnf-cache.ts'
import { toMinute } from './minute.ts'
import { findPackageSystem } from './package-system.ts'

export type UpdateListsReading =
  | {
      readonly system: 'apt'
      /** Left by the system's own daily fetch; absent where people fetch by hand. */
      readonly stamp: TextReading
      /** When each index was published, by its file's date: apt keeps the server's. */
      readonly dates: Reading<readonly TextReading[]>
    }
  | { readonly system: 'dnf'; readonly cache: DnfCache }
  | Unknown

const STAMP = '/var/lib/apt/periodic/update-success-stamp'

export async function readUpdateLists(platform: Platform): Promise<UpdateListsReading> {
  const system = await findPackageSystem(platform)
  if (isUnknown(system)) return system
  if (system === 'dnf') return { system, cache: await readDnfCache(platform) }
  const stamp = await platform.modifiedAt(STAMP)
  const lists = await platform.listFolder(APT_LISTS_FOLDER)
  if (lists.kind !== 'read') return { system, stamp, dates: lists }
  const dates = lists.value.filter(isAptIndex).map((name) => platform.modifiedAt(`${APT_LISTS_FOLDER}/${name}`))
  return { system, stamp, dates: { kind: 'read', value: await Promise.all(dates) } }
}

export function parseUpdateLists(reading: UpdateListsReading): string | Unknown {
  if ('unknown' in reading) return reading
  if (reading.system === 'dnf') return cacheFetchedAt(reading.cache)
  const { stamp, dates } = reading
  if (stamp.kind === 'read') return toMinute(stamp.value)
  // A stamp that is there and cannot be read may be newer than every index.
  if (stamp.kind !== 'absent') return because(stamp)
  if (dates.kind !== 'read') return because(dates)
  const unread = dates.value.find(({ kind }) => kind !== 'read')
  if (unread && unread.kind !== 'read') return because(unread)
  const newest = dates.value
    .flatMap((date) => (date.kind === 'read' ? [date.value] : []))
    .sort()
    .at(-1)
  return newest === undefined ? unknown('failed', 'no package lists: apt-get update never ran here') : toMinute(newest)
}
