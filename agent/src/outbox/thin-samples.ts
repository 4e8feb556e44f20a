/** Thins samples when room runs short: quarter hours to hours, then hours to days, oldest first; the best state of every day stays. Pure. */
import type { Sample } from '@somay/shared/report.ts'
import { DEFAULT_TIME_ZONE, dayOf } from '@somay/shared/text/dates.ts'

/** From best to worst; a state that could not be decided says least. */
const RANKS: readonly Sample['state'][] = ['internet', 'wan-only', 'lan-only', 'captive', 'offline']

export function rankOf({ state }: Sample): number {
  const rank = RANKS.indexOf(state)
  return rank < 0 ? RANKS.length : rank
}

/** At most `limit` samples; whole days are given up, oldest first, only when one sample a day is still too many. */
export function thinSamples<S extends Sample>(samples: readonly S[], limit: number): S[] {
  if (samples.length <= limit) return [...samples]
  const hourly = thinOldest(samples, limit, hourKey)
  const daily = hourly.length <= limit ? hourly : thinOldest(hourly, limit, dayKey)
  return daily.slice(Math.max(0, daily.length - limit))
}

function hourKey({ at }: Sample): string {
  return at.slice(0, 13)
}

/** The day as the committee counts it, whatever the PC's own time zone is set to. */
export function dayKey({ at }: Sample): string {
  const { year, month, day } = dayOf(Date.parse(at), DEFAULT_TIME_ZONE)
  return `${year}-${month}-${day}`
}

/** Merges buckets from the oldest on, and stops as soon as the rest fits. */
function thinOldest<S extends Sample>(samples: readonly S[], limit: number, keyOf: (sample: Sample) => string): S[] {
  const buckets = [...Map.groupBy(inTime(samples), keyOf).values()]
  let count = samples.length
  return buckets.flatMap((bucket) => {
    if (count <= limit || bucket.length === 1) return bucket
    count -= bucket.length - 1
    return [bestOf(bucket)]
  })
}

function inTime<S extends Sample>(samples: readonly S[]): S[] {
  return samples.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

/** The best sample stands for its bucket; whether the collector was reached or somebody was logged on at any time in it is kept too. */
function bestOf<S extends Sample>(bucket: readonly S[]): S {
  const best = bucket.reduce((a, b) => (rankOf(b) < rankOf(a) ? b : a))
  return { ...best, ...everIn(bucket, 'reachedCollector'), ...everIn(bucket, 'session') }
}

function everIn<K extends 'reachedCollector' | 'session'>(bucket: readonly Sample[], key: K): Partial<Pick<Sample, K>> {
  const told = bucket.flatMap(({ [key]: value }) => (value === undefined ? [] : [value]))
  return told.length === 0 ? {} : ({ [key]: told.includes(true) } as Pick<Sample, K>)
}
