/** Days of a PC on a bad line, in fast time: what the collector holds of each day at the end is what really happened. */
import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { type Agent, createAgent } from '#agent/agent.ts'
import { defaultSettings } from '#agent/config/settings.ts'
import type { Log } from '#agent/log.ts'
import { openSampleLog } from '#agent/outbox/sample-log.ts'
import { createSamples } from '#agent/resident/samples.ts'
import { createEnrolToken } from '#collector/store/enrol-tokens.ts'
import { type PretendPc, pretendPlatform } from '../agent/probes/pretend-platform.ts'
import { fillDisk, smallDisk } from '../agent/small-disk.ts'
import { temporaryFolder } from '../agent/temporary-folder.ts'
import { appOver } from '../collector/app-over.ts'
import { type BadLine, badLine } from './bad-line.ts'

const QUARTER_MS = 900_000
const QUARTERS = 96
/** Midnight in Viet Nam at the start of 14/09/2026. */
const MIDNIGHT = Date.UTC(2026, 8, 13, 17)
const FIRST_DAY = 14
const TARGET = 'http://probe.example/ok.txt'
const SESSION = 'CLASS=user\nSTATE=active\nTYPE=x11\nREMOTE=0\n'

type Moment = {
  readonly reach: 'internet' | 'wan-only' | 'offline'
  readonly isUsed: boolean
  readonly isDiskFull?: boolean
  readonly restarts?: boolean
}

/** What really happens, by day and quarter of an hour. */
const DAYS: readonly ((quarter: number) => Moment)[] = [
  // An ordinary day with two restarts.
  (quarter) => ({ reach: 'internet', isUsed: quarter > 30 && quarter < 68, restarts: quarter === 30 || quarter === 50 }),
  // Internet for an hour only, and just then the disk is full.
  (quarter) => ({
    reach: quarter >= 40 && quarter < 44 ? 'internet' : 'wan-only',
    isUsed: false,
    isDiskFull: quarter >= 39 && quarter < 46,
  }),
  // The line is cut, people work on.
  () => ({ reach: 'offline', isUsed: true }),
  // On all day for updates, nobody there, no internet.
  (quarter) => ({ reach: quarter < 8 ? 'offline' : 'wan-only', isUsed: false }),
]

const daysWhere = (is: (moment: Moment) => boolean) =>
  DAYS.reduce(
    (bits, of, day) =>
      Array.from({ length: QUARTERS }, (_, quarter) => of(quarter)).some(is) ? bits | (1 << (FIRST_DAY - 1 + day)) : bits,
    0,
  )

/** The PC as it is at a moment; only the agent's own files are real. */
function pcAt({ reach, isUsed }: Moment, collectorUrl: string): PretendPc {
  const answered = (text: string) => ({ kind: 'answered', status: 200, text, latencyMs: 300 }) as const
  return {
    folders: ['/run/systemd/sessions'],
    files: {
      '/proc/net/route':
        'Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\neth0\t00000000\t010200C0\t0003\t0\t0\t0\t00000000\n',
      '/sys/class/net/eth0/device/vendor': 'x',
      '/sys/class/net/eth0/operstate': reach === 'offline' ? 'down\n' : 'up\n',
      ...(isUsed && { '/run/systemd/sessions/1': SESSION }),
    },
    pages: {
      ...(reach === 'internet' && { [TARGET]: answered('somay ok') }),
      ...(reach !== 'offline' && { [`${collectorUrl}/healthz`]: answered('{"status":"ok"}') }),
    },
  }
}

type Pc = { agent: Agent; sample(): Promise<void> }

function pcOver(t: TestContext, line: BadLine, time: { nowMs: number; boot: number }) {
  const disk = smallDisk(t, '3m')
  if (disk === undefined) console.error('NOT RUN: no small disk could be mounted, so this PC’s disk was never full.')
  const folder = join(disk ?? temporaryFolder(t), 'state')
  const silent: Log = { error() {}, warn() {}, info() {}, debug() {} }
  const clocks = { now: () => time.nowMs, clock: { mark: () => ({ boot: `boot ${time.boot}`, upMs: time.nowMs - MIDNIGHT }) } }
  let shown: PretendPc = {}
  const platform = new Proxy(pretendPlatform({}), { get: (_, name) => Reflect.get(pretendPlatform(shown), name) })
  const settings = {
    ...defaultSettings({}, false),
    stateFolder: folder,
    collectorUrls: [line.url],
    proxy: '',
    sendTimeoutSeconds: 5,
    probeTargets: [{ url: TARGET, expect: 'somay ok' }],
  }
  const started = (): Pc => {
    const agent = createAgent(settings, silent, {
      ...clocks,
      platform,
      random: () => 0,
      pace: { attempts: 1, backoff: { baseMs: 1, capMs: 1 }, longestWaitMs: 1 },
    })
    // As the resident process does: what found no room waits in its memory.
    const samples = createSamples(openSampleLog(folder, clocks), clocks.clock, silent)
    const sample = async () => {
      samples.retry()
      samples.took(await agent.keepSample())
    }
    return { agent, sample }
  }
  return {
    started,
    show: (pc: PretendPc) => {
      shown = pc
    },
    fill: () => disk && fillDisk(disk),
    free: () => disk && rmSync(join(disk, 'fill')),
  }
}

test('four days, three of ten sends failing, two restarts and a full disk: the collector knows each day as it was', async (t) => {
  const time = { nowMs: MIDNIGHT, boot: 1 }
  const { app, database, ledger } = await appOver(t, '', {}, undefined, () => time.nowMs)
  const line = await badLine(t, await app.listen({ port: 0, host: '127.0.0.1' }))
  const pc = pcOver(t, line, time)
  let { agent, sample } = pc.started()
  pc.show(pcAt(DAYS[0]?.(0) as Moment, line.url))
  const { token } = await createEnrolToken(database, {
    who: 'test',
    unitId: ledger.unitId,
    label: '',
    at: time.nowMs,
    validMs: 1e9,
    useLimit: 1,
  })
  assert.equal((await agent.enrol([line.url], token)).kind, 'enrolled')

  let acknowledged = 0
  let isFull = false
  for (const [day, at] of DAYS.entries()) {
    for (let quarter = 0; quarter < QUARTERS; quarter++) {
      time.nowMs = MIDNIGHT + (day * QUARTERS + quarter) * QUARTER_MS + 60_000
      const moment = at(quarter)
      if (moment.restarts) {
        time.boot++
        ;({ agent, sample } = pc.started())
      }
      line.cut(moment.reach === 'offline')
      if (moment.isDiskFull !== undefined && moment.isDiskFull !== isFull) {
        isFull = moment.isDiskFull
        if (isFull) pc.fill()
        else pc.free()
      }
      pc.show(pcAt(moment, line.url))
      await sample()
      if ((quarter === 36 && !isFull) || moment.restarts || (day === 0 && quarter === 0)) await agent.keepInventory()
      if ((await agent.contact()).kind === 'acknowledged') acknowledged++
    }
  }
  // The night after, until a send gets through.
  for (let quarter = 0; quarter < 10 && (await agent.contact()).kind !== 'acknowledged'; quarter++) time.nowMs += QUARTER_MS / 10

  const failures = line.failures()
  assert.ok(
    Object.values(failures).every((count) => count > 15),
    JSON.stringify(failures),
  )
  assert.ok(acknowledged > 150, `${acknowledged} check-ins got through`)
  const [held, ...others] = await database.read.selectFrom('presence').selectAll().execute()
  assert.equal(others.length, 0)
  const { reached, internet, sampled, powered, used, use_told } = held ?? {}
  const all = daysWhere(() => true)
  assert.deepEqual(
    { reached, internet, sampled, powered, used, use_told },
    {
      reached: daysWhere(({ reach }) => reach !== 'offline'),
      internet: daysWhere(({ reach }) => reach === 'internet'),
      sampled: all,
      powered: all,
      used: daysWhere(({ isUsed }) => isUsed),
      use_told: all,
    },
  )
  assert.deepEqual([agent.outbox().samples.read(), await agent.outbox().waiting(), agent.outbox().rejected()], [[], [], []])
  assert.equal((await database.read.selectFrom('pc').selectAll().execute()).length, 1)
})
