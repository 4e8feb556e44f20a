/** Reports not yet acknowledged, one file each, oldest first. Written whole or not at all; deleted only when acknowledged. */
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Report } from '@somay/shared/report.ts'
import type { Log } from '../log.ts'
import { isNoRoom, makePrivateFolder, removeTemporaries, syncFolder, writeFileAtomically } from '../platform/atomic-file.ts'
import type { Clocks } from '../platform/boot-clock.ts'
import { OUTBOX_FOLDER } from './count-waiting.ts'
import { asSent, type Kept, keptIn, type MarkedReport, type Marks, textOf } from './kept-report.ts'
import { makeRoom, type OutboxLimits } from './make-room.ts'
import { listRejected, type Rejected, setAside } from './rejected.ts'
import { type LoggedSample, openSampleLog, type SampleLog } from './sample-log.ts'

export type Outbox = {
  readonly samples: SampleLog
  /** Takes its samples out of the log. False when the disk has no room: said in the log, and the agent goes on. */
  put(report: MarkedReport, marks?: Marks): Promise<boolean>
  waiting(): Promise<Report[]>
  /** Fits what waits into the limits and takes samples out of the log that a crash left in both places. */
  tidy(): Promise<void>
  acknowledge(id: string): void
  /** `keepingSamples`: they go back to the log, because something else in the report was refused. */
  refuse(id: string, reason: string, how: { readonly keepingSamples: boolean }): Promise<void>
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

  async function put(report: MarkedReport, marks?: Marks): Promise<boolean> {
    const text = textOf({ report, marks })
    try {
      await fit([{ report, marks, bytes: Buffer.byteLength(text) }])
      await writeFileAtomically(fileOf(report.id), text)
      // The log may now hold samples of reports that gave way to this one: only what this one took over goes.
      await samples.replace(samplesNotIn(samples.read(), report.samples))
      return true
    } catch (error) {
      if (!isNoRoom(error)) throw error
      log.error('no room on the disk for a report; it will be taken again later', { folder, code: (error as NodeJS.ErrnoException).code })
      return false
    }
  }

  async function tidy(): Promise<void> {
    try {
      const logged = samples.read()
      const open = samplesNotIn(
        logged,
        (await read()).flatMap(({ report }) => report.samples),
      )
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
    waiting: async () => (await read()).map(({ report }) => asSent(report)),
    acknowledge(id) {
      rmSync(fileOf(id), { force: true })
      syncFolder(folder)
    },
    async refuse(id, reason, { keepingSamples }) {
      const refused = (await read()).find(({ report }) => report.id === id)?.report
      if (!refused) return
      // Written back before the report goes.
      if (keepingSamples) await samples.replace([...refused.samples, ...samplesNotIn(samples.read(), refused.samples)])
      await setAside(stateFolder, fileOf(id), reason)
    },
    async setAsideAll(reason) {
      for (const { report } of await read()) await setAside(stateFolder, fileOf(report.id), reason)
      await samples.replace([])
    },
    rejected: () => listRejected(stateFolder),
  }
}

/** A sample is known by its moment: there is one agent to a PC, and it takes one after the other. */
function samplesNotIn(samples: readonly LoggedSample[], others: readonly LoggedSample[]): LoggedSample[] {
  const known = new Set(others.map(({ at }) => at))
  return samples.filter(({ at }) => !known.has(at))
}
