/** What `npm start` runs: the collector and this PC's own agent over one folder, stopped together, and nothing new the second time. */
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { PcList } from '#shared/api/pcs.ts'
import { clientOf, loggedIn } from '../http-client.ts'
import { until } from '../until.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const PASSWORD = 'mot mat khau dai'

type Started = { readonly url: string; output(): string; stop(signal?: 'SIGINT' | 'SIGTERM'): Promise<number | null> }

async function start(t: TestContext, data: string): Promise<Started> {
  const child = spawn(process.execPath, [join(ROOT, 'installers/source/run.mjs'), 'start', '--data', data, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk
    })
  }
  t.after(() => stop(child))
  const url = await until('the address is printed', () => /M\u00e1y: (http\S+)/.exec(output)?.[1])
  return { url, output: () => output, stop: (signal) => stop(child, signal) }
}

/** As Ctrl-C does, or a service manager. */
function stop(child: ChildProcess, signal: 'SIGINT' | 'SIGTERM' = 'SIGINT'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode)
  return new Promise((resolve) => {
    child.once('exit', resolve)
    child.kill(signal)
  })
}

test('this PC stands in the list, both stop together, and a second start changes nothing', async (t) => {
  if (!existsSync(join(ROOT, 'agent/dist/agent.mjs'))) return t.skip('NOT RUN: the bundles are not built; npm run build')
  const data = mkdtempSync(join(tmpdir(), 'somay-start-'))
  t.after(() => rmSync(data, { recursive: true, force: true }))

  const first = await start(t, data)
  const code = await until('the one-time link is printed', () => /first\?code=(\S+)/.exec(first.output())?.[1])
  const client = clientOf(first.url)
  const made = await client.send('POST', '/api/v1/first-administrator', { code, userName: 'quan-tri', password: PASSWORD })
  assert.equal(made.status, 200, made.text)
  const listed = async () => (await client.get('/api/v1/pcs?columns=name,processor,osName,memoryBytes')).json<PcList>()
  const known = await until('this PC stands in the list with real facts', async () => {
    const list = await listed()
    return typeof list.rows[0]?.cells.processor === 'string' ? list : undefined
  })
  assert.equal(known.total, 1)
  assert.equal(await first.stop(), 0, first.output())
  await assert.rejects(fetch(first.url), 'the collector is gone')

  const second = await start(t, data)
  const again = await loggedIn(second.url, 'quan-tri', PASSWORD)
  const after = (await again.get('/api/v1/pcs?columns=name,processor,osName,memoryBytes')).json<PcList>()
  assert.deepEqual(after.rows, known.rows)
  assert.equal(second.output().includes('first?code='), false, 'no link once someone administers')
  assert.equal(await second.stop('SIGTERM'), 0)
  await assert.rejects(fetch(second.url), 'no collector goes on alone')
})
