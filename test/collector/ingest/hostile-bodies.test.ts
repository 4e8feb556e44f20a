/** Fifty and more kinds of bad body: each gets a clear 4xx that says what to do, and nothing of it is stored. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { MAX_BODY_BYTES, MAX_INFLATED_BYTES } from '#collector/ingest/body.ts'
import type { ErrorAnswer } from '#shared/api/error.ts'
import { ERRORS, type ErrorCode } from '#shared/errors.ts'
import { MAX_SAMPLES, type Report } from '#shared/report.ts'
import { known, makeReport } from '../../make-report.ts'
import { appOver } from '../app-over.ts'

type Sent = { readonly body: Buffer | string; readonly headers?: Record<string, string> }
type Kind = readonly [what: string, code: ErrorCode | readonly ErrorCode[], send: () => Sent]

const good = (): Report => makeReport()
const json = (value: unknown): Sent => ({ body: JSON.stringify(value) })
const changed = (change: (report: Record<string, unknown>) => void): Sent => {
  const report = structuredClone(good()) as unknown as Record<string, unknown>
  change(report)
  return json(report)
}
const withFact = (name: string, body: unknown): Sent => json(makeReport({ facts: { [name]: body as never } }))
const zipped = (bytes: Buffer | string): Sent => ({ body: gzipSync(bytes), headers: { 'content-encoding': 'gzip' } })
const nested = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels))

const KINDS: readonly Kind[] = [
  ['nothing at all', 'body-not-json', () => ({ body: '' })],
  ['half a document', 'body-not-json', () => ({ body: JSON.stringify(good()).slice(0, 500) })],
  ['a document and more', 'body-not-json', () => ({ body: `${JSON.stringify(good())}x` })],
  ['XML', 'body-not-json', () => ({ body: '<report/>' })],
  ['XML with its own type', 'media-type-unsupported', () => ({ body: '<report/>', headers: { 'content-type': 'application/xml' } })],
  ['a form', 'media-type-unsupported', () => ({ body: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } })],
  [
    'bad UTF-8',
    'body-not-json',
    () => ({ body: Buffer.concat([Buffer.from('{"protocol":1,"id":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]) }),
  ],
  ['UTF-16', 'body-not-json', () => ({ body: Buffer.from(JSON.stringify(good()), 'utf16le') })],
  ['a byte of nothing', 'body-not-json', () => ({ body: Buffer.from([0]) })],
  ['null', 'body-invalid', () => json(null)],
  ['a number', 'body-invalid', () => json(42)],
  ['a text', 'body-invalid', () => json('report')],
  ['a list', 'body-invalid', () => json([good()])],
  ['an empty object', 'body-invalid', () => json({})],
  ['a field nobody knows', 'body-invalid', () => changed((report) => Object.assign(report, { sudo: true }))],
  ['a field called constructor', 'body-invalid', () => changed((report) => Object.assign(report, { constructor: { prototype: {} } }))],
  ['a field called __proto__', 'body-invalid', () => ({ body: JSON.stringify(good()).replace('{', '{"__proto__":{"admin":true},') })],
  ['another protocol', 'body-invalid', () => changed((report) => Object.assign(report, { protocol: 2 }))],
  ['a protocol as text', 'body-invalid', () => changed((report) => Object.assign(report, { protocol: '1' }))],
  ['no id', 'body-invalid', () => changed((report) => delete report.id)],
  [
    'an id of another version',
    'body-invalid',
    () => changed((report) => Object.assign(report, { id: '9f1c2b3a-0000-4000-8000-000000000000' })),
  ],
  [
    'an id in capitals',
    'body-invalid',
    () => changed((report) => Object.assign(report, { id: String(report.id).toUpperCase().replace('7', 'A') })),
  ],
  ['an id that is SQL', 'body-invalid', () => changed((report) => Object.assign(report, { id: "' or 1=1 --" }))],
  ['an id that is an object', 'body-invalid', () => changed((report) => Object.assign(report, { id: { $ne: null } }))],
  ['a local time', 'body-invalid', () => changed((report) => Object.assign(report, { takenAt: '2026-09-30T10:00:00+07:00' }))],
  ['a time as number', 'body-invalid', () => changed((report) => Object.assign(report, { takenAt: 1_759_200_000_000 }))],
  ['an impossible day', ['body-invalid'], () => changed((report) => Object.assign(report, { takenAt: '2026-99-99T99:99:99.999Z' }))],
  ['a version with spaces', 'body-invalid', () => changed((report) => Object.assign(report, { agentVersion: '1.0 <script>' }))],
  [
    'a version of 10,000 characters',
    'body-invalid',
    () => changed((report) => Object.assign(report, { agentVersion: '1'.repeat(10_000) })),
  ],
  ['a manifest hash that is short', 'body-invalid', () => changed((report) => Object.assign(report, { manifestHash: 'abc' }))],
  [
    'a manifest hash that is wrong',
    'fact-hash-mismatch',
    () => changed((report) => Object.assign(report, { manifestHash: 'a'.repeat(64) })),
  ],
  ['a manifest that is a list', 'body-invalid', () => changed((report) => Object.assign(report, { manifest: ['system'] }))],
  ['a manifest with a number', 'body-invalid', () => changed((report) => Object.assign(report, { manifest: { system: 1 } }))],
  [
    'a manifest with a path for a name',
    'body-invalid',
    () => changed((report) => Object.assign(report, { manifest: { '../../etc/passwd': 'a'.repeat(64) } })),
  ],
  [
    'a manifest of 10,000 facts',
    'body-invalid',
    () =>
      changed((report) =>
        Object.assign(report, {
          manifest: Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`f${index}`, 'a'.repeat(64)])),
        }),
      ),
  ],
  [
    'a body the manifest does not name',
    'body-invalid',
    () => changed((report) => Object.assign(report.bodies as object, { extra: { known: {}, source: 'x' } })),
  ],
  [
    'a body whose hash does not fit',
    'fact-hash-mismatch',
    () => changed((report) => Object.assign(report.bodies as object, { tpm: { known: { present: false }, source: 'x' } })),
  ],
  ['a body without known or unknown', 'body-invalid', () => withFact('tpm', { value: 1 })],
  [
    'a body with both known and unknown',
    'body-invalid',
    () => withFact('tpm', { known: { present: true }, unknown: 'failed', source: 'x' }),
  ],
  ['a reason nobody defined', 'body-invalid', () => withFact('tpm', { unknown: 'because' })],
  ['null for a yes or no', 'fact-invalid', () => withFact('tpm', { known: { present: null }, source: 'x' })],
  ['a text for a yes or no', 'fact-invalid', () => withFact('tpm', { known: { present: 'true' }, source: 'x' })],
  ['a number for a yes or no', 'fact-invalid', () => withFact('tpm', { known: { present: 0 }, source: 'x' })],
  ['a text for a size', 'fact-invalid', () => withFact('memory', known('memory', { totalBytes: '8 GB' }))],
  ['a negative size', 'fact-invalid', () => withFact('memory', known('memory', { totalBytes: -1 }))],
  ['a fraction of a byte', 'fact-invalid', () => withFact('memory', known('memory', { totalBytes: 0.5 }))],
  ['a size beyond what is exact', 'fact-invalid', () => withFact('memory', known('memory', { totalBytes: 2 ** 60 }))],
  ['null for a list', 'fact-invalid', () => withFact('disks', { known: { disks: null }, source: 'x' })],
  ['an object for a list', 'fact-invalid', () => withFact('disks', { known: { disks: {} }, source: 'x' })],
  [
    'a list of 100,000 disks',
    'fact-invalid',
    () => withFact('disks', { known: { disks: Array.from({ length: 100_000 }, () => 1) }, source: 'x' }),
  ],
  ['a name of 10,000 characters', 'fact-invalid', () => withFact('system', known('system', { hostName: 'x'.repeat(10_000) }))],
  [
    'a MAC address that is not one',
    'fact-invalid',
    () =>
      withFact('network-adapters', {
        known: { adapters: [{ name: 'x', mac: '=cmd|calc', physical: true, medium: 'wired', up: true, speedBitS: 1, addresses: [] }] },
        source: 'x',
      }),
  ],
  ['deep nesting in a fact nobody knows', 'body-invalid', () => withFact('tomorrow', { known: nested(200), source: 'x' })],
  ['deep nesting in a known fact', 'body-invalid', () => withFact('tpm', { known: { present: true, more: nested(200) }, source: 'x' })],
  [
    'nesting of 100,000 levels',
    'body-invalid',
    () => ({
      body: JSON.stringify(good()).replace('"present":true', `"present":true,"more":${'['.repeat(100_000)}${']'.repeat(100_000)}`),
    }),
  ],
  ['samples that are an object', 'body-invalid', () => changed((report) => Object.assign(report, { samples: {} }))],
  [
    'more samples than allowed',
    'body-invalid',
    () =>
      changed((report) =>
        Object.assign(report, {
          samples: Array.from({ length: MAX_SAMPLES + 1 }, () => ({ at: '2026-09-30T03:00:00.000Z', state: 'internet' })),
        }),
      ),
  ],
  [
    'a state nobody defined',
    'body-invalid',
    () => changed((report) => Object.assign(report, { samples: [{ at: '2026-09-30T03:00:00.000Z', state: 'super' }] })),
  ],
  [
    'a state of null',
    'body-invalid',
    () => changed((report) => Object.assign(report, { samples: [{ at: '2026-09-30T03:00:00.000Z', state: null }] })),
  ],
  [
    'a negative latency',
    'body-invalid',
    () => changed((report) => Object.assign(report, { samples: [{ at: '2026-09-30T03:00:00.000Z', state: 'internet', latencyMs: -5 }] })),
  ],
  ['gzip that is not', 'body-not-gzip', () => ({ body: 'plain', headers: { 'content-encoding': 'gzip' } })],
  [
    'gzip cut off',
    'body-not-gzip',
    () => ({ body: gzipSync(JSON.stringify(good())).subarray(0, 200), headers: { 'content-encoding': 'gzip' } }),
  ],
  ['a gzip bomb', 'report-too-large', () => zipped(Buffer.alloc(MAX_INFLATED_BYTES * 20))],
  [
    'a gzip bomb with white space around a report',
    'report-too-large',
    () => zipped(`${' '.repeat(MAX_INFLATED_BYTES)}${JSON.stringify(good())}`),
  ],
  ['a body larger than allowed', 'report-too-large', () => ({ body: `"${'x'.repeat(MAX_BODY_BYTES)}"` })],
  ['an encoding nobody offered', 'media-type-unsupported', () => ({ body: 'x', headers: { 'content-encoding': 'br' } })],
]

test('each kind of bad body gets its own clear refusal and nothing is stored', async (t) => {
  const { app, agent, database } = await appOver(t)
  const { pcId, credential } = await agent()
  const before = await database.read.selectFrom('pc_contact').selectAll().where('pc_id', '=', pcId).execute()
  assert.ok(KINDS.length >= 50)
  for (const [what, code, send] of KINDS) {
    const { body, headers } = send()
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/reports',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${credential}`, ...headers },
      payload: body,
    })
    const { error } = answer.json<ErrorAnswer>()
    assert.ok([code].flat().includes(error?.code as ErrorCode), `${what}: ${answer.statusCode} ${answer.body.slice(0, 300)}`)
    const entry = ERRORS[error.code as ErrorCode]
    assert.equal(answer.statusCode, entry.status, what)
    assert.ok(answer.statusCode >= 400 && answer.statusCode < 500, what)
    assert.equal(error.message, entry.says.vi, what)
    assert.equal(error.todo, entry.todo.vi, what)
  }
  assert.deepEqual(await database.read.selectFrom('pc_contact').selectAll().where('pc_id', '=', pcId).execute(), before)
  for (const table of ['fact_body', 'pc_fact', 'report', 'presence'] as const)
    assert.deepEqual(await database.read.selectFrom(table).selectAll().execute(), [], table)
  const accepted = await app.inject({
    method: 'POST',
    url: '/api/v1/reports',
    headers: { authorization: `Bearer ${credential}` },
    payload: good(),
  })
  assert.equal(accepted.statusCode, 200, 'a good report after all that')
})

test('the refusal is in English when English is asked for, and never repeats what was sent', async (t) => {
  const { app, agent } = await appOver(t)
  const { credential } = await agent()
  const sent = withFact('tpm', { known: { present: '<script>alert(1)</script>' }, source: 'x' })
  const answer = await app.inject({
    method: 'POST',
    url: '/api/v1/reports',
    headers: { 'content-type': 'application/json', 'accept-language': 'en-GB,en', authorization: `Bearer ${credential}` },
    payload: sent.body,
  })
  const { error } = answer.json<ErrorAnswer>()
  assert.equal(error.message, ERRORS['fact-invalid'].says.en)
  assert.equal(error.detail, 'tpm/present: must be boolean')
  assert.equal(answer.body.includes('script'), false)
})

test('without a good credential no body is read, however large', async (t) => {
  const { app } = await appOver(t)
  for (const headers of [{}, { authorization: 'Bearer wrong' }, { authorization: 'Basic abc' }]) {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/reports',
      headers: { 'content-type': 'application/json', ...headers },
      payload: '{"half',
    })
    assert.equal(answer.json<ErrorAnswer>().error.code, 'agent-not-enrolled')
  }
})
