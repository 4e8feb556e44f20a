/** Hostile names and addresses over HTTP, on both databases: a clear answer each time, and never the collector's own failure. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { type TestContext, test } from 'node:test'
import { createEnrolToken } from '#collector/store/enrol-tokens.ts'
import type { PcList } from '#shared/api/pcs.ts'
import { evidenceFrom } from '#shared/evidence.ts'
import { known, makeReport } from '../make-report.ts'
import { appOver } from './app-over.ts'
import { bothEngines } from './both-engines.ts'

const ENGINES = bothEngines('hostile')

const NAMES = [
  'NUL\u0000inside',
  '\u001b[31mred',
  'half\ud83d',
  '\u202egnp.exe',
  "'; drop table pc; --",
  '=cmd|calc',
  'x'.repeat(255),
  '\u{1F600}'.repeat(60),
]

const ADDRESSES: readonly (readonly [url: string, status: number])[] = [
  ['/api/v1/pcs?q=%00', 400],
  ['/api/v1/pcs?q=a%0Ab', 400],
  ['/api/v1/pcs?q=%ED%A0%80', 200],
  ['/api/v1/pcs?q=%25%27%22_%5C', 200],
  ['/api/v1/pcs?where=model.is.%00', 400],
  ['/api/v1/pcs?where=model.contains.%25%27', 200],
  ['/api/v1/pcs?where=memoryBytes.lt.99999999999999999999', 400],
  ['/api/v1/pcs?where=unit.is.x', 400],
  ['/api/v1/pcs?where=__proto__.is.x', 400],
  ['/api/v1/pcs?sort=constructor', 400],
  ['/api/v1/pcs?columns=toString', 400],
  ['/api/v1/pcs?limit=1e9', 400],
  [`/api/v1/pcs?after=${cursor(['text', 1])}&sort=memoryBytes`, 400],
  [`/api/v1/pcs?after=${cursor([12, 1])}&sort=name`, 400],
  [`/api/v1/pcs?after=${cursor(['NUL\u0000', 1])}&sort=name`, 400],
  [`/api/v1/pcs?after=${cursor([1.5, 1])}&sort=memoryBytes`, 400],
  ['/api/v1/pcs?after=xyz', 400],
  ['/api/v1/pcs/99999999999999999999', 400],
  ['/api/v1/pcs/9007199254740991', 404],
  ['/api/v1/pcs/0', 400],
  ['/api/v1/pcs/1e3', 404],
  ['/api/v1/pcs/%00', 400],
  ['/api/v1/pcs/1/history?after=1.%00', 400],
  ['/api/v1/pcs/1/history?after=9999999999999999.x', 200],
]

function cursor(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

for (const [engine, address] of Object.entries(ENGINES)) {
  test(`${engine}: hostile names enrol, report, and are found again`, async (t: TestContext) => {
    const { app, database, ledger, logIn } = await appOver(t, await address())
    const { token } = await createEnrolToken(database, {
      who: 'test',
      unitId: ledger.unitId,
      label: '',
      at: Date.now(),
      validMs: 1e6,
      useLimit: 100,
    })
    for (const [index, name] of NAMES.entries()) {
      const evidence = { ...evidenceFrom({}), systemSerial: `${name}${index}`.slice(0, 200), machineId: name.slice(0, 200) }
      const payload = {
        protocol: 1,
        token,
        hostName: name,
        agentVersion: '0.1.0',
        publicKey: randomBytes(32).toString('base64url'),
        evidence,
      }
      const enrolled = await app.inject({ method: 'POST', url: '/api/v1/enrol', payload })
      assert.equal(enrolled.statusCode, 200, `${JSON.stringify(name)}: ${enrolled.body}`)
      const report = makeReport({ facts: { system: known('system', { hostName: name, serial: `${name}${index}`.slice(0, 200) }) } })
      const headers = { authorization: `Bearer ${enrolled.json().credential}` }
      const answer = await app.inject({ method: 'POST', url: '/api/v1/reports', headers, payload: report })
      assert.equal(answer.statusCode, 200, `${JSON.stringify(name)}: ${answer.body}`)
    }
    const list = (await app.inject({ url: '/api/v1/pcs?limit=200', headers: await logIn('viewer') })).json<PcList>()
    assert.equal(list.rows.length, NAMES.length)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
    for (const { cells } of list.rows) assert.doesNotMatch(String(cells.name), /[\u0000-\u001f]/)
  })

  test(`${engine}: hostile addresses are refused clearly and never fail`, async (t: TestContext) => {
    const { app, ledger, logIn } = await appOver(t, await address())
    await ledger.enrol()
    const headers = await logIn('viewer')
    for (const [url, status] of ADDRESSES) {
      const answer = await app.inject({ url, headers })
      assert.equal(answer.statusCode, status, `${url}: ${answer.body.slice(0, 200)}`)
    }
  })
}
