/** Lets an agent in by its credential, before a byte of its body is read. */
import type { FastifyRequest } from 'fastify'
import { Problem } from '../platform/problem.ts'
import { hashSecret } from '../platform/secrets.ts'
import type { Credentials } from '../store/credentials.ts'

const BEARER = 'Bearer '

export function admitAgents(credentials: Credentials) {
  return async (request: FastifyRequest): Promise<void> => {
    const header = request.headers.authorization
    const found = header?.startsWith(BEARER) ? credentials.pcOf(hashSecret(header.slice(BEARER.length))) : undefined
    const pcId = typeof found === 'object' ? await found : found
    if (pcId === undefined) throw new Problem('agent-not-enrolled')
    request.pcId = pcId
  }
}
