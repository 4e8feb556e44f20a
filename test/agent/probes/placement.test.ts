/** The placement probe: what a person entered, that nobody did, and that a file nobody can read is neither. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placementProbe } from '#agent/probes/placement.ts'
import type { Probe } from '#agent/probes/probe.ts'
import { runProbe } from '#agent/probes/run-probe.ts'
import { NOWHERE } from './known.ts'
import { fixture, pretendPlatform } from './pretend-platform.ts'

const placementFile = '/var/lib/somay-agent/placement.json'

function bodyOf(situation: string, os: 'linux' | 'windows' | 'macos' = 'linux') {
  const platform = { ...pretendPlatform(fixture('placement', situation)), os }
  return runProbe(placementProbe as Probe, { platform, reach: NOWHERE, placementFile })
}

test('tells what was entered and when, on every system', async () => {
  const expected = {
    known: { entered: true, assetTag: 'TS-2021-0147', room: 'P.305', enteredAt: '2026-11-20T02:14:00.000Z' },
    source: 'entered at the PC',
  }
  for (const os of ['linux', 'windows', 'macos'] as const) assert.deepEqual(await bodyOf('entered', os), expected)
})

test('nothing entered is a reading, and says so instead of standing empty', async () => {
  assert.deepEqual(await bodyOf('not-entered'), { known: { entered: false }, source: 'entered at the PC' })
})

test('an entry that may not be read, or is damaged, is unknown and not "nothing entered"', async () => {
  const [denied, garbage] = [await bodyOf('denied'), await bodyOf('garbage')]
  assert.equal('unknown' in denied && denied.unknown, 'access-denied')
  assert.equal('unknown' in garbage && garbage.unknown, 'failed')
})

test('without a folder of its own the agent cannot know', async () => {
  const body = await runProbe(placementProbe as Probe, { platform: pretendPlatform({}), reach: NOWHERE })
  assert.equal('unknown' in body && body.unknown, 'not-supported')
})
