/** What became of a system since a plan was committed: another one or the same, and whether the update that was missing is in. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type SystemNow, systemSince, updatesSince } from '#collector/plan/system-since.ts'

const THEN: SystemNow = {
  name: 'Windows 10 Pro',
  version: '22H2',
  build: 19_045,
  revision: 100,
  missingSince: '2026-06-09',
  patchedUntil: '2026-06-09',
}
const UBUNTU: SystemNow = {
  name: 'Ubuntu 22.04.4 LTS',
  version: '22.04',
  build: null,
  revision: null,
  missingSince: null,
  patchedUntil: null,
}

test('another version, build or edition is another system; updates and point releases are not', () => {
  for (const [then, now, told] of [
    [THEN, { revision: 999 }, 'same'],
    [THEN, { version: '23H2' }, 'changed'],
    [THEN, { build: 26_100 }, 'changed'],
    [THEN, { name: 'Windows 10 Enterprise LTSC' }, 'changed'],
    [THEN, { name: null }, 'unread'],
    [THEN, { version: null }, 'same'],
    [THEN, { version: null, build: null }, 'unread'],
    // A line of before builds were kept.
    [{ ...THEN, build: null, revision: null }, { build: 19_045 }, 'same'],
    [{ ...THEN, build: null, revision: null }, { version: '24H2', build: 26_100 }, 'changed'],
    [{ ...THEN, name: null }, {}, 'unread'],
    [UBUNTU, { name: 'Ubuntu 22.04.5 LTS' }, 'same'],
    [UBUNTU, { name: 'Ubuntu 24.04.1 LTS', version: '24.04' }, 'changed'],
  ] as const)
    assert.equal(systemSince(then, { ...then, ...now }), told, JSON.stringify(now))
})

test('the update that was missing is in when a later one is first missing, or none, and never by a newer table alone', () => {
  for (const [now, told] of [
    [{}, 'not-in'],
    [{ missingSince: null, patchedUntil: '2026-11-20' }, 'not-in'],
    [{ revision: 150 }, 'not-in'],
    [{ revision: 200, missingSince: '2026-07-14' }, 'in'],
    [{ revision: 200, missingSince: null, patchedUntil: '2026-08-12' }, 'in'],
    [{ revision: 200, missingSince: null, patchedUntil: '2026-06-09' }, 'in'],
    [{ revision: 200, missingSince: null, patchedUntil: null }, 'untold'],
    [{ revision: null }, 'untold'],
    // A newer build may lack more than the one before.
    [{ build: 26_100, revision: 1, missingSince: '2024-10-08' }, 'not-in'],
    [{ build: 26_100, revision: 1, missingSince: null, patchedUntil: null }, 'untold'],
    [{ build: 26_100, revision: 1, missingSince: null, patchedUntil: '2099-01-01' }, 'in'],
  ] as const)
    assert.equal(updatesSince(THEN, { ...THEN, ...now }), told, JSON.stringify(now))
  for (const part of ['build', 'revision', 'missingSince'] as const)
    assert.equal(updatesSince({ ...THEN, [part]: null }, THEN), 'untold', `${part} was not kept`)
})
