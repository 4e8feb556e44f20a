/** How this PC stands with its collector, gathered from the state folder without changing it. */
import type { Settings } from '../config/settings.ts'
import type { Log } from '../log.ts'
import { countWaiting } from '../outbox/count-waiting.ts'
import { listRejected, type Rejected } from '../outbox/rejected.ts'
import { openSampleLog } from '../outbox/sample-log.ts'
import { thisClocks } from '../platform/boot-clock.ts'
import { holderOf } from '../platform/folder-lock.ts'
import { openStateFolder } from '../state/state-folder.ts'
import { AGENT_VERSION } from '../version.ts'

/** What `status --json` prints; instants are ISO texts in UTC. What is not known or not the case is left out. */
export type Standing = {
  readonly agentVersion: string
  readonly stateFolder: string
  readonly collectorUrls: readonly string[]
  /** `revoked`: the collector no longer takes this PC, and sending rests until it is enrolled again. */
  readonly enrolment: 'enrolled' | 'revoked' | 'none'
  readonly pcId?: number
  readonly enrolledAt?: string
  /** The process that holds the state folder now. */
  readonly runningPid?: number
  readonly lastContactAt?: string
  /** The collector asked to be left alone until then. */
  readonly restsUntil?: string
  readonly reportsWaiting: number
  readonly samplesWaiting: number
  readonly rejected: readonly Rejected[]
  readonly lastError?: { readonly at: string; readonly sentence: string }
}

export function lookAtStanding({ stateFolder, collectorUrls }: Settings, log: Log): Standing {
  const state = openStateFolder(stateFolder, log)
  const credential = state.read('credential')
  const { lastContactAt, lastError, notBefore, refusedEnrolment } = state.read('status') ?? {}
  const runningPid = holderOf(stateFolder)
  const isRevoked = credential !== undefined && refusedEnrolment === credential.enrolledAt
  return {
    agentVersion: AGENT_VERSION,
    stateFolder,
    collectorUrls: collectorUrls ?? (credential ? [credential.collectorUrl] : []),
    enrolment: isRevoked ? 'revoked' : credential ? 'enrolled' : 'none',
    ...(credential && { pcId: credential.pcId, enrolledAt: credential.enrolledAt }),
    ...(runningPid !== undefined && { runningPid }),
    ...(lastContactAt !== undefined && { lastContactAt }),
    ...(notBefore !== undefined && Date.parse(notBefore) > Date.now() && { restsUntil: notBefore }),
    reportsWaiting: countWaiting(stateFolder),
    samplesWaiting: openSampleLog(stateFolder, thisClocks()).read().length,
    rejected: listRejected(stateFolder),
    ...(lastError && { lastError }),
  }
}
