/** A PC on which a runner works: its installer, its clock and its power are the test's, its folders are real. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import type { Done } from '#agent/runner/hands.ts'
import { type Ground, runUpdate } from '#agent/runner/run-update.ts'
import type { PackageKind, SignedRelease, UpdateOutcome } from '#shared/release.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { contentOf, newSigner } from '../updates/signed.ts'

export const KIND: PackageKind = 'linux-deb-amd64'
export const LIMIT_MS = 1_000
export const signer = newSigner()

export class PowerCut extends Error {}

type Pc = {
  /** What is installed; undefined is half of something. */
  version: string | undefined
  readonly installs: string[]
  /** How the installer takes it. */
  takes: (version: string) => Done
  /** Whether the version, once it runs, reports. */
  reports: boolean
  isReachable: boolean
  /** What was installed whenever the agent was started. */
  readonly started: (string | undefined)[]
  /** At the how-manieth look from now the power goes. */
  cutAfterWaits: number
}

export function houseOf(t: TestContext, updateKey: string | undefined = signer.updateKey) {
  const folder = temporaryFolder(t)
  const [room, stateFolder] = [join(folder, 'room'), join(folder, 'state')]
  mkdirSync(join(stateFolder, 'updates'), { recursive: true })
  const pc: Pc = {
    version: '0.1.0',
    installs: [],
    takes: () => ({ ok: true }),
    reports: true,
    isReachable: true,
    started: [],
    cutAfterWaits: Number.POSITIVE_INFINITY,
  }
  let upMs = 0
  const prove = (version: string, at: string) => writeFileSync(join(stateFolder, 'updates/proof.json'), JSON.stringify({ version, at }))
  const install = async (path: string): Promise<Done> => {
    const [, version = ''] = /the package of (\S+)/.exec(readFileSync(path, 'utf8')) ?? []
    pc.installs.push(version)
    const done = pc.takes(version)
    if (done.ok) {
      pc.version = version
      if (pc.reports) prove(version, `proof ${pc.installs.length}`)
    }
    return done
  }
  const ground: Ground = {
    room,
    stateFolder,
    updateKey,
    hands: {
      ...{ kind: KIND, installedVersion: async () => pc.version, isScheduled: async () => false, install, goBackTo: install },
      startAgent: async () => void pc.started.push(pc.version),
    },
    patience: { limitMs: LIMIT_MS, longestMs: 20 * LIMIT_MS },
    collectorAnswers: async () => pc.isReachable,
    upMs: () => upMs,
    now: () => Date.UTC(2026, 8, 30),
    async wait(ms) {
      if (pc.cutAfterWaits-- <= 0) throw new PowerCut()
      upMs += ms
    },
    say: () => undefined,
  }
  const put = (release: SignedRelease, content = contentOf(release.manifest.version)) =>
    writeFileSync(join(stateFolder, 'updates', `${release.manifest.sha256}.deb`), content)
  const ask = (release: SignedRelease, fallback: SignedRelease) => {
    put(release)
    put(fallback)
    writeFileSync(join(stateFolder, 'updates/ready.json'), JSON.stringify({ release, fallback }))
  }
  const outcome = () => {
    const path = join(room, 'standing.json')
    return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as { outcome: UpdateOutcome; kept?: string }) : undefined
  }
  const end = () => [outcome()?.outcome.end, outcome()?.outcome.reason]
  return { pc, ground, room, stateFolder, ask, put, prove, outcome, end, run: () => runUpdate(ground) }
}
