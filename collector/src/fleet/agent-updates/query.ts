/** Reads the page of agent updates: in groups of PCs, never PC by PC. */
import type { AgentUpdates, FleetVersion, HeldRelease, Rollout, UpdatedPcs, UpdatedPcsQuery } from '@somay/shared/api/agent-updates.ts'
import { compareVersions, type PackageKind } from '@somay/shared/release.ts'
import { sql } from 'kysely'
import { unitsBelow } from '../../access/scope.ts'
import { keyOfRelease } from '../../releasing/offer.ts'
import type { PackageFiles } from '../../releasing/package-files.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import { listReleases, type ReleaseRow } from '../../store/releases.ts'
import { type PackageGroup, progressOf, type UpdateGroup } from './progress.ts'

const MOST_PCS = 500
const IN_LEDGER = sql`pc.merged_into is null and pc.retired_at is null`

export async function readAgentUpdates(database: Database, files: PackageFiles): Promise<AgentUpdates> {
  const { read } = database
  const [releases, units, rollouts] = await Promise.all([
    listReleases(database),
    read.selectFrom('unit').select(['id', 'name', 'parent_id']).execute(),
    read.selectFrom('rollout').selectAll().where('state', '<>', 'ended').orderBy('at', 'desc').execute(),
  ])
  const packages = await sql<PackageGroup>`
    select pc.unit_id as "unitId", k.kind, k.version, count(*) as pcs from pc_package k join pc on pc.id = k.pc_id where ${IN_LEDGER}
    group by pc.unit_id, k.kind, k.version`.execute(read)
  const updates = await sql<UpdateGroup>`
    select pc.unit_id as "unitId", x.version, x.state, count(*) as pcs from pc_update x join pc on pc.id = x.pc_id
    where ${IN_LEDGER} and x.version in (select version from rollout where state <> 'ended') group by pc.unit_id, x.version, x.state`.execute(
    read,
  )
  const silent = await sql<{ version: string; pcs: number }>`
    select c.agent_version as version, count(*) as pcs from pc_contact c join pc on pc.id = c.pc_id
    where ${IN_LEDGER} and not exists (select 1 from pc_package k where k.pc_id = pc.id) group by c.agent_version`.execute(read)
  const groups = packages.rows.map((group) => ({ ...group, pcs: Number(group.pcs) }))
  const fleet = {
    packages: groups,
    updates: updates.rows.map((group) => ({ ...group, pcs: Number(group.pcs) })),
    held: new Set(releases.map(({ kind, version }) => keyOfRelease(kind, version))),
    parents: new Map(units.map(({ id, parent_id }) => [id, parent_id])),
  }
  const names = new Map(units.map(({ id, name }) => [id, name]))
  return {
    releases: await Promise.all(releases.map((row) => heldOf(row, files))),
    fleet: [...byVersion(groups), ...silent.rows.map(({ version, pcs }) => ({ version, pcs: Number(pcs) }))],
    rollouts: rollouts.map(
      ({ id, version, unit_id, stage, state, by_rule, who, at }): Rollout => ({
        id,
        version,
        ...(unit_id !== null && { unitId: unit_id, unit: names.get(unit_id) ?? '' }),
        stage: stage as Rollout['stage'],
        state: state as Rollout['state'],
        haltedByRule: by_rule === 1,
        who,
        at,
        progress: progressOf(fleet, { version, unitId: unit_id, stage }),
      }),
    ),
  }
}

async function heldOf(row: ReleaseRow, files: PackageFiles): Promise<HeldRelease> {
  const { version, kind, file_name: fileName, size_bytes: sizeBytes, sha256, added_at: addedAt, added_by: addedBy } = row
  return {
    version,
    kind: kind as PackageKind,
    fileName,
    sizeBytes,
    sha256,
    addedAt,
    addedBy,
    isHere: (await files.size(sha256)) === sizeBytes,
  }
}

function byVersion(groups: readonly PackageGroup[]): FleetVersion[] {
  const found = new Map<string, { kind: PackageKind; version: string; pcs: number }>()
  for (const { kind, version, pcs } of groups) {
    const key = keyOfRelease(kind, version)
    found.set(key, { kind: kind as PackageKind, version, pcs: (found.get(key)?.pcs ?? 0) + pcs })
  }
  return [...found.values()].sort((one, other) => one.kind.localeCompare(other.kind) || compareVersions(other.version, one.version))
}

export async function readUpdatedPcs({ read, dialect }: Database, { version, state, unitId }: UpdatedPcsQuery): Promise<UpdatedPcs> {
  const rows = await read
    .selectFrom('pc_update as x')
    .innerJoin('pc', 'pc.id', 'x.pc_id')
    .innerJoin('unit', 'unit.id', 'pc.unit_id')
    .select(['x.pc_id', 'pc.name', 'unit.name as unit', 'x.state', 'x.reason', 'x.detail', 'x.offered_at', 'x.ended_at'])
    .where('x.version', '=', version)
    .where(sql<boolean>`${IN_LEDGER}`)
    .where(state === undefined ? sql<boolean>`1 = 1` : sql<boolean>`x.state = ${state}`)
    .where(unitId === undefined ? sql<boolean>`1 = 1` : sql<boolean>`pc.unit_id in ${unitsBelow(dialect, [unitId])}`)
    .orderBy(sql`coalesce(x.ended_at, x.offered_at)`, 'desc')
    .orderBy('x.pc_id')
    .limit(MOST_PCS + 1)
    .execute()
  return {
    pcs: rows.slice(0, MOST_PCS).map((row) => ({
      pcId: row.pc_id,
      name: row.name,
      unit: row.unit,
      state: row.state as UpdatedPcs['pcs'][number]['state'],
      ...(row.reason !== null && { reason: row.reason as NonNullable<UpdatedPcs['pcs'][number]['reason']> }),
      ...(row.detail !== null && { detail: row.detail }),
      at: row.ended_at ?? row.offered_at ?? 0,
    })),
    more: rows.length > MOST_PCS,
  }
}
