/** The text of a report in the outbox: the report, and beside it when it was put together by the clock nobody sets. Pure. */
import { type Report, ReportSchema } from '@somay/shared/report.ts'
import { Check } from 'typebox/value'
import { type Clocks, correctionMs, type Mark, movedBy } from '../platform/boot-clock.ts'

export function textOf({ report, mark }: { readonly report: Report; readonly mark?: Mark | undefined }): string {
  return JSON.stringify(mark ? { ...report, mark } : report)
}

/** `mark`: when the report was put together, by the clock nobody sets. */
export type Kept = { readonly report: Report; readonly bytes: number; readonly mark?: Mark | undefined }

/** Undefined for what is no report. One put together before the PC's clock was put right is re-dated whole. */
export function keptIn(text: string, { now, clock }: Clocks): Kept | undefined {
  try {
    const { mark, ...value } = JSON.parse(text) as { mark?: Mark }
    if (!Check(ReportSchema, value)) return undefined
    // It was dated for sending when it was put together; the true time of sending comes with the sending.
    const ms = correctionMs(Date.parse(value.sentAt), mark, clock, now())
    return { report: ms === 0 ? value : moved(value, ms), mark, bytes: Buffer.byteLength(text) }
  } catch {
    return undefined
  }
}

function moved(report: Report, ms: number): Report {
  return {
    ...report,
    takenAt: movedBy(report.takenAt, ms),
    sentAt: movedBy(report.sentAt, ms),
    samples: report.samples.map((sample) => ({ ...sample, at: movedBy(sample.at, ms) })),
  }
}
