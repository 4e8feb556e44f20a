/** An agent over a pretended PC, its own state folder and a scripted collector; nothing in it waits for real. */
import type { TestContext } from 'node:test'
import { type Agent, createAgent } from '#agent/agent.ts'
import { defaultSettings, type Settings } from '#agent/config/settings.ts'
import type { Log } from '#agent/log.ts'
import { type PretendPc, pretendPlatform } from './probes/pretend-platform.ts'
import { NOON } from './samples.ts'
import { temporaryFolder } from './temporary-folder.ts'

export type AgentUnderTest = {
  readonly agent: Agent
  readonly folder: string
  readonly lines: string[]
  /** What the PC shows from now on. */
  show(pc: PretendPc): void
  /** Time passes for the agent. */
  pass(ms: number): void
  /** Somebody sets the PC's clock: no time passes. */
  setClock(aheadMs: number): void
  /** The PC is started anew. */
  restart(): void
}

export const PC: PretendPc = { files: { '/proc/meminfo': 'MemTotal: 4084280 kB\n', '/sys/class/tpm/tpm0/tpm_version_major': '2\n' } }

export function agentUnderTest(
  t: TestContext,
  collector: { readonly url: string },
  folder = temporaryFolder(t),
  more: Partial<Settings> = {},
): AgentUnderTest {
  const lines: string[] = []
  const note = (message: string) => void lines.push(message)
  const log: Log = { error: note, warn: note, info: note, debug: note }
  let pc = PC
  let now = NOON
  let upMs = 1_000
  let boots = 1
  const current = new Proxy(pretendPlatform(pc), { get: (_, name) => Reflect.get(pretendPlatform(pc), name) })
  const settings = {
    ...defaultSettings({}, false),
    stateFolder: folder,
    collectorUrls: [collector.url],
    proxy: '',
    sendTimeoutSeconds: 5,
    ...more,
  }
  const agent = createAgent(settings, log, {
    platform: current,
    now: () => now,
    clock: { mark: () => ({ boot: `boot ${boots}`, upMs }) },
    random: () => 0,
    pace: { attempts: 2, backoff: { baseMs: 1, capMs: 1 }, longestWaitMs: 5 },
  })
  return {
    agent,
    folder,
    lines,
    show: (next) => {
      pc = next
    },
    pass: (ms) => {
      now += ms
      upMs += ms
    },
    setClock: (ms) => {
      now += ms
    },
    restart: () => {
      boots++
      upMs = 1_000
    },
  }
}

export const TOKEN = 'token-of-the-unit'
