/** The resident agent as a real process: it reports, waits, stops when told, and leaves nothing running. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { type TestContext, test } from 'node:test'
import { BUNDLE, hasBundle, PROGRAM, runAgent, startAgent } from '../run-agent.ts'
import { type ScriptedCollector, scriptedCollector } from '../scripted-collector.ts'
import { quickStateFolder, temporaryFolder } from '../temporary-folder.ts'

const TOKEN = 'token-of-the-unit'
const MOST_WAIT_MS = 60_000

/** Waits for what a process does; polls, because only the file system and the collector can tell. */
async function until(what: () => boolean): Promise<void> {
  const deadline = performance.now() + MOST_WAIT_MS
  while (!what()) {
    if (performance.now() > deadline) throw new Error('it did not happen')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

function children(pid: number): number[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
        return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === pid ? [Number(name)] : []
      } catch {
        return []
      }
    })
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function started(t: TestContext, program = PROGRAM, standing = {}) {
  const collector: ScriptedCollector = await scriptedCollector(t, standing)
  const folder = quickStateFolder(t)
  const environment = { SOMAY_AGENT_STATE: folder, SOMAY_COLLECTOR: collector.url, SOMAY_TOKEN: TOKEN }
  return { collector, folder, environment, agent: startAgent(t, ['run'], environment, program) }
}

for (const [name, program] of [
  ['from its sources', PROGRAM],
  ['from its bundle', BUNDLE],
] as const) {
  test(`${name} it enrols, reports, and stops at SIGTERM with nothing left running`, async (t) => {
    if (program === BUNDLE && !hasBundle) {
      console.error('NOT RUN: the resident agent was not started from its bundle, which is missing (npm run build).')
      return t.skip('no bundle')
    }
    const { collector, folder, environment, agent } = await started(t, program)
    await until(() => collector.reports().length === 1)
    const [report] = collector.reports()
    assert.ok(report?.bodies)
    assert.equal(report.samples.length, 1)
    const second = await runAgent(t, ['once'], environment)
    assert.equal(second.code, 3, 'one agent per state folder')
    assert.match(second.err, new RegExp(`process ${agent.pid}`))
    assert.match((await runAgent(t, ['status'], environment)).out, new RegExp(`Running: process ${agent.pid}`))
    agent.stop('SIGTERM')
    const { code, out, err } = await agent.ended
    assert.deepEqual([code, out, err], [0, '', ''], 'a healthy day is silent')
    assert.ok(!readdirSync(folder).includes('agent.lock'))
  })
}

test('stopped in the middle of an inventory, it takes its child with it', async (t) => {
  const { agent, folder } = await started(t)
  await until(() => existsSync(folder) && children(agent.pid).length > 0)
  const [child = 0] = children(agent.pid)
  agent.stop('SIGINT')
  assert.equal((await agent.ended).code, 0)
  await until(() => !isAlive(child))
})

test('killed with -9 it leaves neither a child nor a lock that keeps the next one out', {
  skip: process.platform !== 'linux',
}, async (t) => {
  const { agent, environment, collector, folder } = await started(t)
  await until(() => readdirSync(folder).includes('agent.lock') && children(agent.pid).length > 0)
  const [child = 0] = children(agent.pid)
  agent.stop('SIGKILL')
  await agent.ended
  await until(() => !isAlive(child))
  const next = startAgent(t, ['run'], environment)
  await until(() => collector.reports().length >= 1)
  next.stop('SIGTERM')
  assert.equal((await next.ended).code, 0)
})

test('comes back when the collector said', async (t) => {
  const { agent, collector } = await started(t, PROGRAM, { nextContactSeconds: 1 })
  await until(() => collector.reports().length >= 3)
  const unchanged = collector.received.at(-1)
  assert.ok((unchanged?.wireBytes ?? 1_000) < 600)
  agent.stop('SIGTERM')
  assert.equal((await agent.ended).code, 0)
})

test('wrong settings end it with a sentence and exit code 2', async (t) => {
  const { code, err } = await runAgent(t, ['run'], { SOMAY_AGENT_STATE: temporaryFolder(t), SOMAY_SAMPLE_SCHEDULE: 'sometimes' })
  assert.equal(code, 2)
  assert.match(err, /sampleSchedule.*SOMAY_SAMPLE_SCHEDULE/)
})
