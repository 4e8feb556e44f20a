/** What agents are told while the ledger cannot grow: the truth and when to come back; and afterwards everything goes on. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { createEnrolToken } from '#collector/store/enrol-tokens.ts'
import type { ErrorAnswer } from '#shared/api/error.ts'
import { PROTOCOL } from '#shared/report.ts'
import { known, makeReport } from '../make-report.ts'
import { appOver } from './app-over.ts'
import { evidenceOf } from './store/contract/ledger.ts'

// By then what is new no longer fits into pages begun already.
const MANY = 500

test('reports and enrolments are refused as storage-unavailable, and taken again when there is room', async (t) => {
  const { app, database, ledger, agent, logIn } = await appOver(t)
  const { credential } = await agent()
  const headers = await logIn('administrator')
  const { token } = await createEnrolToken(database, {
    who: 'test',
    unitId: ledger.unitId,
    label: '',
    at: Date.now(),
    validMs: 60_000,
    useLimit: MANY,
  })
  const mayGrowTo = (pages: number) => database.write((db) => sql.raw(`pragma max_page_count = ${pages}`).execute(db))
  const report = (number: number) =>
    app.inject({
      method: 'POST',
      url: '/api/v1/reports',
      headers: { authorization: `Bearer ${credential}` },
      payload: makeReport({ facts: { system: known('system', { serial: `${number}` }) } }),
    })
  const enrol = (number: number) =>
    app.inject({
      method: 'POST',
      url: '/api/v1/enrol',
      payload: {
        protocol: PROTOCOL,
        token,
        hostName: `PC-${number}`,
        agentVersion: '0.1.0',
        publicKey: 'A'.repeat(43),
        evidence: evidenceOf(10_000 + number),
      },
    })

  // Less than the present size is taken as the present size.
  await mayGrowTo(1)
  for (const send of [report, enrol]) {
    let answer = await send(0)
    for (let number = 1; answer.statusCode === 200 && number < MANY; number++) answer = await send(number)
    const { code } = answer.json<ErrorAnswer>().error
    assert.deepEqual([answer.statusCode, code, answer.headers['retry-after']], [503, 'storage-unavailable', '30'], answer.body)
  }
  assert.equal((await app.inject({ url: '/api/v1/pcs', headers })).statusCode, 200, 'people go on reading')

  await mayGrowTo(1_000_000)
  for (const send of [report, enrol]) assert.equal((await send(MANY)).statusCode, 200)
})
