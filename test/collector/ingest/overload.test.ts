/** More reports than the store takes: 503 with the time to wait, before a body is read, and nothing of those taken is lost. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeReport } from '../../make-report.ts'
import { until } from '../../until.ts'
import { appOver } from '../app-over.ts'

const LIMITS = { maxWaiting: 2, maxWaitingBytes: 1e6, maxRequests: 100, maxBodyBytes: 1e6, retryAfterSeconds: 7 }

test('when the queue is full further reports get 503 with Retry-After, and those taken are stored', async (t) => {
  const { app, agent, database } = await appOver(t, '', {}, LIMITS)
  const pcs = await Promise.all(Array.from({ length: 6 }, () => agent()))
  const send = ({ credential }: { credential: string }) =>
    app.inject({ method: 'POST', url: '/api/v1/reports', headers: { authorization: `Bearer ${credential}` }, payload: makeReport() })
  const gate = Promise.withResolvers<void>()
  // Whoever writes now holds the one writing connection.
  const held = database.write(() => gate.promise)
  const answers: Awaited<ReturnType<typeof send>>[] = []
  const all = pcs.map(async (pc) => void answers.push(await send(pc)))
  await until('the first are refused', () => answers.length >= 2)
  assert.ok(answers.every(({ statusCode }) => statusCode === 503))
  gate.resolve()
  await Promise.all([held, ...all])
  const refused = answers.filter(({ statusCode }) => statusCode === 503)
  assert.equal(refused[0]?.json().error.code, 'overloaded')
  assert.equal(refused[0]?.headers['retry-after'], '7')
  const taken = answers.filter(({ statusCode }) => statusCode === 200)
  assert.equal(taken.length + refused.length, pcs.length)
  const stored = await database.read.selectFrom('report').select('id').execute()
  assert.deepEqual(stored.map(({ id }) => id).sort(), taken.map((answer) => answer.json().id).sort())
  for (const pc of pcs) assert.equal((await send(pc)).statusCode, 200, 'afterwards every one is taken')
})

test('bodies under way are counted, and the next is refused unread', async (t) => {
  const { app, agent } = await appOver(t, '', {}, { ...LIMITS, maxBodyBytes: 1_000 })
  const { credential } = await agent()
  const headers = { authorization: `Bearer ${credential}`, 'content-type': 'application/json' }
  const answer = await app.inject({ method: 'POST', url: '/api/v1/reports', headers, payload: `{"not json${'x'.repeat(2_000)}` })
  assert.equal(answer.statusCode, 503, 'not 400: nobody looked at the body')
})
