/** Lets an agent in by its credential, before a byte of its body is read. */
import type { FastifyRequest } from 'fastify'
import { Problem } from '../platform/problem.ts'
import { hashSecret } from '../platform/secrets.ts'
import type { Credentials, Holder } from '../store/credentials.ts'

const BEARER = 'Bearer '

/** For everything an agent does with a credential of its own. */
export function admitAgents(credentials: Credentials) {
  return async (request: FastifyRequest): Promise<void> => {
    const { pcId, shared, givenAt } = await holderOf(credentials, request)
    if (shared) throw new Problem('credential-shared')
    request.pcId = pcId
    request.credentialGivenAt = givenAt
  }
}

/** For the one thing a credential is still good for when several PCs share it, or another took its place. */
export function admitHolders(credentials: Credentials) {
  return async (request: FastifyRequest): Promise<void> => {
    request.pcId = (await holderOf(credentials, request)).pcId
  }
}

/** The hash of the credential the request came with. */
export function credentialHashOf({ headers }: FastifyRequest): string | undefined {
  const header = headers.authorization
  return header?.startsWith(BEARER) ? hashSecret(header.slice(BEARER.length)) : undefined
}

async function holderOf(credentials: Credentials, request: FastifyRequest): Promise<Holder> {
  const hash = credentialHashOf(request)
  const found = hash === undefined ? undefined : credentials.holderOf(hash)
  // Most are believed without asking, and a turn of the loop for each of those would be felt.
  const holder = found instanceof Promise ? await found : found
  if (holder === undefined) throw new Problem('agent-not-enrolled')
  return holder
}
