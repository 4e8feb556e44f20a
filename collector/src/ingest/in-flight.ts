/** Refuses reports before a byte of body is read when too much is under way: what is read, inflated and checked first protects nobody. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '../platform/problem.ts'
import { MAX_BODY_BYTES } from './body.ts'
import type { IngestQueue } from './queue.ts'

export type InFlightLimits = {
  readonly maxRequests: number
  /** Of bodies as they come over the line; inflated they are five to eight times as long. */
  readonly maxBodyBytes: number
  readonly retryAfterSeconds: number
}

export function limitInFlight(queue: Pick<IngestQueue, 'isFull'>, { maxRequests, maxBodyBytes, retryAfterSeconds }: InFlightLimits) {
  let requests = 0
  let bytes = 0
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const length = Number(request.headers['content-length'] ?? MAX_BODY_BYTES)
    if (queue.isFull() || requests >= maxRequests || bytes + length > maxBodyBytes)
      throw new Problem('overloaded', undefined, retryAfterSeconds)
    requests++
    bytes += length
    // Comes once, however the exchange ends.
    reply.raw.once('close', () => {
      requests--
      bytes -= length
    })
  }
}
