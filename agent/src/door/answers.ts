/** Answers what is asked at the door from the files of the state folder and the little the resident process remembers. */
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import type { Sample } from '@somay/shared/report.ts'
import { countWaiting } from '../outbox/count-waiting.ts'
import { listRejected } from '../outbox/rejected.ts'
import { openSampleLog } from '../outbox/sample-log.ts'
import { thisClocks } from '../platform/boot-clock.ts'
import { keepPlacement, readPlacement } from '../state/placement.ts'
import { type StateFileName, stateFile } from '../state/state-file.ts'
import { AGENT_VERSION } from '../version.ts'
import type { AnswerOf, DoorStatus, Line, PlacementEntry, Round } from './requests.ts'
import type { Answering } from './serve.ts'

/** What only the resident process knows. */
export type Resident = {
  readonly runningSince: string
  readonly collectorUrl: string | undefined
  round(): Round
  reportNow(): AnswerOf<'report-now'>
  /** Somebody entered where the PC stands: to be reported as soon as the pace allows. */
  placementEntered(): void
  nextContactAt(): string | undefined
  lastSample(): Sample | undefined
  recentLines(): readonly string[]
}

export function answersFrom(stateFolder: string, resident: Resident, now: () => number = Date.now): Answering {
  return async (line: Line) => {
    switch (line.ask) {
      case 'status':
        return json(status(stateFolder, resident, now()))
      case 'sent':
        return sent(stateFolder)
      case 'switched-off': {
        const facts = read(stateFolder, 'policy')?.switchedOff
        return json(Array.isArray(facts) ? { facts } : {})
      }
      case 'report-now':
        return json(resident.reportNow())
      case 'placement': {
        const entry = readPlacement(stateFolder)
        return json(entry ? { entry } : {})
      }
      case 'enter-placement': {
        await keepPlacement(stateFolder, line.with as PlacementEntry, new Date(now()).toISOString())
        resident.placementEntered()
        return json({ kept: true })
      }
      case 'logs':
        return json({ lines: resident.recentLines() })
    }
  }
}

function json(value: unknown): Iterable<string> {
  return [JSON.stringify(value)]
}

function status(folder: string, resident: Resident, nowMs: number): DoorStatus {
  const credential = read(folder, 'credential')
  const { lastContactAt, lastError, notBefore, refusedEnrolment } = read(folder, 'status') ?? {}
  const sample = resident.lastSample()
  const collectorUrl = resident.collectorUrl ?? credential?.collectorUrl
  const rests = typeof notBefore === 'string' && Date.parse(notBefore) > nowMs
  return defined({
    agentVersion: AGENT_VERSION,
    hostName: hostname(),
    runningSince: resident.runningSince,
    enrolment: enrolment(credential, refusedEnrolment),
    waiting: countWaiting(folder),
    samplesWaiting: openSampleLog(folder, thisClocks()).read().length,
    rejected: listRejected(folder),
    round: resident.round(),
    collectorUrl,
    lastContactAt,
    lastError,
    restsUntil: rests ? notBefore : undefined,
    nextContactAt: resident.nextContactAt(),
    connectivity: sample && { at: sample.at, state: sample.state },
  }) as DoorStatus
}

/** The key itself and the credential never pass the door. */
function enrolment(credential: Read | undefined, refused: unknown): unknown {
  if (!credential) return { state: 'none' }
  const { pcId, enrolledAt, collectorUrl } = credential
  return { state: refused === enrolledAt ? 'refused' : 'enrolled', pcId, since: enrolledAt, collectorUrl }
}

/** The file goes through as it lies there, piece by piece: it may be large, and this process stays small. */
async function sent(folder: string): Promise<AsyncIterable<string>> {
  const collectorUrl = read(folder, 'credential')?.collectorUrl
  const path = stateFile(folder, 'acknowledged')
  const isThere = existsSync(path)
  return (async function* () {
    yield `{${collectorUrl === undefined ? '' : `"collectorUrl":${JSON.stringify(collectorUrl)},`}"acknowledged":`
    if (isThere) yield* createReadStream(path, 'utf8') as AsyncIterable<string>
    else yield 'null'
    yield '}'
  })()
}

type Read = Readonly<Record<string, unknown>>

/** A file of the agent's own, not checked against its schema here: who asked checks the whole answer. */
function read(folder: string, name: StateFileName): Read | undefined {
  let text: string
  try {
    text = readFileSync(stateFile(folder, name), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  const found: unknown = JSON.parse(text)
  return typeof found === 'object' && found !== null ? (found as Read) : undefined
}

function defined(value: Read): Read {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined))
}
