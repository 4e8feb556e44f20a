/** What the agent costs a PC: one full round of `once`, and `run` at rest. Linux only: the figures are read from /proc. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Lifetime, type RunningCollector, startCollector } from '../collector-process.ts'
import type { Row } from './measure.ts'

const AGENT = fileURLToPath(new URL('../../agent/dist/agent.mjs', import.meta.url))
const LOOK_EVERY_MS = 20
// Long enough for the inventory at the start to be over and for the collector of garbage to have had its turn.
const REST_MS = 20_000
const MS_PER_TICK = 10

export async function agentFigures(life: Lifetime): Promise<Row[]> {
  if (process.platform !== 'linux') return [{ what: 'agent', figure: 'NOT RUN: figures are read from /proc' }]
  const collector = await startCollector(life)
  const state = mkdtempSync(join(tmpdir(), 'somay-agent-'))
  life.after(async () => rmSync(state, { recursive: true, force: true }))
  const once = await watched(['once'], await environmentOf(collector, state))
  const resident = spawn(process.execPath, [AGENT, 'run'], { env: await environmentOf(collector, state), stdio: 'ignore' })
  await pause(REST_MS)
  const [rssMb, privateMb] = memoryOf(resident)
  resident.kill('SIGTERM')
  await new Promise((resolve) => resident.once('exit', resolve))
  return [
    { what: 'agent once: processor time, its commands included', figure: `${(once.cpuMs / 1000).toFixed(1)} s` },
    { what: 'agent once: peak memory', figure: `${Math.round(once.peakMb)} MB` },
    { what: 'agent run at rest: resident', figure: `${Math.round(rssMb)} MB` },
    { what: 'agent run at rest: private', figure: `${Math.round(privateMb)} MB` },
  ]
}

async function environmentOf(collector: RunningCollector, state: string): Promise<NodeJS.ProcessEnv> {
  const token = await collector.command('enrol-token', 'create', '--uses', '10')
  return { ...process.env, SOMAY_COLLECTOR: collector.url, SOMAY_TOKEN: token, SOMAY_AGENT_STATE: state }
}

/** Looks at the process until it ends; a child's own time is counted when the agent has waited for it. */
async function watched(args: readonly string[], env: NodeJS.ProcessEnv): Promise<{ cpuMs: number; peakMb: number }> {
  const child = spawn(process.execPath, [AGENT, ...args], { env, stdio: 'ignore' })
  let cpuMs = 0
  let peakMb = 0
  while (child.exitCode === null) {
    try {
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
      // utime, stime, cutime and cstime are the 14th to 17th fields of proc(5), counted from 1 with the name as the second.
      cpuMs = fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) * MS_PER_TICK
      peakMb = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? peakMb * 1024) / 1024
    } catch {
      // It ended between the two looks.
    }
    await pause(LOOK_EVERY_MS)
  }
  return { cpuMs, peakMb }
}

function memoryOf(child: ChildProcess): [rssMb: number, privateMb: number] {
  const rollup = readFileSync(`/proc/${child.pid}/smaps_rollup`, 'utf8')
  const kb = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(rollup)?.[1] ?? Number.NaN)
  return [kb('Rss') / 1024, (kb('Private_Clean') + kb('Private_Dirty')) / 1024]
}
