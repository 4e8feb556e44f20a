/** What the agent costs a PC: one inventory, a day of check-ins, and months of waiting. Linux only: the figures are read from /proc. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Lifetime, type RunningCollector, startCollector } from '../collector-process.ts'
import type { Row } from './measure.ts'

const AGENT = fileURLToPath(new URL('../../agent/dist/agent.mjs', import.meta.url))
const JUMPING_TIME = new URL('jumping-time.mjs', import.meta.url).href
const LOOK_EVERY_MS = 20
const MS_PER_TICK = 10
const CHECK_INS_A_DAY = 96
/** A day of real children ends the comparison's start: by then everything the resident process ever loads is loaded. */
const MANY_CHECK_INS = 10_000

/** What the resident process under jumping-time.mjs tells. */
type Mark = {
  readonly atHour: number
  readonly contacts: number
  readonly residentKb: number
  readonly privateKb: number
  readonly cpuMs: number
}

export async function agentFigures(life: Lifetime): Promise<Row[]> {
  if (process.platform !== 'linux') return [{ what: 'agent', figure: 'NOT RUN: figures are read from /proc' }]
  const collector = await startCollector(life)
  return [...(await inventoryRows(life, collector)), ...(await dayRows(life, collector)), ...(await waitingRows(life, collector))]
}

async function inventoryRows(life: Lifetime, collector: RunningCollector): Promise<Row[]> {
  const { ownMs, commandsMs, peakMb } = await watched(['once'], await environmentOf(life, collector))
  return [
    judged('agent once: processor time of its own', ownMs / 1_000, 's', 0.5, 2),
    { what: '  its commands (apt-get most of it)', figure: `${(commandsMs / 1_000).toFixed(1)} s` },
    judged('agent once: memory at its peak', peakMb, 'MB', 90),
  ]
}

/** The agent as it is, children and all, against a real collector; only the waiting between is left out. */
async function dayRows(life: Lifetime, collector: RunningCollector): Promise<Row[]> {
  const marks = await marksOf([5, CHECK_INS_A_DAY], await environmentOf(life, collector))
  const [hour, day] = marks as [Mark, Mark]
  return [
    judged(`agent run at rest, after ${hour.atHour.toFixed(1)} h: resident`, hour.residentKb / 1_024, 'MB', 70),
    judged('  private', hour.privateKb / 1_024, 'MB', 15, 1),
    judged(`agent run: processor time of ${day.atHour.toFixed(0)} h, commands and children included`, day.cpuMs / 1_000, 's', 60),
  ]
}

async function waitingRows(life: Lifetime, collector: RunningCollector): Promise<Row[]> {
  const marks = await marksOf([CHECK_INS_A_DAY, MANY_CHECK_INS / 2, MANY_CHECK_INS], {
    ...(await environmentOf(life, collector)),
    SOMAY_BENCH_STUBS: 'later',
  })
  const [day, half, all] = marks as [Mark, Mark, Mark]
  const megabytes = ({ privateKb }: Mark) => (privateKb / 1_024).toFixed(1)
  const growth = all.privateKb / half.privateKb
  return [
    {
      what: `agent run: private after ${day.contacts}, ${half.contacts} and ${all.contacts} check-ins`,
      figure: `${[day, half, all].map(megabytes).join(', ')} MB`,
    },
    { what: '  growth over the second half', figure: growth.toFixed(2), wanted: 'under 1.05', met: growth < 1.05 },
  ]
}

function judged(what: string, measured: number, unit: string, most: number, digits = 0): Row {
  return { what, figure: `${measured.toFixed(digits)} ${unit}`, wanted: `at most ${most} ${unit}`, met: measured <= most }
}

async function environmentOf(life: Lifetime, collector: RunningCollector): Promise<NodeJS.ProcessEnv> {
  const state = mkdtempSync(join(tmpdir(), 'somay-agent-'))
  life.after(async () => rmSync(state, { recursive: true, force: true }))
  const token = await collector.command('enrol-token', 'create', '--uses', '10')
  return { ...process.env, SOMAY_COLLECTOR: collector.url, SOMAY_TOKEN: token, SOMAY_AGENT_STATE: state }
}

/** Runs `run` under jumping time until it has told all marks. */
async function marksOf(contacts: readonly number[], env: NodeJS.ProcessEnv): Promise<Mark[]> {
  const resident = spawn(process.execPath, ['--import', JUMPING_TIME, AGENT, 'run'], {
    env: { ...env, SOMAY_BENCH_MARKS: contacts.join(',') },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const marks: Mark[] = []
  for await (const line of createInterface(resident.stdout)) {
    marks.push(JSON.parse(line))
    if (marks.length === contacts.length) resident.kill('SIGTERM')
  }
  if (marks.length < contacts.length) throw new Error(`the agent ended after ${marks.length} of ${contacts.length} marks`)
  return marks
}

/** Looks at the process until it ends; a child's own time is counted when the agent has waited for it. */
async function watched(args: readonly string[], env: NodeJS.ProcessEnv): Promise<{ ownMs: number; commandsMs: number; peakMb: number }> {
  const child = spawn(process.execPath, [AGENT, ...args], { env, stdio: 'ignore' })
  let [ownMs, commandsMs, peakMb] = [0, 0, 0]
  while (child.exitCode === null) {
    try {
      // utime, stime, cutime and cstime are the 14th to 17th fields of proc(5), counted from 1 with the name as the second.
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
      const [utime = 0, stime = 0, cutime = 0, cstime = 0] = fields.slice(11, 15).map(Number)
      ownMs = (utime + stime) * MS_PER_TICK
      commandsMs = (cutime + cstime) * MS_PER_TICK
      peakMb = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? peakMb * 1024) / 1024
    } catch {
      // It ended between the two looks.
    }
    await pause(LOOK_EVERY_MS)
  }
  return { ownMs, commandsMs, peakMb }
}
