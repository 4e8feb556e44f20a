/** Offline bundles: signature, order and replay are checked, the days they tell of are dated rightly, and who may import is limited. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { type TestContext, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import type { ImportedBundle } from '#shared/api/bundles.ts'
import { bundleFile, newKeys, spoilt } from '../../make-bundle.ts'
import { known, makeReport } from '../../make-report.ts'
import { appOver, type TestApp } from '../app-over.ts'

const DAY_MS = 86_400_000

type Asked = { file: Buffer; headers: Record<string, string>; query?: Record<string, string> }

function handIn({ app }: TestApp, { file, headers, query = {} }: Asked) {
  return app.inject({
    method: 'POST',
    url: '/api/v1/bundles',
    query,
    headers: { ...headers, 'content-type': 'application/octet-stream' },
    payload: file,
  })
}

async function desk(t: TestContext) {
  const house = await appOver(t)
  const headers = await house.logIn('it-staff')
  const unitId = String(house.ledger.unitId)
  return {
    house,
    headers,
    unitId,
    import: (file: Buffer, query: Record<string, string> = { unitId }) => handIn(house, { file, headers, query }),
    async accepted(file: Buffer, query?: Record<string, string>) {
      const answer = await this.import(file, query)
      assert.equal(answer.statusCode, 200, answer.body)
      return answer.json<ImportedBundle>()
    },
    contacts: () => house.database.read.selectFrom('pc_contact').selectAll().execute(),
  }
}

const codeOf = (answer: { json(): { error: { code: string } } }) => answer.json().error.code

test('a PC that never enrolled joins the unit the importer names, and its next bundle is its own', async (t) => {
  const d = await desk(t)
  const keys = newKeys()
  const first = bundleFile(keys, makeReport({ takenAt: Date.now() - DAY_MS }))
  const asked = await d.import(first, {})
  assert.deepEqual([asked.statusCode, codeOf(asked)], [409, 'bundle-pc-unknown'])
  assert.deepEqual(await d.contacts(), [])
  const joined = await d.accepted(first)
  const next = await d.accepted(bundleFile(keys, makeReport({ takenAt: Date.now() })), {})
  assert.deepEqual([joined.isNew, next.isNew, next.pcId, next.repeated], [true, false, joined.pcId, false])
})

test('no PC joins a unit that has ended by a bundle', async (t) => {
  const d = await desk(t)
  const unitId = await d.house.ledger.unit('Sở Ngoại vụ')
  await d.house.database.write((db) => db.updateTable('unit').set({ valid_to: '2026-01-01' }).where('id', '=', unitId).execute())
  const refused = await d.import(bundleFile(newKeys(), makeReport({ takenAt: Date.now() - DAY_MS })), { unitId: String(unitId) })
  assert.deepEqual([refused.statusCode, codeOf(refused)], [409, 'unit-unknown'])
  assert.deepEqual(await d.contacts(), [])
})

test('the same file again changes nothing', async (t) => {
  const d = await desk(t)
  const file = bundleFile(newKeys(), makeReport({ takenAt: Date.now() - DAY_MS }))
  const first = await d.accepted(file)
  const held = await d.contacts()
  const again = await d.accepted(file)
  assert.deepEqual([first.isNew, first.repeated, again.isNew, again.repeated], [true, false, false, true])
  assert.equal(again.pcId, first.pcId)
  assert.deepEqual(await d.contacts(), held)
})

test('an older bundle never puts old facts over newer ones', async (t) => {
  const d = await desk(t)
  const keys = newKeys()
  const old = makeReport({ takenAt: Date.now() - 5 * DAY_MS, facts: { system: known('system', { serial: 'OLD' }) } })
  const young = makeReport({ takenAt: Date.now() - DAY_MS, facts: { system: known('system', { serial: 'YOUNG' }) } })
  const { pcId } = await d.accepted(bundleFile(keys, young))
  assert.equal((await d.accepted(bundleFile(keys, old))).isOlder, true)
  const row = await d.house.database.read.selectFrom('pc').select('serial').where('id', '=', pcId).executeTakeFirstOrThrow()
  assert.equal(row.serial, 'YOUNG')
})

test('a carried report is no contact: its days count as they were, and no day as reached', async (t) => {
  const d = await desk(t)
  const sampledAt = Date.now() - 40 * DAY_MS
  const report = makeReport({
    takenAt: Date.now() - 30 * DAY_MS,
    samples: [{ at: new Date(sampledAt).toISOString(), state: 'internet', reachedCollector: false }],
  })
  const { pcId, madeAt } = await d.accepted(bundleFile(newKeys(), report))
  assert.equal(madeAt, Date.parse(report.sentAt))
  const presence = await d.house.database.read.selectFrom('presence').selectAll().where('pc_id', '=', pcId).execute()
  assert.ok(presence.every(({ reached }) => reached === 0))
  assert.equal(presence.filter(({ internet }) => internet !== 0).length, 1)
  const [contact] = await d.contacts()
  assert.equal(contact?.last_seen_at, madeAt)
})

test('a clock that runs ahead moves nothing beyond today', async (t) => {
  const d = await desk(t)
  const report = makeReport({
    takenAt: Date.now() + 700 * DAY_MS,
    samples: [{ at: new Date(Date.now() + 700 * DAY_MS).toISOString(), state: 'internet' }],
  })
  const before = Date.now()
  const { pcId, madeAt } = await d.accepted(bundleFile(newKeys(), report))
  assert.ok(madeAt >= before && madeAt <= Date.now())
  const presence = await d.house.database.read.selectFrom('presence').selectAll().where('pc_id', '=', pcId).execute()
  assert.equal(presence.length, 1)
})

test('whatever was changed in the file after it was signed is refused, and nothing is stored', async (t) => {
  const d = await desk(t)
  const keys = newKeys()
  const file = bundleFile(keys, makeReport({ takenAt: Date.now() }))
  const other = newKeys()
  const changes = {
    report: spoilt(file, (bundle) => ({ ...bundle, report: bundle.report.replace('OptiPlex 3020', 'OptiPlex 9020') })),
    'host name': spoilt(file, (bundle) => ({ ...bundle, hostName: 'SOMEONE-ELSE' })),
    moment: spoilt(file, (bundle) => ({ ...bundle, madeAt: '2026-01-01T00:00:00.000Z' })),
    key: spoilt(file, (bundle) => ({ ...bundle, publicKey: other.publicKey })),
    signature: spoilt(file, (bundle) => ({
      ...bundle,
      signature: `A${bundle.signature.slice(1)}` === bundle.signature ? `B${bundle.signature.slice(1)}` : `A${bundle.signature.slice(1)}`,
    })),
  }
  for (const [what, changed] of Object.entries(changes)) {
    const answer = await d.import(changed)
    assert.deepEqual([answer.statusCode, codeOf(answer)], [422, 'bundle-signature-wrong'], what)
  }
  assert.deepEqual(await d.contacts(), [])
})

test('garbage in every form is a clear 4xx', async (t) => {
  const d = await desk(t)
  const file = bundleFile(newKeys(), makeReport({ takenAt: Date.now() }))
  const cases: [string, Buffer, string][] = [
    ['no gzip', Buffer.from('{}'), 'bundle-not-readable'],
    ['cut off', file.subarray(0, file.length / 2), 'bundle-not-readable'],
    ['noise', randomBytes(5_000), 'bundle-not-readable'],
    ['no JSON', gzipSync('somay'), 'bundle-not-readable'],
    ['another file', gzipSync('{"format":"zip"}'), 'bundle-not-readable'],
    ['a bomb', gzipSync(Buffer.alloc(64 * 1024 * 1024)), 'bundle-too-large'],
    ['deep', gzipSync('['.repeat(100_000)), 'bundle-not-readable'],
    ['more fields', spoilt(file, (bundle) => ({ ...bundle, more: 1 })), 'bundle-not-readable'],
  ]
  for (const [what, spoiltFile, code] of cases) {
    const answer = await d.import(spoiltFile)
    assert.ok(answer.statusCode >= 400 && answer.statusCode < 500, what)
    assert.equal(codeOf(answer), code, what)
  }
  const notAReport = await d.import(bundleFile(newKeys(), { protocol: 1 } as never))
  assert.equal(notAReport.statusCode, 400)
  assert.deepEqual(await d.contacts(), [])
})

test('a report that cannot be stored leaves no PC behind', async (t) => {
  const d = await desk(t)
  const report = makeReport({ takenAt: Date.now() })
  const answer = await d.import(bundleFile(newKeys(), { ...report, manifestHash: '0'.repeat(64) }))
  assert.deepEqual([answer.statusCode, codeOf(answer)], [422, 'fact-hash-mismatch'])
  assert.deepEqual(await d.contacts(), [])
})

test('a PC known by its hardware under an earlier key is no new one, and its older bundle is told as older', async (t) => {
  const d = await desk(t)
  const madeAt = (days: number) => makeReport({ takenAt: Date.now() - days * DAY_MS })
  const { pcId } = await d.accepted(bundleFile(newKeys(), madeAt(1)))
  const again = await d.accepted(bundleFile(newKeys(), madeAt(9)))
  assert.deepEqual([again.pcId, again.isNew, again.isOlder], [pcId, false, true])
})

test('an import whose note was lost with the collector gets it when the file is handed in again', async (t) => {
  const d = await desk(t)
  const file = bundleFile(newKeys(), makeReport({ takenAt: Date.now() - DAY_MS }))
  await d.accepted(file)
  await d.house.database.write((db) => db.deleteFrom('event').where('kind', '=', 'bundle-imported').execute())
  for (const _ of [1, 2]) assert.equal((await d.accepted(file)).repeated, true)
  const noted = await d.house.database.read.selectFrom('event').select('id').where('kind', '=', 'bundle-imported').execute()
  assert.equal(noted.length, 1)
})

test('parameters that no form would send are refused and never fail', async (t) => {
  const d = await desk(t)
  const file = bundleFile(newKeys(), makeReport({ takenAt: Date.now() }))
  for (const query of [{ unitId: '99999999999999999999' }, { unitId: '0' }, { unitId: d.unitId, carriedBy: 'NUL\u0000inside' }]) {
    const answer = await d.import(file, query as Record<string, string>)
    assert.deepEqual([answer.statusCode, codeOf(answer)], [400, 'query-invalid'], JSON.stringify(query))
  }
  assert.deepEqual(await d.contacts(), [])
})

test('a revoked key and one that several PCs share open nothing', async (t) => {
  const d = await desk(t)
  const keys = newKeys()
  const { pcId } = await d.accepted(bundleFile(keys, makeReport({ takenAt: Date.now() - DAY_MS })))
  const next = () => d.import(bundleFile(keys, makeReport({ takenAt: Date.now() })))
  const set = (values: { shared_at?: number; revoked_at?: number | null }) =>
    d.house.database.write((db) => db.updateTable('credential').set(values).where('pc_id', '=', pcId).execute())
  await set({ revoked_at: 1 })
  assert.equal(codeOf(await next()), 'bundle-key-revoked')
  await set({ revoked_at: null, shared_at: 1 })
  assert.equal(codeOf(await next()), 'bundle-key-shared')
})

test('who may import nothing of a unit imports nothing of it, and a viewer nothing at all', async (t) => {
  const d = await desk(t)
  const keys = newKeys()
  const file = bundleFile(keys, makeReport({ takenAt: Date.now() - DAY_MS }))
  const elsewhere = await d.house.ledger.unit('Sở Y tế')
  const narrow = await d.house.logIn('it-staff', [elsewhere])
  const refused = await handIn(d.house, { file, headers: narrow, query: { unitId: d.unitId } })
  assert.deepEqual([refused.statusCode, codeOf(refused)], [403, 'bundle-pc-elsewhere'])
  await d.accepted(file)
  const ofAnother = await handIn(d.house, { file: bundleFile(keys, makeReport({ takenAt: Date.now() })), headers: narrow })
  assert.equal(codeOf(ofAnother), 'bundle-pc-elsewhere')
  const viewer = await d.house.logIn('viewer')
  assert.equal((await handIn(d.house, { file, headers: viewer, query: { unitId: d.unitId } })).statusCode, 403)
})

test('the PC keeps who carried the bundle and who took it in', async (t) => {
  const d = await desk(t)
  const { pcId } = await d.accepted(bundleFile(newKeys(), makeReport({ takenAt: Date.now() })), {
    unitId: d.unitId,
    carriedBy: 'chị Thoa, phòng Một cửa',
  })
  const events = await d.house.database.read.selectFrom('event').selectAll().where('pc_id', '=', pcId).orderBy('id').execute()
  assert.deepEqual(
    events.map(({ kind }) => kind),
    ['enrolled', 'bundle-imported'],
  )
  assert.equal(JSON.parse(events[1]?.detail ?? '{}').carriedBy, 'chị Thoa, phòng Một cửa')
  assert.match(events[1]?.who ?? '', /^person-/)
})
