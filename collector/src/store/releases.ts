/** Releases of the agent that the collector may serve: what is said of them here, the packages themselves as files. */
import { type PackageKind, RELEASE_FORMAT, type SignedRelease } from '@somay/shared/release.ts'
import type { Selectable } from 'kysely'
import { writeDeed } from './deeds.ts'
import type { Database } from './dialect/dialect.ts'
import type { AgentReleaseTable } from './update-tables.ts'

export type ReleaseRow = Selectable<AgentReleaseTable>

export function signedOf({ version, kind, sha256, file_name, size_bytes, signature }: ReleaseRow): SignedRelease {
  const manifest = {
    format: RELEASE_FORMAT,
    version,
    kind: kind as PackageKind,
    fileName: file_name,
    sizeBytes: size_bytes,
    sha256,
  } as const
  return { manifest, signature }
}

/** `other`: another package of that kind and version is held already, and stays. */
export function addRelease(
  database: Database,
  { manifest, signature }: SignedRelease,
  { who, at }: { readonly who: string; readonly at: number },
): Promise<'added' | 'held' | 'other'> {
  const { version, kind, sha256, fileName, sizeBytes } = manifest
  return database.write(async (db) => {
    const added = await db
      .insertInto('agent_release')
      .values({ version, kind, sha256, file_name: fileName, size_bytes: sizeBytes, signature, added_at: at, added_by: who })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (added) {
      await writeDeed(db, { at, who, kind: 'release-added', detail: { label: `${version} ${kind}`, sha256 } })
      return 'added'
    }
    const held = await db
      .selectFrom('agent_release')
      .select('id')
      .where('sha256', '=', sha256)
      .where('kind', '=', kind)
      .where('version', '=', version)
      .executeTakeFirst()
    return held ? 'held' : 'other'
  })
}

export function listReleases({ read }: Pick<Database, 'read'>): Promise<ReleaseRow[]> {
  return read.selectFrom('agent_release').selectAll().orderBy('id', 'desc').execute()
}

/** Its hash; `in-use` while it is rolled out. PCs that run it can no more be updated with a way back. */
export function removeRelease(
  database: Database,
  { kind, version }: { readonly kind: string; readonly version: string },
  { who, at }: { readonly who: string; readonly at: number },
): Promise<{ readonly sha256: string } | 'absent' | 'in-use'> {
  return database.write(async (db) => {
    const running = await db
      .selectFrom('rollout')
      .select('id')
      .where('version', '=', version)
      .where('state', '=', 'running')
      .executeTakeFirst()
    if (running) return 'in-use'
    const gone = await db
      .deleteFrom('agent_release')
      .where('kind', '=', kind)
      .where('version', '=', version)
      .returning('sha256')
      .executeTakeFirst()
    if (!gone) return 'absent'
    await writeDeed(db, { at, who, kind: 'release-removed', detail: { label: `${version} ${kind}`, sha256: gone.sha256 } })
    return gone
  })
}
