/** The text of a report in the outbox: the report, and in it when each thing was dated by the clock nobody sets. Pure. */
import { type Report, ReportSchema } from '@somay/shared/report.ts'
import { Check } from 'typebox/value'
import { type Clocks, correctionMs, type Mark, movedBy } from '../platform/boot-clock.ts'
import { type LoggedSample, redated, withoutMark } from './sample-log.ts'

/** With the marks of its samples, so that what goes back to the log can still be put right. */
export type MarkedReport = Omit<Report, 'samples'> & { readonly samples: readonly LoggedSample[] }

/** When the inventory was taken and the report put together, by the clock nobody sets. */
export type Marks = { readonly taken?: Mark | undefined; readonly sent?: Mark | undefined }

export type Kept = { readonly report: MarkedReport; readonly bytes: number; readonly marks?: Marks | undefined }

export function textOf({ report, marks }: Omit<Kept, 'bytes'>): string {
  return JSON.stringify(marks ? { ...report, marks } : report)
}

/** Undefined for what is no report. Dated before the PC's clock was put right, each of its dates moves by its own mark. */
export function keptIn(text: string, clocks: Clocks): Kept | undefined {
  try {
    const { marks, ...report } = JSON.parse(text) as MarkedReport & { marks?: Marks }
    if (!Check(ReportSchema, asSent(report))) return undefined
    const putRight = (iso: string, mark: Mark | undefined) => movedBy(iso, correctionMs(Date.parse(iso), mark, clocks.clock, clocks.now()))
    return {
      report: {
        ...report,
        takenAt: putRight(report.takenAt, marks?.taken),
        // As it was put together; the true time of sending comes with the sending.
        sentAt: putRight(report.sentAt, marks?.sent),
        samples: report.samples.map((sample) => redated(sample, clocks)),
      },
      marks,
      bytes: Buffer.byteLength(text),
    }
  } catch {
    return undefined
  }
}

export function asSent(report: MarkedReport): Report {
  return { ...report, samples: report.samples.map(withoutMark) }
}
