/** The pure parts of sending: waiting, Retry-After, and what an answer means. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { backoffMs } from '#agent/send/backoff.ts'
import { outcomeOf } from '#agent/send/outcome.ts'
import { retryAfterMs } from '#agent/send/retry-after.ts'
import { NOON } from '../samples.ts'
import { COLLECTOR_ERROR } from '../scripted-collector.ts'

test('waits anything from nothing to a doubling ceiling', () => {
  const pace = { baseMs: 1_000, capMs: 60_000 }
  assert.deepEqual(
    [1, 2, 3, 4].map((failures) => backoffMs(failures, pace, () => 1)),
    [1_000, 2_000, 4_000, 8_000],
  )
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), fc.double({ min: 0, max: 0.999, noNaN: true }), (failures, random) => {
      const waitMs = backoffMs(failures, pace, () => random)
      assert.ok(waitMs >= 0 && waitMs <= pace.capMs)
    }),
  )
})

for (const [header, expected] of [
  ['120', 120_000],
  [' 0 ', 0],
  [new Date(NOON + 90_000).toUTCString(), 90_000],
  [new Date(NOON - 90_000).toUTCString(), 0],
  ['99999999', 86_400_000],
  ['soon', undefined],
  [undefined, undefined],
] as const) {
  test(`Retry-After ${header} means ${expected}`, () => assert.equal(retryAfterMs(header, NOON), expected))
}

const id = '01a20651-3a75-7470-aae6-8b6371eb39c7'
const reply = (status: number, body: unknown, retryAfter?: string) => ({ kind: 'reply', status, body, retryAfter }) as const
const answer = { id, repeated: false, need: [], nextContactSeconds: 1, targets: [], switchedOff: [] }

for (const [says, given, expected] of [
  ['the collector acknowledged', reply(200, answer), 'acknowledged'],
  ['an answer to another report is none', reply(200, { ...answer, id: id.replace('01a2', '01a3') }), 'later'],
  ['a portal answered in its place', reply(200, '<html>'), 'later'],
  ['an answer without its fields', reply(200, { id }), 'later'],
  ['a redirect to a log-in page', reply(302, undefined), 'later'],
  ['the credential was revoked', reply(401, COLLECTOR_ERROR('agent-not-enrolled')), 'not-enrolled'],
  ['a proxy wants a login', reply(401, '<html>'), 'later'],
  ['the report is wrong for good', reply(422, COLLECTOR_ERROR('fact-invalid')), 'refused'],
  ['the report is too large', reply(413, COLLECTOR_ERROR('report-too-large')), 'refused'],
  ['a firewall says 403', reply(403, '<html>blocked</html>'), 'later'],
  ['an old collector knows no such address', reply(404, COLLECTOR_ERROR('not-found')), 'later'],
  ['too many', reply(429, COLLECTOR_ERROR('rate-limited'), '7'), 'later'],
  ['overloaded', reply(503, COLLECTOR_ERROR('overloaded'), '7'), 'later'],
  ['broken', reply(500, COLLECTOR_ERROR('internal')), 'later'],
  ['no answer', { kind: 'no-reply', sentence: 'ECONNREFUSED' } as const, 'later'],
] as const) {
  test(`${says}: ${expected}`, () => {
    const outcome = outcomeOf(given, id, NOON)
    assert.equal(outcome.kind, expected)
    if (outcome.kind === 'later' && given.kind === 'reply' && given.retryAfter) assert.equal(outcome.retryAfterMs, 7_000)
  })
}
