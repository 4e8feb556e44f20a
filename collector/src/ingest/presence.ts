/** Turns what the agent dates by its own clock into the collector's: the inventory, and samples into days of presence. */
import type { Sample } from '@somay/shared/report.ts'
import { isUnknown } from '@somay/shared/unknown.ts'
import type { IncomingReport, PresenceBit, PresenceBits } from '../store/reports/incoming.ts'
import type { Calendar } from './calendar.ts'

type Moment = { readonly receivedAt: number; readonly sentAt: number }

// Longer than any PC is kept offline and still believed; also bounds the months one report may touch.
const OLDEST_MS = 800 * 86_400_000
/** A sample of a clock that was set back since: which day it belongs to nobody can tell, so it counts for none. */
const AHEAD_MS = 3_600_000

/**
 * The agent's clock may be years off, so what it dates counts as long before the receipt as the agent says it lay before sending.
 * What is said to be a little later than its own sending counts as of the receipt.
 */
function byOurClock(agentAt: number, { receivedAt, sentAt }: Moment): number {
  return receivedAt - Math.max(0, sentAt - agentAt)
}

/** A PC with a dead clock battery takes its inventory in 2009 and sends it a minute later in 2026: then the receipt is all there is to go by. */
export function takenAtByOurClock(agentTakenAt: number, moment: Moment): number {
  const at = byOurClock(agentTakenAt, moment)
  return moment.receivedAt - at > OLDEST_MS ? moment.receivedAt : at
}

export function presenceOf(samples: readonly Sample[], moment: Moment, calendar: Calendar, reachedNow: boolean): PresenceBits[] {
  const today = calendar(moment.receivedAt)
  const months = new Map<number, Days>([[today.month, none()]])
  const daysOf = (month: number): Days => {
    const days = months.get(month) ?? none()
    months.set(month, days)
    return days
  }
  if (reachedNow) {
    const days = daysOf(today.month)
    days.reached |= today.bit
    days.powered |= today.bit
  }
  for (const { sample, at } of dated(samples, moment)) {
    const { month, bit } = calendar(at)
    mark(daysOf(month), sample, bit)
  }
  return [...months].map(([month, days]) => ({ month, ...days }))
}

/** Those whose moment can be believed, by our clock. */
function dated(samples: readonly Sample[], moment: Moment): { readonly sample: Sample; readonly at: number }[] {
  return samples.flatMap((sample) => {
    const agentAt = Date.parse(sample.at)
    const at = byOurClock(agentAt, moment)
    return moment.receivedAt - at > OLDEST_MS || agentAt - moment.sentAt > AHEAD_MS ? [] : [{ sample, at }]
  })
}

type Days = Record<PresenceBit, number>

const none = (): Days => ({ reached: 0, internet: 0, lan: 0, sampled: 0, powered: 0, used: 0, use_told: 0 })

function mark(days: Days, { state, reachedCollector, session }: Sample, bit: number): void {
  days.powered |= bit
  if (state === 'internet') days.internet |= bit
  // A portal in the way of the internet is on a network, too.
  if (state === 'lan-only' || state === 'captive') days.lan |= bit
  if (!isUnknown(state)) days.sampled |= bit
  // "WAN only" is said of a PC that reaches the collector and nothing beyond.
  if (reachedCollector === true || state === 'wan-only') days.reached |= bit
  if (session === true) days.used |= bit
  if (session !== undefined) days.use_told |= bit
}

/** How far the PC reached at its latest sample; undefined when the report brought none. */
export function latestState(samples: readonly Sample[], moment: Moment): IncomingReport['state'] {
  let latest: IncomingReport['state']
  for (const { sample, at } of dated(samples, moment)) {
    if (latest && at < latest.at) continue
    latest = { value: isUnknown(sample.state) ? null : sample.state, at }
  }
  return latest
}
