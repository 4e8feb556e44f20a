/** Reports not yet acknowledged, one file each, oldest first. Written whole or not at all; deleted only when acknowledged. */
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Report, Sample } from '@somay/shared/report.ts'
import type { Log } from '../log.ts'
import { isNoRoom, makePrivateFolder, removeTemporaries, syncFolder, writeFileAtomically } from '../platform/atomic-file.ts'
import type { Clocks, Mark } from '../platform/boot-clock.ts'
import { OUTBOX_FOLDER } from './count-waiting.ts'
import { type Kept, keptIn, textOf } from './kept-report.ts'
import { makeRoom, type OutboxLimits } from './make-room.ts'
import { listRejected, type Rejected, setAside } from './rejected.ts'
import { openSampleLog, type SampleLog } from './sample-log.ts'

export type Outbox = {
  readonly samples: SampleLog
  /** False when the disk has no room: said in the log, and the agent goes on. */
  put(report: Report, mark?: Mark): Promise<boolean>
  waiting(): Promise<Report[]>
  /** Fits what waits into the limits and takes samples out of the log that a crash left in both places. */
  tidy(): Promise<void>
  acknowledge(id: string): void
  refuse(id: string, reason: string): Promise<void>
  /** All that waits and all samples go: they may be another PC's, come here with a copied disk. The reports are kept among the rejected. */
  setAsideAll(reason: string): Promise<void>
  rejected(): Rejected[]
}

/** Only for the holder of the state folder: cleans up what a killed process left. */
export function openOutbox(stateFolder: string, limits: OutboxLimits, log: Log, clocks: Clocks): Outbox {
  const folder = join(stateFolder, OUTBOX_FOLDER)
  makePrivateFolder(stateFolder)
  makePrivateFolder(folder)
  removeTemporaries(folder)
  removeTemporaries(stateFolder)
  const fileOf = (id: string) => join(folder, `${id}.json`)
  const samples = openSampleLog(stateFolder, clocks)

  async function read(): Promise<Kept[]> {
    const kept: Kept[] = []
    for (const name of readdirSync(folder).sort()) {
      const path = join(folder, name)
      const text = readFileSync(path, 'utf8')
      const one = keptIn(text, clocks)
      if (one && name === `${one.report.id}.json`) kept.push(one)
      else {
        log.warn('a file in the outbox is no report and was set aside', { file: path })
        await setAside(stateFolder, path, 'not a report: damaged, or put there by someone else')
      }
    }
    return kept
  }

  /** Fits what waits into the limits; `extra` is what is about to be written. */
  async function fit(extra: Kept[]): Promise<void> {
    const before = await read()
    const kept = makeRoom({ reports: [...before, ...extra], samples: samples.read() }, limits, clocks.now())
    if (!kept.changed) return
    for (const one of kept.reports) {
      if (!extra.some(({ report }) => report.id === one.report.id)) await writeFileAtomically(fileOf(one.report.id), textOf(one))
    }
    // Samples of a dropped report are written back before the report goes.
    await samples.replace(kept.samples)
    const staying = new Set(kept.reports.map(({ report }) => report.id))
    for (const { report } of before) if (!staying.has(report.id)) rmSync(fileOf(report.id))
    syncFolder(folder)
    log.warn('the outbox reached its limit; samples were thinned and older reports gave way', { reports: kept.reports.length })
  }

  async function put(report: Report, mark?: Mark): Promise<boolean> {
    const text = textOf({ report, mark })
    try {
      await fit([{ report, mark, bytes: Buffer.byteLength(text) }])
      await writeFileAtomically(fileOf(report.id), text)
      return true
    } catch (error) {
      if (!isNoRoom(error)) throw error
      log.error('no room on the disk for a report; it will be taken again later', { folder, code: (error as NodeJS.ErrnoException).code })
      return false
    }
  }

  async function tidy(): Promise<void> {
    try {
      const inReports = (await read()).map(({ report }) => report)
      const logged = samples.read()
      const open = samplesNotIn(logged, inReports)
      if (open.length < logged.length) await samples.replace(open)
      await fit([])
    } catch (error) {
      if (!isNoRoom(error)) throw error
      log.error('no room on the disk to tidy the outbox; it stays as it is', { folder, code: (error as NodeJS.ErrnoException).code })
    }
  }

  return {
    samples,
    put,
    tidy,
    waiting: async () => (await read()).map(({ report }) => report),
    acknowledge(id) {
      rmSync(fileOf(id), { force: true })
      syncFolder(folder)
    },
    refuse: (id, reason) => setAside(stateFolder, fileOf(id), reason),
    async setAsideAll(reason) {
      for (const { report } of await read()) await setAside(stateFolder, fileOf(report.id), reason)
      await samples.replace([])
    },
    rejected: () => listRejected(stateFolder),
  }
}

/** Samples that already stand in a waiting report: left in the log by a crash between the two writes. */
function samplesNotIn<S extends Sample>(samples: readonly S[], reports: readonly Report[]): S[] {
  const sent = new Set(reports.flatMap((report) => report.samples.map(({ at }) => at)))
  return samples.filter(({ at }) => !sent.has(at))
}
