/** What an answer to a report means: acknowledged, refused for good, no longer enrolled, the key shared, or try again later. Pure. */
import { ErrorAnswerSchema } from '@somay/shared/api/error.ts'
import { type Answer, AnswerSchema } from '@somay/shared/report.ts'
import { Check } from 'typebox/value'
import type { Reply } from './collector-client.ts'
import { retryAfterMs } from './retry-after.ts'

export type Outcome =
  | { readonly kind: 'acknowledged'; readonly answer: Answer }
  | { readonly kind: 'refused'; readonly sentence: string }
  | { readonly kind: 'not-enrolled'; readonly sentence: string }
  | { readonly kind: 'key-shared'; readonly sentence: string }
  | { readonly kind: 'later'; readonly sentence: string; readonly retryAfterMs?: number }

const PASSING = new Set([401, 403, 404, 407, 408, 429])

export function outcomeOf(reply: Reply, reportId: string, nowMs: number): Outcome {
  if (reply.kind === 'no-reply') return { kind: 'later', sentence: reply.sentence }
  const { status, body } = reply
  if (status === 200 && Check(AnswerSchema, body) && body.id === reportId) return { kind: 'acknowledged', answer: body }
  const sentence = refusalSentence(status, body)
  if (Check(ErrorAnswerSchema, body)) {
    if (status === 401 && body.error.code === 'agent-not-enrolled') return { kind: 'not-enrolled', sentence }
    if (status === 409 && body.error.code === 'credential-shared') return { kind: 'key-shared', sentence }
    // Only the collector's own word is final: a proxy or a portal on the way says 4xx too.
    if (status >= 400 && status < 500 && !PASSING.has(status)) return { kind: 'refused', sentence }
  }
  const waitMs = retryAfterMs(reply.retryAfter, nowMs)
  return { kind: 'later', sentence, ...(waitMs !== undefined && { retryAfterMs: waitMs }) }
}

/** In the collector's words when it gave any. */
export function refusalSentence(status: number, body: unknown): string {
  if (!Check(ErrorAnswerSchema, body))
    return `HTTP ${status}, but not in the collector's form: another server, a proxy or a portal answered`
  const { code, message, todo, detail, id } = body.error
  return `HTTP ${status} ${code}: ${message} ${todo}${detail === undefined ? '' : ` (${detail})`} [${id}]`
}
