/** Fetching a package over a weak line: what came is kept, the rest is asked for, and nobody can send more than was said. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { type Fetching, fetchFile } from '#agent/send/fetch-file.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const CONTENT = Buffer.from('0123456789'.repeat(20_000))

type Serve = (range: string | undefined, response: ServerResponse) => void

async function lineOf(t: TestContext, ...serves: readonly Serve[]) {
  const asked: (string | undefined)[] = []
  const server = createServer((request, response) => {
    const { range } = request.headers
    const serve = serves[Math.min(asked.length, serves.length - 1)] as Serve
    asked.push(range)
    serve(range, response)
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  const into = join(temporaryFolder(t), 'package')
  const fetching: Fetching = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/x`,
    ...{ credential: 'own', network: { proxy: '' }, into, sizeBytes: CONTENT.length, limitMs: 20_000, idleMs: 5_000 },
    givesWay: () => false,
  }
  return { asked, into, fetch: (more: Partial<Fetching> = {}) => fetchFile({ ...fetching, ...more }) }
}

const breaking: Serve = (_range, response) => {
  response.writeHead(200, { 'content-length': CONTENT.length })
  response.write(CONTENT.subarray(0, 70_000), () => response.destroy())
}
const rest: Serve = (range, response) => {
  const from = Number(/bytes=(\d+)-/.exec(range ?? '')?.[1] ?? 0)
  response.writeHead(206, { 'content-range': `bytes ${from}-${CONTENT.length - 1}/${CONTENT.length}` }).end(CONTENT.subarray(from))
}

test('what a broken line brought is kept, and the next try asks for the rest alone', async (t) => {
  const { asked, into, fetch } = await lineOf(t, breaking, rest)
  assert.equal((await fetch()).kind, 'partly')
  const { size } = statSync(into)
  assert.ok(size > 0 && size < CONTENT.length, String(size))
  assert.equal((await fetch()).kind, 'whole')
  assert.deepEqual(asked, [undefined, `bytes=${size}-`])
  assert.deepEqual(readFileSync(into), CONTENT)
  assert.equal((await fetch()).kind, 'whole')
  assert.equal(asked.length, 2, 'a whole one is not asked for')
})

test('a proxy that does not know ranges sends all of it, and that is taken from the start', async (t) => {
  const { into, fetch } = await lineOf(t, breaking, (_range, response) => response.end(CONTENT))
  await fetch()
  assert.equal((await fetch()).kind, 'whole')
  assert.deepEqual(readFileSync(into), CONTENT)
})

test('more than was said is not taken', async (t) => {
  const { into, fetch } = await lineOf(t, (_range, response) => response.end(CONTENT))
  await fetch({ sizeBytes: 1_000 })
  assert.ok(!existsSync(into) || statSync(into).size <= 1_000)
})

test('a collector without the file, or without time, costs one question', async (t) => {
  const { fetch } = await lineOf(
    t,
    (_range, response) => response.writeHead(404).end(),
    (_range, response) => response.writeHead(503).end(),
  )
  assert.deepEqual(await fetch(), { kind: 'nothing', sentence: 'HTTP 404' })
  assert.deepEqual(await fetch(), { kind: 'nothing', sentence: 'HTTP 503' })
})

test('a report that waits has the line; a line that hangs is let go', async (t) => {
  const hanging: Serve = (_range, response) => {
    response.writeHead(200, { 'content-length': CONTENT.length })
    response.write(CONTENT.subarray(0, 1_000))
  }
  const { fetch } = await lineOf(t, hanging)
  const gone = await fetch({ givesWay: () => true })
  assert.match('sentence' in gone ? gone.sentence : '', /a report waits/)
  const late = await fetch({ limitMs: 300 })
  assert.match('sentence' in late ? late.sentence : '', /300 ms/)
})
