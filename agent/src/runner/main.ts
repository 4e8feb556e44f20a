/** The program that installs updates: started as root by systemd, on Windows by the service host or the scheduler; never a part of the agent's own process. */
import { appendFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { defaultSettings } from '../config/settings.ts'
import { holderOf, lockFolder } from '../platform/folder-lock.ts'
import { osName } from '../platform/os-name.ts'
import { thisPlatform } from '../platform/platform.ts'
import { runCommand } from '../platform/run-command.ts'
import { packageKindIn } from '../updates/package-kind.ts'
import { RUNNER_FILE, runnerRoom } from '../updates/places.ts'
import { CredentialPlaceSchema, readRecord } from '../updates/records.ts'
import { RUNNER_TASK } from '../updates/schedule-runner.ts'
import { collectorAnswers, pointsToTry } from './collector-answers.ts'
import type { Hands } from './hands.ts'
import { readJournal } from './journal.ts'
import { linuxHands } from './linux-hands.ts'
import { readPlaced } from './placed.ts'
import { runUpdate } from './run-update.ts'
import { windowsHands } from './windows-hands.ts'

const PROGRAM_FOLDER = '/usr/lib/somay-agent'
const PROOF_SECONDS = 900
/** Two runs of the scheduler with their random delay (installers/windows/task.xml), and an old disk. */
const SCHEDULED_PROOF_SECONDS = 2_700
const LONGEST_MS = 24 * 3_600_000
const MOST_LOG_BYTES = 200_000

const os = osName()
const { stateFolder } = defaultSettings({ ProgramData: process.env.ProgramData }, true)
const room = runnerRoom(os, stateFolder)
mkdirSync(room, { recursive: true })
const log = join(room, 'runner.log')
let written = 0

function say(line: string): void {
  process.stdout.write(`${line}\n`)
  if (os !== 'windows') return
  // Nobody reads what a program of the service host prints.
  if (written === 0) rmSync(log, { force: true })
  written += line.length
  if (written < MOST_LOG_BYTES) appendFileSync(log, `${new Date().toISOString()} ${line}\n`)
}

process.stdout.on('error', () => undefined)

const isAgentAtWork = () => holderOf(stateFolder) !== undefined

function hands(): Hands | undefined {
  if (os === 'windows')
    return windowsHands({ run: runCommand, wait: (ms) => wait(ms), settingsFile: join(room, 'settings.reg'), isAgentAtWork })
  // In the middle of an installation the file may be away.
  const kind = packageKindIn(PROGRAM_FOLDER) ?? readJournal(room)?.release.manifest.kind
  return kind === undefined || kind === 'windows-msi-x64' ? undefined : linuxHands(kind, runCommand, (ms) => wait(ms))
}

const able = hands()
const lock = lockFolder(room)
if (!able) say('this agent did not come from a package')
else if (lock.kind === 'busy') say(`another runner is at work: process ${lock.pid}`)
else {
  const { updateKey, proofSeconds, collectorUrls, proxy } = await readPlaced(thisPlatform())
  const enrolledAt = readRecord(join(stateFolder, 'credential.json'), CredentialPlaceSchema)?.collectorUrl
  const points = collectorUrls.length > 0 ? collectorUrls : enrolledAt === undefined ? [] : [enrolledAt]
  await runUpdate({
    room,
    stateFolder,
    updateKey,
    hands: able,
    patience: {
      limitMs: (proofSeconds ?? ((await able.isScheduled()) ? SCHEDULED_PROOF_SECONDS : PROOF_SECONDS)) * 1_000,
      longestMs: LONGEST_MS,
    },
    collectorAnswers: () => collectorAnswers(pointsToTry(points, proxy, stateFolder)),
    upMs: () => performance.now(),
    now: Date.now,
    wait: (ms) => wait(ms),
    say,
  })
  // An update that did not end is gone on with at the next start of the PC, from these very copies.
  if (readJournal(room)) say('not at an end: tried again at the next start')
  else if (os === 'windows') await runCommand('schtasks.exe', ['/Delete', '/TN', RUNNER_TASK, '/F'], { timeoutMs: 60_000 })
  // The copies it ran from (installers/linux/update.sh); a running file may go on Linux.
  else for (const name of ['node', RUNNER_FILE]) rmSync(join(room, name), { force: true })
  lock.lock.release()
}
