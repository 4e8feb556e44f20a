/** What lies in dnf's cache of its repositories: when it was last fetched, and whether it tells which updates are for security. */
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Platform } from '../platform/platform.ts'
import type { Reading, TextReading } from '../platform/reading.ts'
import { because } from './because.ts'
import { toMinute } from './minute.ts'

/** One for each repository that was fetched. */
export type CachedRepository = { readonly indexAt: TextReading; readonly files: Reading<string[]> }

export type DnfCache = Reading<readonly CachedRepository[]>

// dnf 4, and dnf 5 (Fedora 41 and later).
const CACHES = ['/var/cache/dnf', '/var/cache/libdnf5']
/** A repository's folder ends in a hash of where it comes from. */
const REPOSITORY = /-[0-9a-f]{16}$/

export async function readDnfCache(platform: Platform): Promise<DnfCache> {
  const repositories: Promise<CachedRepository>[] = []
  let refusal: Reading<string[]> | undefined
  for (const cache of CACHES) {
    const names = await platform.listFolder(cache)
    if (names.kind === 'read')
      repositories.push(
        ...names.value.filter((name) => REPOSITORY.test(name)).map((name) => readOne(platform, `${cache}/${name}/repodata`)),
      )
    else if (names.kind !== 'absent') refusal ??= names
  }
  if (refusal && refusal.kind !== 'read') return refusal
  return { kind: 'read', value: await Promise.all(repositories) }
}

async function readOne(platform: Platform, folder: string): Promise<CachedRepository> {
  return { indexAt: await platform.modifiedAt(`${folder}/repomd.xml`), files: await platform.listFolder(folder) }
}

const NEVER_FETCHED = unknown('failed', 'no package lists: dnf makecache never ran here')

/** True when a repository carries notes on its updates; without any, "no security updates" would only mean that nobody told. */
export function tellsSecurity(cache: DnfCache): boolean | Unknown {
  if (cache.kind !== 'read') return because(cache)
  if (cache.value.length === 0) return NEVER_FETCHED
  const files = cache.value.flatMap((one) => (one.files.kind === 'read' ? one.files.value : []))
  return files.some((name) => /updateinfo\.xml/.test(name))
}

/** The date of the newest index: dnf sets it each time it asks whether there is a newer one. */
export function cacheFetchedAt(cache: DnfCache): string | Unknown {
  if (cache.kind !== 'read') return because(cache)
  const unread = cache.value.find(({ indexAt }) => indexAt.kind !== 'read' && indexAt.kind !== 'absent')?.indexAt
  if (unread && unread.kind !== 'read') return because(unread)
  const newest = cache.value
    .flatMap(({ indexAt }) => (indexAt.kind === 'read' ? [indexAt.value] : []))
    .sort()
    .at(-1)
  return newest === undefined ? NEVER_FETCHED : (toMinute(newest) ?? unknown('failed', 'repomd.xml: not understood'))
}
