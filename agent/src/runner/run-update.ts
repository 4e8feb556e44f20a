/** Installs a release and goes back to the version before when it does not prove itself; believes nothing of what it was handed, and finishes what a power cut left. */
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { ReleaseManifest, UpdateOutcome, UpdateReason } from '@somay/shared/release.ts'
import { isNoRoom } from '../platform/atomic-file.ts'
import { refusalOf } from '../updates/judge-offer.ts'
import { copyProved, isPackage } from '../updates/package-file.ts'
import { endingOf } from '../updates/package-kind.ts'
import { packageFile, proofFile, readyFile, updatesFolder } from '../updates/places.ts'
import { ProofSchema, ReadySchema, readRecord } from '../updates/records.ts'
import type { Hands } from './hands.ts'
import { close, type Journal, keepJournal, outcome, readJournal, readStanding } from './journal.ts'
import { type Patience, verdictOn } from './wait-for-proof.ts'

export type Ground = {
  /** Only the runner writes here. */
  readonly room: string
  /** The agent's, of which nothing is believed. */
  readonly stateFolder: string
  readonly updateKey: string | undefined
  readonly hands: Hands
  readonly patience: Patience
  readonly collectorAnswers: () => Promise<boolean>
  /** Milliseconds that only grow, and stand still while the PC sleeps. */
  readonly upMs: () => number
  readonly now: () => number
  readonly wait: (ms: number) => Promise<void>
  readonly say: (line: string) => void
}

const MOST_BEGUN = 4
const LONGEST_PAUSE_MS = 15_000
/** A disk that is full, or an installer that is locked, may be mended by somebody. */
const NEXT_TRY_MS = 3_600_000

/** Nothing to do is no error: whoever called it may have been late. */
export async function runUpdate(ground: Ground): Promise<void> {
  mkdirSync(ground.room, { recursive: true, mode: 0o755 })
  const journal = readJournal(ground.room) ?? (await begin(ground))
  if (journal) await goOn(ground, journal)
}

async function begin(ground: Ground): Promise<Journal | undefined> {
  const { room, stateFolder, updateKey, hands, say } = ground
  const ready = readRecord(readyFile(stateFolder), ReadySchema)
  if (!ready) return void say('there is nothing to install')
  const { release, fallback } = ready
  const version = await hands.installedVersion()
  const standing = readStanding(room)
  if (standing.outcome?.sha256 === release.manifest.sha256) return void say(`${release.manifest.version} was dealt with already`)
  const refuse = async (reason: UpdateReason) => {
    say(`refused ${release.manifest.version}: ${reason}`)
    await close(room, { ...standing, outcome: outcome(release.manifest, 'refused', ground.now(), reason) })
  }
  const refusal = version === undefined ? 'fallback-wrong' : refusalOf(ready, { updateKey, kind: hands.kind, version })
  if (refusal) return void (await refuse(refusal))
  const hasNew = await taken(ground, release.manifest)
  if (!hasNew) return void (await refuse('package-wrong'))
  const hasOld = await taken(ground, fallback.manifest)
  if (!hasOld) return void (await refuse('fallback-wrong'))
  const proofBefore = proofOf(ground)?.at
  return keepJournal(room, { step: 'installing', begun: 0, release, fallback, ...(proofBefore !== undefined && { proofBefore }) })
}

/** Brings a package into the room, unless it lies there from the last update. */
async function taken({ room, stateFolder, hands }: Ground, manifest: ReleaseManifest): Promise<boolean> {
  const ending = endingOf(hands.kind)
  const own = packageFile(room, manifest.sha256, ending)
  return (await isPackage(own, manifest)) || copyProved(packageFile(updatesFolder(stateFolder), manifest.sha256, ending), own, manifest)
}

async function goOn(ground: Ground, from: Journal): Promise<void> {
  const { room, say } = ground
  let journal = from
  for (;;) {
    const counted = { ...journal, begun: journal.begun + 1 }
    journal = journal.step === 'rolling-back' ? await keepCount(room, counted) : await keepJournal(room, counted)
    say(`${journal.step} ${journal.release.manifest.version}`)
    const next = await STEPS[journal.step](ground, journal)
    if (!next) return
    journal = { ...next, begun: 0 }
  }
}

/** A full disk must not end the way back: there is nobody else who would go on. */
async function keepCount(room: string, journal: Journal): Promise<Journal> {
  try {
    return await keepJournal(room, journal)
  } catch (error) {
    if (!isNoRoom(error)) throw error
    return journal
  }
}

const STEPS: Readonly<Record<Journal['step'], (ground: Ground, journal: Journal) => Promise<Journal | undefined>>> = {
  async installing(ground, journal) {
    const { room, hands } = ground
    const { release, fallback, begun } = journal
    // Already there: the power went after the installer had done its work.
    if (begun > 1 && (await hands.installedVersion()) === release.manifest.version) return { ...journal, step: 'waiting' }
    if (begun > MOST_BEGUN) return { ...journal, step: 'rolling-back', reason: 'cut-off' }
    const done = await hands.install(packageFile(room, release.manifest.sha256, endingOf(hands.kind)))
    const now = await hands.installedVersion()
    if (done.ok && now === release.manifest.version) return { ...journal, step: 'waiting' }
    const detail = done.ok ? `afterwards ${now ?? 'nothing whole'} is installed` : done.detail
    if (now !== fallback.manifest.version)
      return { ...journal, step: 'rolling-back', reason: 'installer-failed', detail: detail.slice(-500) }
    await hands.startAgent()
    return finish(ground, journal, fallback.manifest, outcome(release.manifest, 'failed', ground.now(), 'installer-failed', detail))
  },

  async waiting(ground, journal) {
    const { release, begun, proofBefore } = journal
    if (begun > MOST_BEGUN) return { ...journal, step: 'rolling-back', reason: 'cut-off' }
    // A weak PC's scheduler would take its time.
    await ground.hands.startAgent()
    const { limitMs } = ground.patience
    const began = ground.upMs()
    let seen = began
    let reachableMs = 0
    for (;;) {
      const proof = proofOf(ground)
      if (proof?.version === release.manifest.version && proof.at !== proofBefore)
        return finish(ground, journal, release.manifest, outcome(release.manifest, 'installed', ground.now()))
      const isReachable = await ground.collectorAnswers()
      await ground.wait(Math.min(LONGEST_PAUSE_MS, limitMs / 20))
      const now = ground.upMs()
      if (isReachable) reachableMs += now - seen
      seen = now
      const verdict = verdictOn({ allMs: now - began, reachableMs }, ground.patience)
      if (verdict !== 'wait') return { ...journal, step: 'rolling-back', reason: verdict }
    }
  },

  async 'rolling-back'(ground, journal) {
    const { room, hands, patience, say } = ground
    const { release, fallback, begun, reason = 'cut-off', proofBefore } = journal
    const began = ground.upMs()
    let said = journal.detail
    for (let time = begun; ; time++) {
      const end = (installed: ReleaseManifest, how: UpdateOutcome['end'], why: UpdateReason) =>
        finish(ground, journal, installed, outcome(release.manifest, how, ground.now(), why, said))
      if ((await hands.installedVersion()) !== fallback.manifest.version) {
        const done = await hands.goBackTo(packageFile(room, fallback.manifest.sha256, endingOf(hands.kind)), release.manifest.version)
        if (!done.ok) said = done.detail
      }
      const version = await hands.installedVersion()
      await hands.startAgent()
      if (version === fallback.manifest.version) return end(fallback.manifest, 'rolled-back', reason)
      const proof = proofOf(ground)
      // It came to life after all, or somebody installed another one by hand.
      const isWorking = version === release.manifest.version && proof?.version === version && proof.at !== proofBefore
      if (isWorking || (version !== undefined && version !== release.manifest.version))
        return end(isWorking ? release.manifest : fallback.manifest, 'cannot-tell', 'rollback-failed')
      if (ground.upMs() - began >= patience.longestMs)
        // With nothing whole on the PC the journal stays: only an agent could tell, and the next start tries again.
        return version === undefined ? undefined : end(release.manifest, 'cannot-tell', 'rollback-failed')
      say(`${fallback.manifest.version} could not be put back: ${said ?? 'nothing was said'}`)
      if (time < MOST_BEGUN) await keepCount(room, { ...journal, begun: time + 1 })
      await ground.wait(time < MOST_BEGUN ? Math.min(LONGEST_PAUSE_MS, patience.limitMs / 20) : NEXT_TRY_MS)
    }
  },
}

/** Keeps the package of what is installed now: the next update needs no way back fetched. */
async function finish(
  ground: Ground,
  { release }: Journal,
  installed: ReleaseManifest,
  ended: ReturnType<typeof outcome>,
): Promise<undefined> {
  const { room, hands, say } = ground
  say(`${release.manifest.version}: ${ended.end}${ended.reason ? ` (${ended.reason})` : ''}`)
  await close(room, { outcome: ended, kept: installed.sha256 })
  for (const name of readdirSync(room))
    if (name.endsWith(endingOf(hands.kind)) && !name.startsWith(installed.sha256)) rmSync(join(room, name), { force: true })
  return undefined
}

function proofOf({ stateFolder }: Ground) {
  return readRecord(proofFile(stateFolder), ProofSchema)
}
