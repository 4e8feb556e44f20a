/** The dated tables: support dates by edition, and since when a Windows lacks an update. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NEVER } from '#collector/plan/measures/measures.ts'
import { cycleOf } from '#collector/plan/reference/lifecycle.ts'
import { missingSince } from '#collector/plan/reference/patches.ts'
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

test('support of Windows ends on Tuesdays', () => {
  for (const { product, cycle, endsOn } of BUILT_IN.lifecycle.cycles)
    if (product === 'windows' && endsOn && endsOn > '2016') assert.equal(new Date(endsOn).getUTCDay(), 2, `${cycle} ${endsOn}`)
})

test('an update is missing since the day the next regular one came out, whatever numbers hot patches bear', () => {
  const builds = {
    asOf: '2026-08-11',
    source: 'test',
    builds: {
      26100: [
        [100, '2026-06-09', 1],
        [150, '2026-06-23'],
        [180, '2026-07-14'],
        [200, '2026-07-14', 1],
        [300, '2026-08-11', 1],
      ],
    },
  } as const
  assert.equal(missingSince(builds, 26_100, 100), '2026-07-14')
  assert.equal(missingSince(builds, 26_100, 150), '2026-07-14', 'a preview is no security update')
  assert.equal(missingSince(builds, 26_100, 180), '2026-08-11', 'a hot patch of the day is as good')
  assert.equal(missingSince(builds, 26_100, 300), NEVER)
  assert.equal(missingSince(builds, 26_100, 999), NEVER, 'newer than the table')
  assert.equal(missingSince(builds, 26_100, 1), '2026-06-09')
  assert.ok(isUnknown(missingSince(builds, 7_601, 1)))
})
