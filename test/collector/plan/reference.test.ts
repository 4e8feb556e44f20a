/** The dated tables: support dates by edition, and since when a Windows lacks an update. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { measure } from '#collector/plan/measures/measure.ts'
import { NEVER } from '#collector/plan/measures/measures.ts'
import { cycleOf } from '#collector/plan/reference/lifecycle.ts'
import { type Builds, patchedBy } from '#collector/plan/reference/patches.ts'
import { BUILT_IN } from '#collector/plan/reference/reference.ts'
import type { FactValue } from '#shared/facts/index.ts'
import { FACTS } from '#shared/facts/index.ts'
import { isUnknown, unknown } from '#shared/unknown.ts'

type Os = FactValue<'os'>
const os = (changes: Partial<Os>): Os => ({ ...(FACTS.os.example as Os), ...changes })
const found = (changes: Partial<Os>) => {
  const cycle = cycleOf(os(changes), BUILT_IN.lifecycle)
  return isUnknown(cycle) ? cycle.unknown : [cycle.cycle, cycle.endsOn]
}

test('the same build ends on another day for Home, Enterprise and the long-term channel', () => {
  assert.deepEqual(found({ build: 26_100, supportEdition: 'home' }), ['11-24h2-w', '2026-10-13'])
  assert.deepEqual(found({ build: 26_100, supportEdition: 'enterprise' }), ['11-24h2-e', '2027-10-12'])
  assert.deepEqual(found({ build: 26_100, supportEdition: 'ltsc' }), ['11-24h2-e-lts', '2029-10-09'])
  assert.deepEqual(found({ build: 26_100, supportEdition: 'ltsc', name: 'Windows 11 IoT Enterprise LTSC' }), [
    '11-24h2-iot-lts',
    '2034-10-10',
  ])
  assert.deepEqual(found({ build: 26_100, supportEdition: 'server' }), ['2025', '2034-11-14'])
  assert.deepEqual(found({ build: 19_045, supportEdition: 'education' }), ['10-22h2', '2025-10-14'])
  assert.deepEqual(found({ build: 7_601, supportEdition: 'pro' }), ['7-sp1', '2020-01-14'])
  assert.deepEqual(found({ build: 9_600, supportEdition: 'server' }), ['2012-r2', '2023-10-10'])
})

test('support for money: not for Home, and untold for an edition nobody recognised', () => {
  const extended = (changes: Partial<Os>) => {
    const cycle = cycleOf(os({ build: 19_045, ...changes }), BUILT_IN.lifecycle)
    return isUnknown(cycle) ? cycle.unknown : cycle.isExtendedUntold ? 'untold' : cycle.extendedEndsOn
  }
  assert.equal(extended({ supportEdition: 'pro' }), '2028-10-10')
  assert.equal(extended({ supportEdition: 'home' }), '2026-10-13')
  assert.equal(extended({ supportEdition: 'other' }), 'untold')
  assert.deepEqual(found({ build: 19_045, supportEdition: 'other' }), ['10-22h2', '2025-10-14'])
  assert.equal(found({ build: 26_100, supportEdition: 'other' }), 'not-supported')
})

test('Linux and macOS by their versions; what the table lacks is unknown and has no date', () => {
  assert.deepEqual(found({ family: 'linux', name: 'Debian GNU/Linux 12 (bookworm)', version: '12' }), ['12', '2026-07-11'])
  assert.deepEqual(found({ family: 'linux', name: 'Ubuntu 22.04.5 LTS', version: '22.04' }), ['22.04', '2027-04-01'])
  assert.deepEqual(found({ family: 'macos', name: 'macOS Catalina', version: '10.15.7' }), ['10.15', '2026-02-02'])
  assert.deepEqual(found({ family: 'macos', name: 'macOS', version: '26.1' }), ['26', null])
  assert.equal(found({ family: 'linux', name: 'Void Linux', version: '1' }), 'not-supported')
  assert.equal(found({ build: 12_345 }), 'not-supported')
  assert.equal(found({ build: unknown('timed-out') }), 'timed-out')
  assert.equal(found({ supportEdition: unknown('access-denied') }), 'access-denied')
})

test('a Windows without its last service pack ended earlier than with it', () => {
  assert.deepEqual(found({ build: 7_600, supportEdition: 'pro' }), ['7', '2013-04-09'])
  assert.deepEqual(found({ build: 6_001, supportEdition: 'home' }), ['6-sp1', '2011-07-12'])
  assert.deepEqual(found({ build: 6_000, supportEdition: 'enterprise' }), ['6', '2010-04-13'])
  // Windows XP has one build, whatever its service pack: the last of them is told.
  assert.deepEqual(found({ build: 2_600, supportEdition: 'pro' }), ['5-sp3', '2014-04-08'])
})

test('support of Windows ends on Tuesdays', () => {
  for (const { product, cycle, endsOn } of BUILT_IN.lifecycle.cycles)
    if (product === 'windows' && endsOn && endsOn > '2016') assert.equal(new Date(endsOn).getUTCDay(), 2, `${cycle} ${endsOn}`)
})

const BUILDS: Builds = {
  asOf: '2026-08-12',
  source: 'test',
  builds: {
    26100: [
      [100, '2026-06-09', 1],
      [150, '2026-06-23'],
      [180, '2026-07-14'],
      [200, '2026-07-14', 1],
      [300, '2026-08-11', 1],
    ],
    22621: [[6060, '2025-10-14', 1]],
  },
}

test('an update is missing since the day the next regular one came out, whatever numbers hot patches bear', () => {
  const missing = (revision: number) => {
    const patched = patchedBy(BUILDS, 26_100, revision)
    return isUnknown(patched) || isUnknown(patched.missingSince) ? 'unknown' : patched.missingSince
  }
  assert.equal(missing(100), '2026-07-14')
  assert.equal(missing(150), '2026-07-14', 'a preview is no security update')
  assert.equal(missing(180), '2026-08-11', 'a hot patch of the day is as good')
  assert.equal(missing(1), '2026-06-09')
  assert.equal(missing(300), 'unknown', 'the last one the table knows')
  assert.equal(missing(999), 'unknown', 'newer than the table')
  assert.ok(isUnknown(patchedBy(BUILDS, 7_601, 1)))
})

test('a PC at the last update of a table lacks nothing of before that table, unless no update is to come any more', () => {
  const reference = { ...BUILT_IN, builds: BUILDS }
  const told = (changes: Partial<Os>, tables = reference) => {
    const { missingSince, patchedUntil } = measure({ os: { known: os(changes), source: 'test' } }, undefined, tables)
    return [missingSince, patchedUntil].map((value) => (isUnknown(value) ? value.unknown : value))
  }
  assert.deepEqual(told({ build: 26_100, ubr: 200 }), ['2026-08-11', '2026-08-11'])
  assert.deepEqual(told({ build: 26_100, ubr: 300 }), ['not-supported', '2026-08-12'])
  const newer = { ...BUILT_IN, builds: { ...BUILDS, asOf: '2026-11-20' } }
  assert.deepEqual(
    told({ build: 26_100, ubr: 300, supportEdition: 'enterprise' }, newer),
    ['not-supported', '2026-11-20'],
    'a newer table that holds none tells more',
  )
  // Support of 22H2 ended on 14/10/2025 for every edition: it has the last there is.
  assert.deepEqual(told({ build: 22_621, ubr: 6060, supportEdition: 'enterprise' }), ['not-supported', NEVER])
  assert.deepEqual(told({ build: 26_100, ubr: unknown('timed-out') }), ['timed-out', 'timed-out'])
  assert.deepEqual(told({ build: 7_601 }), ['not-supported', 'not-supported'])
})

test('a table whose builds stand in another order says the same', () => {
  const table: Builds = {
    ...BUILT_IN.builds,
    builds: Object.fromEntries(Object.entries(BUILT_IN.builds.builds).map(([build, releases]) => [build, releases.toReversed()])),
  }
  for (const [build, releases] of Object.entries(table.builds))
    for (const revision of releases.flatMap(([number]) => [number - 1, number]))
      assert.deepEqual(
        patchedBy(table, Number(build), revision),
        patchedBy(BUILT_IN.builds, Number(build), revision),
        `${build}.${revision}`,
      )
  const newestFirst: Builds = {
    asOf: '2026-08-12',
    source: 'test',
    builds: {
      19045: [
        [7663, '2026-08-11', 1],
        [6456, '2025-10-14', 1],
        [5737, '2025-04-08', 1],
      ],
    },
  }
  assert.deepEqual(patchedBy(newestFirst, 19_045, 5_000), { missingSince: '2025-04-08', patchedUntil: '2025-04-08' })
})
