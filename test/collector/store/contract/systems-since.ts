/** What the store promises of systems beside lines of committed plans: SQL says of each pair what the pure functions say, nothing read included. */
import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { systemSinceSql, updatesSinceSql } from '#collector/fleet/plan/system-since-sql.ts'
import { type SystemNow, systemSince, updatesSince } from '#collector/plan/system-since.ts'
import { chance } from './chance.ts'
import type { Ledger } from './ledger.ts'

const PAIRS = 2_000
const DAYS = ['2026-06-09', '2026-07-14', '2026-08-11'] as const
const WITHOUT_BUILD = 0.2

function anySystem(pick: ReturnType<typeof chance>): SystemNow {
  const one = <T>(values: readonly T[]): T | null => (pick(6) === 0 ? null : (values[pick(values.length)] as T))
  const isWindows = pick(10) >= 10 * WITHOUT_BUILD
  return {
    name: one(['Windows 10 Pro', 'Windows 10 Home', 'Windows 11 Pro']),
    version: one(['22H2', '24H2']),
    build: isWindows ? one([19_045, 26_100]) : null,
    revision: isWindows ? one([100, 200, 300]) : null,
    missingSince: one(DAYS),
    patchedUntil: one(DAYS),
  }
}

export const systemsSincePromises: Readonly<Record<string, (ledger: Ledger) => Promise<void>>> = {
  async 'whether a system is another one, and whether updates are in, is told by SQL as by the functions'({ database: { read, dialect } }) {
    const pick = chance(20_261_130)
    const pairs = Array.from({ length: PAIRS }, () => [anySystem(pick), anySystem(pick)] as const)
    const then = pairs.map(([{ name, version, build, revision, missingSince }], place) => [
      place,
      name,
      version,
      build,
      revision,
      missingSince,
    ])
    const now = pairs.map(([, { name, version }], place) => [place, name, version])
    const measured = pairs.map(([, { build, revision, missingSince, patchedUntil }], place) => [
      place,
      build,
      revision,
      missingSince,
      patchedUntil,
    ])
    const windows = { windows_build: 'int', windows_revision: 'int', missing_since: 'text' } as const
    const { rows } = await sql<{ place: number; system: string; updates: string }>`
      select l.place, ${systemSinceSql} as system, ${updatesSinceSql} as updates
      from ${dialect.rows('l', { place: 'int', os_name: 'text', os_version: 'text', ...windows }, JSON.stringify(then))}
      join ${dialect.rows('q', { place: 'int', os_name: 'text', os_version: 'text' }, JSON.stringify(now))} on q.place = l.place
      join ${dialect.rows('m', { place: 'int', ...windows, patched_until: 'text' }, JSON.stringify(measured))} on m.place = l.place`.execute(
      read,
    )
    assert.equal(rows.length, PAIRS)
    const seen = new Set<string>()
    for (const { place, system, updates } of rows) {
      const [before, after] = pairs[place] as (typeof pairs)[number]
      assert.deepEqual([system, updates], [systemSince(before, after), updatesSince(before, after)], JSON.stringify([before, after]))
      seen.add(system).add(updates)
    }
    assert.equal(seen.size, 6, [...seen].join(', '))
  },
}
