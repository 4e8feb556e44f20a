/** Composes turns at updates from the agent's parts; nothing of it runs where the agent was installed without an update key. */
import type { Settings } from './config/settings.ts'
import type { Log } from './log.ts'
import { countWaiting } from './outbox/count-waiting.ts'
import { isNoRoom, makePrivateFolder, writeFileAtomically } from './platform/atomic-file.ts'
import type { NetworkSettings } from './platform/http-agents.ts'
import type { Platform } from './platform/platform.ts'
import type { CollectorClient } from './send/collector-client.ts'
import { fetchFile } from './send/fetch-file.ts'
import { packageKindIn } from './updates/package-kind.ts'
import { proofFile, runnerPrograms, updatesFolder, wayFile } from './updates/places.ts'
import { prepareRunner } from './updates/prepare-runner.ts'
import type { Proof, WayTaken } from './updates/records.ts'
import { scheduleRunner } from './updates/schedule-runner.ts'
import { type TurnResult, takeTurn } from './updates/turn.ts'
import { AGENT_VERSION } from './version.ts'

export type UpdatingParts = {
  readonly settings: Settings
  readonly platform: Platform
  readonly log: Log
  readonly now: () => number
  readonly random: () => number
  readonly isResident: boolean
}

export type Line = {
  readonly collectorUrl: string
  readonly client: CollectorClient
  readonly credential: string
  readonly network: NetworkSettings
}

export type Updating = {
  readonly isOn: boolean
  turn(line: Line): Promise<TurnResult>
  /** By it the runner of an update knows that this version does its work; `point` is where the contact began, the proxy or the collector. */
  leaveProof(point: string): Promise<void>
}

const MINUTE_MS = 60_000
/** One turn at a package; samples and contacts have theirs in between. */
const FETCH_MS = 240_000

export function updatingOf({ settings, platform, log, now, random, isResident }: UpdatingParts): Updating {
  const { stateFolder, updateKey } = settings
  const kind = updateKey === undefined ? undefined : packageKindIn(platform.programFolder)
  const isBusy = () => countWaiting(stateFolder) > 0

  /** Where a service runs the agent its host starts the runner, and the scheduler only when the PC was switched off in the middle of it. */
  async function makeRunnerReady(): Promise<void> {
    const programs = runnerPrograms()
    prepareRunner(platform.programFolder, programs)
    const isScheduled = await scheduleRunner(platform, programs, { atOnce: !isResident })
    if (!isScheduled) log.warn('the scheduler did not take the runner of the update')
  }

  return {
    isOn: kind !== undefined,
    async turn({ collectorUrl, client, credential, network }) {
      if (kind === undefined || updateKey === undefined) return 'idle'
      const turn = await takeTurn({
        ...{ stateFolder, updateKey, os: platform.os, kind, version: AGENT_VERSION, now, random, log, isBusy },
        everyMs: settings.updateEveryMinutes * MINUTE_MS,
        spreadMs: settings.updateSpreadMinutes * MINUTE_MS,
        async ask(question) {
          const reply = await client.post('/api/v1/agent-updates/ask', question, credential)
          return reply.kind === 'reply' && reply.status === 200 ? reply.body : undefined
        },
        fetch: (sha256, into, sizeBytes) =>
          fetchFile({
            url: `${collectorUrl.replace(/\/+$/, '')}/api/v1/agent-updates/packages/${sha256}`,
            ...{ credential, network, into, sizeBytes, limitMs: FETCH_MS, givesWay: isBusy },
            idleMs: settings.sendTimeoutSeconds * 1_000,
          }),
        async freeBytes() {
          const size = await platform.volumeSize(stateFolder)
          return size.kind === 'read' ? size.value.freeBytes : undefined
        },
      })
      if (turn === 'handed-over' && platform.os === 'windows') await makeRunnerReady()
      return turn
    },
    async leaveProof(point) {
      if (updateKey === undefined) return
      const proof: Proof = { version: AGENT_VERSION, at: new Date(now()).toISOString() }
      try {
        makePrivateFolder(updatesFolder(stateFolder))
        const way: WayTaken = { point }
        await writeFileAtomically(wayFile(stateFolder), `${JSON.stringify(way)}\n`)
        await writeFileAtomically(proofFile(stateFolder), `${JSON.stringify(proof)}\n`)
      } catch (error) {
        if (!isNoRoom(error)) throw error
      }
    },
  }
}
