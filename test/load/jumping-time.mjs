// Loaded before the agent's bundle: a clock that jumps to the next timer whenever no child is at work, so that a day passes in a
// minute. Plain JavaScript: to take the types out of a file, Node loads a compiler that would stay in the memory measured here.
import childProcess from 'node:child_process'
import { readFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import os from 'node:os'

const MS_PER_TICK = 10
const HOUR_MS = 3_600_000
/** How often it is looked whether a child has ended. */
const LOOK_MS = 5
/** Numbers of contacts, separated by commas, after which the process tells what it costs. */
const MARKS = (process.env.SOMAY_BENCH_MARKS ?? '').split(',').map(Number)
/** "later": after the first child, which reads the settings, the others answer at once; only the resident process is measured then. */
const STUBS = 'SOMAY_BENCH_STUBS'

if (process.argv[2] === 'run') jump()
else if (process.argv[2] === 'child' && process.env[STUBS] === 'now') await answerAtOnce()

function jump() {
  const real = { now: Date.now, Date, setTimeout, setImmediate, upSeconds: os.uptime(), startedMs: Date.now() }
  const timers = new Set()
  let aheadMs = 0
  let atWork = 0
  let contacts = 0
  let told = 0
  const now = () => real.now() + aheadMs

  globalThis.Date = class extends real.Date {
    constructor(...given) {
      super(...(given.length === 0 ? [now()] : given))
    }
    static now() {
      return now()
    }
  }
  os.uptime = () => real.upSeconds + (now() - real.startedMs) / 1_000

  function timer(work, ms, everyMs, given) {
    const one = { dueMs: now() + ms, everyMs, work: () => work(...given), ref: () => one, unref: () => one, hasRef: () => true }
    timers.add(one)
    return one
  }
  globalThis.setTimeout = (work, ms = 0, ...given) => timer(work, ms, undefined, given)
  globalThis.setInterval = (work, ms, ...given) => timer(work, ms, ms, given)
  globalThis.clearTimeout = (one) => void timers.delete(one)
  globalThis.clearInterval = globalThis.clearTimeout

  const { fork } = childProcess
  childProcess.fork = (...given) => {
    atWork++
    const child = fork(...given)
    if (process.env[STUBS] === 'later') process.env[STUBS] = 'now'
    const { send } = child
    child.send = (job, ...more) => {
      if (job.name === 'contact') contacts++
      return send.call(child, job, ...more)
    }
    child.once('close', () => atWork--)
    return child
  }
  syncBuiltinESMExports()

  function fire(one) {
    if (one.everyMs === undefined) timers.delete(one)
    else one.dueMs += one.everyMs
    one.work()
  }

  function step() {
    if (atWork > 0) {
      // While a child is at work time passes as it does.
      for (const one of timers) if (one.dueMs <= now()) fire(one)
      real.setTimeout(step, LOOK_MS)
      return
    }
    if (contacts >= MARKS[told]) tell(MARKS[told++])
    let next
    for (const one of timers) if (next === undefined || one.dueMs < next.dueMs) next = one
    if (next) {
      aheadMs += Math.max(0, next.dueMs - now())
      fire(next)
    }
    real.setImmediate(step)
  }

  function tell(count) {
    const atHour = (now() - real.startedMs) / HOUR_MS
    process.stdout.write(`${JSON.stringify({ atHour, contacts: count, ...memory(), cpuMs: cpuMs() })}\n`)
  }

  real.setImmediate(step)
}

function memory() {
  const rollup = readFileSync('/proc/self/smaps_rollup', 'utf8')
  const kb = (name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(rollup)?.[1])
  return { residentKb: kb('Rss'), privateKb: kb('Private_Clean') + kb('Private_Dirty') }
}

/** Of this process and of all its ended children. */
function cpuMs() {
  // utime, stime, cutime and cstime are the 14th to 17th fields of proc(5), counted from 1 with the name as the second.
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1].split(' ')
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) * MS_PER_TICK
}

/** Never gives way to the agent's own code. */
function answerAtOnce() {
  const orders = { collectorUrls: [], targets: [], network: {}, sampleMinutes: 15 }
  const taken = { sample: { at: new Date().toISOString(), state: 'internet' }, isKept: true }
  const policy = { nextContactSeconds: 900, targets: [], switchedOff: [] }
  process.once('message', ({ name }) => {
    const answers = {
      sample: { kind: 'sample', taken },
      inventory: { kind: 'inventory', orders },
      contact: { kind: 'contact', orders, taken, outcome: { result: { kind: 'acknowledged', reports: 1, policy }, retry: false } },
    }
    process.send(answers[name], () => process.exit(0))
  })
  return new Promise(() => undefined)
}
