/** Joins this PC to a collector: evidence and own key for a token, and back comes the credential, stored readable by its owner only. */
import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { EnrolledSchema, type Enrolment } from '@somay/shared/enrolment.ts'
import type { Evidence } from '@somay/shared/evidence.ts'
import { PROTOCOL } from '@somay/shared/report.ts'
import { Check } from 'typebox/value'
import { isNoRoom } from '../platform/atomic-file.ts'
import type { Credential } from '../state/schemas.ts'
import type { StateFolder } from '../state/state-folder.ts'
import { AGENT_VERSION } from '../version.ts'
import type { CollectorClient } from './collector-client.ts'
import { refusalSentence } from './outcome.ts'

export type Enrolling = {
  readonly client: CollectorClient
  readonly state: StateFolder
  readonly collectorUrl: string
  readonly token: string
  readonly hostName: string
  readonly evidence: Evidence
  readonly now: () => number
}

export type EnrolResult =
  | { readonly kind: 'enrolled'; readonly credential: Credential }
  | { readonly kind: 'refused' | 'no-reply' | 'no-room'; readonly sentence: string }

export async function enrol({ client, state, collectorUrl, token, hostName, evidence, now }: Enrolling): Promise<EnrolResult> {
  const keys = keysOf(state.read('credential'))
  const enrolment: Enrolment = { protocol: PROTOCOL, token, hostName, agentVersion: AGENT_VERSION, publicKey: keys.publicKey, evidence }
  const reply = await client.post('/api/v1/enrol', enrolment)
  if (reply.kind === 'no-reply') return reply
  if (reply.status !== 200 || !Check(EnrolledSchema, reply.body))
    return { kind: 'refused', sentence: refusalSentence(reply.status, reply.body) }
  const { pcId, credential } = reply.body
  const stored: Credential = { collectorUrl: plainUrl(collectorUrl), pcId, credential, ...keys, enrolledAt: new Date(now()).toISOString() }
  try {
    await state.write('credential', stored)
  } catch (error) {
    if (!isNoRoom(error)) throw error
    return {
      kind: 'no-room',
      sentence: `no room on the disk for the credential (${(error as NodeJS.ErrnoException).code}); free some and enrol again`,
    }
  }
  // What another collector acknowledged is unknown to this one.
  state.remove('acknowledged')
  return { kind: 'enrolled', credential: stored }
}

/** The key is a piece of the PC's identity, so enrolling again keeps it. */
function keysOf(before: Credential | undefined): Pick<Credential, 'privateKey' | 'publicKey'> {
  const privateKey = before ? createPrivateKey(before.privateKey) : generateKeyPairSync('ed25519').privateKey
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' })
  return { privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string, publicKey: x ?? '' }
}

/** One form of an address, for comparing: no slash at the end, lower-case host. */
export function plainUrl(url: string): string {
  return new URL(url).href.replace(/\/+$/, '')
}
