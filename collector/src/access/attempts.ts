/** How often an address tried to log in within a minute, whatever names it tried; @fastify/rate-limit counts one key per request only. */
import type { FastifyRequest } from 'fastify'
import { Problem } from '../platform/problem.ts'

const WINDOW_MS = 60_000
const MOST = 60
const ADDRESSES_KEPT = 10_000

export function limitAddresses(now: () => number): (request: FastifyRequest) => Promise<void> {
  let windowStart = 0
  let attempts = new Map<string, number>()
  return async ({ ip }) => {
    const at = now()
    // Memory stays bounded whoever comes: a window that is over, or full, begins anew.
    if (at - windowStart >= WINDOW_MS || attempts.size >= ADDRESSES_KEPT) {
      windowStart = at
      attempts = new Map()
    }
    const tried = (attempts.get(ip) ?? 0) + 1
    attempts.set(ip, tried)
    if (tried > MOST) throw new Problem('rate-limited', undefined, Math.ceil((windowStart + WINDOW_MS - at) / 1000))
  }
}
