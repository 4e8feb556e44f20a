/** One turn at updates: tell how the last one ended, ask for an offer, fetch it, hand it over to the runner; a little at a time, because everything else goes before. */
import { rmSync } from 'node:fs'
import type { Platform as OsName } from '@somay/shared/facts/spec.ts'
import {
  type PackageKind,
  type ReleaseManifest,
  type UpdateAnswer,
  UpdateAnswerSchema,
  type UpdateAsk,
  type UpdateOutcome,
  type UpdateReason,
} from '@somay/shared/release.ts'
import { Check } from 'typebox/value'
import type { Log } from '../log.ts'
import { writeFileAtomically } from '../platform/atomic-file.ts'
import type { Fetched } from '../send/fetch-file.ts'
import { refusalOf } from './judge-offer.ts'
import { afterOffer, afterRefusing, afterTelling, keepMemory, readMemory, removePackages, toTell } from './memory.ts'
import { isPackage } from './package-file.ts'
import { endingOf } from './package-kind.ts'
import { packageFile, readyFile, runnerPrograms, runnerRoom, standingFile, updatesFolder } from './places.ts'
import { removeRunner } from './prepare-runner.ts'
import { type Memory, readRecord, type Standing, StandingSchema } from './records.ts'

export type Turning = {
  readonly stateFolder: string
  readonly updateKey: string
  readonly everyMs: number
  readonly spreadMs: number
  readonly os: OsName
  readonly kind: PackageKind
  readonly version: string
  readonly now: () => number
  readonly random: () => number
  readonly log: Log
  /** Undefined when the collector did not answer, or does not know the question. */
  readonly ask: (ask: UpdateAsk) => Promise<unknown>
  readonly fetch: (sha256: string, into: string, sizeBytes: number) => Promise<Fetched>
  /** Undefined: not known, and then nothing is fetched. */
  readonly freeBytes: () => Promise<number | undefined>
  /** A report waits for the line. */
  readonly isBusy: () => boolean
}

/**
 * `idle`: nothing is to be done before the next question. `soon`: more of the package is to be fetched. `handed-over`: on Windows the
 * agent must go, so that the runner can replace it.
 */
export type TurnResult = 'idle' | 'later' | 'soon' | 'handed-over'

/** Longer than an installer takes: the request got lost, or the power went. */
const RUNNER_MS = 30 * 60_000
const MOST_HAND_OVERS = 3
/** A weak line without TLS may spoil a byte. */
const MOST_BAD_FETCHES = 3
/** Beside the two packages: what they unpack to, the runner's copy of Node, and room to breathe. */
const ROOM_SHARE = 3
const ROOM_BYTES = 400_000_000

export async function takeTurn(turning: Turning): Promise<TurnResult> {
  const { stateFolder, os, version } = turning
  const standing = readRecord(standingFile(runnerRoom(os, stateFolder)), StandingSchema) ?? {}
  const before = readMemory(stateFolder)
  const memory = await asked(turning, before, standing)
  // Told at once, not an hour later.
  if (memory.refused && !before.refused) return 'soon'
  removePackages(stateFolder, memory)
  if (!memory.offer && os === 'windows') removeRunner(runnerPrograms(), runnerRoom(os, stateFolder))
  const { offer, notBefore = 0, handedOverAt } = memory
  if (!offer || offer.release.manifest.version === version) return 'idle'
  const waitMs = notBefore - turning.now()
  // Longer than anybody waits means that the clock was set back in the meantime.
  if (turning.isBusy() || (waitMs > 0 && waitMs <= turning.spreadMs)) return 'later'
  if (handedOverAt !== undefined && Math.abs(turning.now() - handedOverAt) < RUNNER_MS) return 'later'
  if ((memory.handOvers ?? 0) >= MOST_HAND_OVERS)
    return end(turning, memory, outcomeOf(turning, offer.release.manifest, 'cannot-tell', 'cut-off'))
  return fetched(turning, memory, standing)
}

async function asked(turning: Turning, memory: Memory, standing: Standing): Promise<Memory> {
  const { stateFolder, kind, version, everyMs, spreadMs, now, random, updateKey } = turning
  const outcome = toTell(memory, standing)
  const sinceMs = memory.askedAt === undefined ? everyMs : now() - memory.askedAt
  if (!outcome && sinceMs >= 0 && sinceMs < everyMs) return memory
  const answer = await turning.ask({ kind, version, ...(outcome && { outcome }) })
  if (!Check(UpdateAnswerSchema, answer)) return memory
  const { offer }: UpdateAnswer = answer
  const told = { ...(outcome ? afterTelling(memory, outcome) : memory), askedAt: now() }
  const next = afterOffer(told, offer, now() + Math.round(spreadMs * random()))
  const reason = next.offer && refusalOf(next.offer, { updateKey, kind, version })
  if (!next.offer || !reason) return keepMemory(stateFolder, next)
  turning.log.error('an update was refused', { version: next.offer.release.manifest.version, reason })
  return keepMemory(stateFolder, afterRefusing(next, outcomeOf(turning, next.offer.release.manifest, 'refused', reason)))
}

async function fetched(turning: Turning, memory: Memory, standing: Standing): Promise<TurnResult> {
  const { stateFolder, kind, log } = turning
  const { offer } = memory
  if (!offer) return 'later'
  const isKept = standing.kept === offer.fallback.manifest.sha256
  const wanted = [offer.release.manifest, ...(isKept ? [] : [offer.fallback.manifest])]
  const needBytes = wanted.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) * ROOM_SHARE + ROOM_BYTES
  const freeBytes = await turning.freeBytes()
  if (freeBytes === undefined || freeBytes < needBytes) {
    log.warn('an update waits for room on the disk', { needBytes, freeBytes: freeBytes ?? 'not known' })
    return 'later'
  }
  for (const manifest of wanted) {
    const path = packageFile(updatesFolder(stateFolder), manifest.sha256, endingOf(kind))
    const got = await turning.fetch(manifest.sha256, path, manifest.sizeBytes)
    if (got.kind !== 'whole') {
      log.info('the package of an update did not come whole yet', { sentence: got.sentence })
      return got.kind === 'partly' && !turning.isBusy() ? 'soon' : 'later'
    }
    if (await isPackage(path, manifest)) continue
    rmSync(path, { force: true })
    const badFetches = (memory.badFetches ?? 0) + 1
    if (badFetches === MOST_BAD_FETCHES) return end(turning, memory, outcomeOf(turning, offer.release.manifest, 'refused', 'package-wrong'))
    await keepMemory(stateFolder, { ...memory, badFetches })
    return 'later'
  }
  await keepMemory(stateFolder, { ...memory, handedOverAt: turning.now(), handOvers: (memory.handOvers ?? 0) + 1 })
  await writeFileAtomically(readyFile(stateFolder), `${JSON.stringify(offer)}\n`)
  log.warn('an update is handed over to its runner', { version: offer.release.manifest.version })
  return 'handed-over'
}

async function end(turning: Turning, memory: Memory, outcome: UpdateOutcome): Promise<TurnResult> {
  turning.log.error('an update ended', { ...outcome })
  const next = await keepMemory(turning.stateFolder, afterRefusing(memory, outcome))
  removePackages(turning.stateFolder, next)
  return 'soon'
}

function outcomeOf({ now }: Turning, { version, sha256 }: ReleaseManifest, end: UpdateOutcome['end'], reason: UpdateReason): UpdateOutcome {
  return { version, sha256, end, reason, at: new Date(now()).toISOString() }
}
