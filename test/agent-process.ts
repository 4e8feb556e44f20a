/** Enrols the real agent of this very PC with a running collector and runs its commands as processes, over a state folder of the test's own. */
import assert from 'node:assert/strict'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import type { Acknowledged, Credential, Status } from '#agent/state/schemas.ts'
import type { Report } from '#shared/report.ts'
import { type Ended, runAgent } from './agent/run-agent.ts'
import { temporaryFolder } from './agent/temporary-folder.ts'
import type { RunningCollector } from './collector-process.ts'

export type ShownSent = { readonly acknowledgedAt: string; readonly lastReport: Report; readonly facts: Acknowledged['bodies'] }

export type EnrolledAgent = {
  readonly stateFolder: string
  readonly pcId: number
  /** Runs `once`: take, keep, send, exit. */
  once(): Promise<Ended>
  run(...args: string[]): Promise<Ended>
  shown(): Promise<ShownSent>
  credential(): string
  acknowledged(): Acknowledged
  status(): Status
  /** What waits in the outbox, oldest first. */
  waiting(): Report[]
  /** As if the time had passed for which the collector asked it to stay away. */
  restIsOver(): void
}

export type AgentOptions = {
  /** Where the agent finds its collector, when that is not the collector's own address. */
  readonly url?: string
  /** Leaves out the facts that take seconds to read until the collector has spoken. */
  readonly quick?: true
}

export async function enrolledAgent(t: TestContext, collector: RunningCollector, options: AgentOptions = {}): Promise<EnrolledAgent> {
  const stateFolder = join(temporaryFolder(t), 'state')
  mkdirSync(stateFolder, { mode: 0o700 })
  if (options.quick) {
    const policy = { nextContactSeconds: 900, targets: [], switchedOff: ['patches', 'software'] }
    writeFileSync(join(stateFolder, 'policy.json'), JSON.stringify(policy))
  }
  const environment = { SOMAY_AGENT_STATE: stateFolder }
  const run = (...args: string[]) => runAgent(t, args, environment)
  const read = <T>(name: string) => JSON.parse(readFileSync(join(stateFolder, name), 'utf8')) as T
  const token = await collector.command('enrol-token', 'create')
  const enrolled = await run('enrol', '--collector', options.url ?? collector.url, '--token', token)
  assert.equal(enrolled.code, 0, enrolled.err)
  return {
    stateFolder,
    pcId: read<Credential>('credential.json').pcId,
    once: () => run('once'),
    run,
    async shown() {
      const ended = await run('show-sent')
      assert.equal(ended.code, 0, ended.err)
      return JSON.parse(ended.out) as ShownSent
    },
    credential: () => read<Credential>('credential.json').credential,
    acknowledged: () => read<Acknowledged>('acknowledged.json'),
    status: () => read<Status>('status.json'),
    waiting: () =>
      readdirSync(join(stateFolder, 'outbox'))
        .sort()
        .map((name) => read<Report>(join('outbox', name))),
    restIsOver() {
      const status = read<Status>('status.json')
      assert.ok(status.notBefore, 'the agent rests')
      writeFileSync(join(stateFolder, 'status.json'), JSON.stringify({ ...status, notBefore: new Date().toISOString() }))
    },
  }
}
