/** Decides what gives way when the outbox outgrows its limits: samples are thinned first, then older reports yield to newer ones. Pure. */
import { MAX_SAMPLES, type Sample } from '@somay/shared/report.ts'
import { type Kept, textOf } from './kept-report.ts'
import type { LoggedSample } from './sample-log.ts'
import { dayKey, thinSamples } from './thin-samples.ts'

export type OutboxLimits = { readonly maxBytes: number; readonly maxAgeMs: number }
export type Room = { readonly reports: readonly Kept[]; readonly samples: readonly LoggedSample[] }
export type FittedRoom = Room & { readonly changed: boolean }

/** `reports` from old to new; the newest always stays, because it alone brings the collector up to date. */
export function makeRoom(room: Room, limits: OutboxLimits, nowMs: number): FittedRoom {
  const young = dropOld(room, nowMs - limits.maxAgeMs)
  const steps = [thinLog, thinReports, dropSuperseded, dropDays]
  const fitted = steps.reduce((kept, step) => (bytesOf(kept) > limits.maxBytes ? step(kept, limits.maxBytes) : kept), boundLog(young))
  return { ...fitted, changed: fitted !== room }
}

function bytesOf({ reports, samples }: Room): number {
  return reports.reduce((sum, { bytes }) => sum + bytes, sampleBytes(samples))
}

function sampleBytes(samples: readonly Sample[]): number {
  return samples.length === 0 ? 0 : JSON.stringify(samples).length
}

/** Too old for anyone to ask; the collector forgets such days too. */
function dropOld(room: Room, oldestMs: number): Room {
  const isYoung = (at: string) => Date.parse(at) >= oldestMs
  const reports = room.reports.filter(({ report }, index) => index === room.reports.length - 1 || isYoung(report.takenAt))
  const samples = room.samples.filter(({ at }) => isYoung(at))
  const isSame = reports.length === room.reports.length && samples.length === room.samples.length
  return isSame ? room : { reports, samples }
}

/** What one report can carry is also all the log ever holds. */
function boundLog(room: Room): Room {
  return room.samples.length > MAX_SAMPLES ? { ...room, samples: thinSamples(room.samples, MAX_SAMPLES) } : room
}

function thinLog(room: Room, maxBytes: number): Room {
  return { ...room, samples: thinned(room.samples, bytesOf(room) - maxBytes) }
}

function thinReports(room: Room, maxBytes: number): Room {
  let over = bytesOf(room) - maxBytes
  const reports = room.reports.map((kept) => {
    if (over <= 0 || kept.report.samples.length === 0) return kept
    const smaller = withSamples(kept, thinned(kept.report.samples, over))
    over -= kept.bytes - smaller.bytes
    return smaller
  })
  return { ...room, reports }
}

/** As few samples as are needed to save so many bytes, but never fewer than one for each day. */
function thinned<S extends Sample>(samples: readonly S[], saveBytes: number): S[] {
  if (samples.length === 0) return []
  const average = sampleBytes(samples) / samples.length
  const days = new Set(samples.map(dayKey)).size
  return thinSamples(samples, Math.max(days, samples.length - Math.ceil(saveBytes / average)))
}

function withSamples(kept: Kept, samples: readonly LoggedSample[]): Kept {
  const smaller = { ...kept, report: { ...kept.report, samples } }
  return { ...smaller, bytes: Buffer.byteLength(textOf(smaller)) }
}

/** Each report holds all that changed since the last acknowledgement, so the newest makes the older ones dispensable; their samples go back to the log. */
function dropSuperseded(room: Room, maxBytes: number): Room {
  let kept = room
  while (kept.reports.length > 1 && bytesOf(kept) > maxBytes) {
    const [oldest, ...reports] = kept.reports
    const samples = [...(oldest?.report.samples ?? []), ...kept.samples]
    kept = thinLog(boundLog({ reports, samples }), maxBytes)
  }
  return kept
}

/** The last resort: the oldest days of connectivity are lost. */
function dropDays(room: Room, maxBytes: number): Room {
  const average = sampleBytes(room.samples) / Math.max(1, room.samples.length)
  const over = bytesOf(room) - maxBytes
  return { ...room, samples: thinSamples(room.samples, Math.max(0, room.samples.length - Math.ceil(over / Math.max(1, average)))) }
}
