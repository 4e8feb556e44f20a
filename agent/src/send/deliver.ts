/** Sends one report with a few tries close together; longer waiting is left to whoever schedules contacts. */
import type { Report } from '@somay/shared/report.ts'
import type { Log } from '../log.ts'
import { type Backoff, backoffMs } from './backoff.ts'
import type { CollectorClient } from './collector-client.ts'
import { type Outcome, outcomeOf } from './outcome.ts'

export type Pace = {
  readonly attempts: number
  readonly backoff: Backoff
  /** A longer Retry-After ends this contact instead of being waited for. */
  readonly longestWaitMs: number
}

export type Delivering = {
  readonly client: CollectorClient
  readonly credential: string
  readonly pace: Pace
  readonly now: () => number
  readonly random: () => number
  readonly wait: (ms: number) => Promise<void>
  readonly log: Log
}

export async function deliver(
  report: Report,
  { client, credential, pace, now, random, wait, log }: Delivering,
): Promise<{ sent: Report; outcome: Outcome }> {
  for (let attempt = 1; ; attempt++) {
    const sent = { ...report, sentAt: new Date(now()).toISOString() }
    const outcome = outcomeOf(await client.post('/api/v1/reports', sent, credential), report.id, now())
    if (outcome.kind !== 'later' || attempt >= pace.attempts) return { sent, outcome }
    const asked = outcome.retryAfterMs
    if (asked !== undefined && asked > pace.longestWaitMs) return { sent, outcome }
    const waitMs = Math.max(asked ?? 0, backoffMs(attempt, pace.backoff, random))
    log.info('the collector did not take the report; trying again', { attempt, waitMs, sentence: outcome.sentence })
    await wait(waitMs)
  }
}
