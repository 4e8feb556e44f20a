/** Joins this PC to a collector, or fetches a key of its own: evidence goes, and back comes the credential, stored readable by its owner only. */
import { EnrolledSchema, type Enrolment, type Renewal } from '@somay/shared/enrolment.ts'
import type { Evidence } from '@somay/shared/evidence.ts'
import { PROTOCOL } from '@somay/shared/report.ts'
import { Check } from 'typebox/value'
import { isNoRoom } from '../platform/atomic-file.ts'
import { type Keys, keysOf, nextKeys } from '../state/keys.ts'
import type { Credential } from '../state/schemas.ts'
import type { StateFolder } from '../state/state-folder.ts'
import { AGENT_VERSION } from '../version.ts'
import type { CollectorClient, Reply } from './collector-client.ts'
import { refusalSentence } from './outcome.ts'

export type Joining = {
  readonly client: CollectorClient
  readonly state: StateFolder
  readonly collectorUrl: string
  readonly hostName: string
  readonly evidence: Evidence
  readonly now: () => number
}

export type EnrolResult =
  | { readonly kind: 'enrolled'; readonly credential: Credential }
  | { readonly kind: 'refused' | 'no-reply' | 'no-room'; readonly sentence: string }

/** For the token of a unit; `unitCode` names one below it. */
export async function enrol(
  joining: Joining,
  { token, unitCode }: { readonly token: string; readonly unitCode?: string | undefined },
): Promise<EnrolResult> {
  return withRoom(async () => {
    // Enrolling again keeps the key.
    const keys = await keysOf(joining.state)
    const enrolment: Enrolment = { ...ofThisPc(joining, keys), token, ...(unitCode !== undefined && { unitCode }) }
    return joined(joining, keys, await joining.client.post('/api/v1/enrol', enrolment))
  })
}

/** For a credential that has grown old. The key stays: files signed with it may still be on their way. */
export async function renewCredential(joining: Joining, held: Credential): Promise<EnrolResult> {
  const renewal: Renewal = ofThisPc(joining, held)
  return withRoom(async () =>
    joined(joining, held, await joining.client.post('/api/v1/credential', renewal, held.credential), { remembers: true }),
  )
}

/**
 * For a credential that a copied disk made several PCs share. When the collector takes this PC for another than before, what waits
 * in the outbox came with the copy, or cannot be told from what did: `setAside` runs before the new credential is stored.
 */
export async function renewKey(joining: Joining, held: Credential, setAside: () => Promise<void>): Promise<EnrolResult> {
  return withRoom(async () => {
    const keys = await nextKeys(joining.state, held)
    const renewal: Renewal = ofThisPc(joining, keys)
    const reply = await joining.client.post('/api/v1/credential', renewal, held.credential)
    const isAnother = reply.kind === 'reply' && Check(EnrolledSchema, reply.body) && reply.body.pcId !== held.pcId
    if (isAnother) await setAside()
    return joined(joining, keys, reply)
  })
}

function ofThisPc({ hostName, evidence }: Joining, { publicKey }: Keys): Renewal {
  return { protocol: PROTOCOL, hostName, agentVersion: AGENT_VERSION, publicKey, evidence }
}

/** `remembers`: the collector goes on with what it acknowledged before. */
async function joined({ state, collectorUrl, now }: Joining, keys: Keys, reply: Reply, { remembers = false } = {}): Promise<EnrolResult> {
  if (reply.kind === 'no-reply') return reply
  if (reply.status !== 200 || !Check(EnrolledSchema, reply.body))
    return { kind: 'refused', sentence: refusalSentence(reply.status, reply.body) }
  const { pcId, credential } = reply.body
  const { privateKey, publicKey } = keys
  const stored: Credential = {
    collectorUrl: plainUrl(collectorUrl),
    pcId,
    credential,
    privateKey,
    publicKey,
    enrolledAt: new Date(now()).toISOString(),
  }
  await state.write('credential', stored)
  state.remove('key')
  if (!remembers) {
    state.remove('acknowledged')
    // Another collector does not ask for the patience the last one asked for.
    const { lastReportId } = state.read('status') ?? {}
    await state.write('status', { failures: 0, ...(lastReportId !== undefined && { lastReportId }) })
  }
  return { kind: 'enrolled', credential: stored }
}

/** Without room for key and credential nothing is asked for: a token would be used up for nothing. */
async function withRoom(work: () => Promise<EnrolResult>): Promise<EnrolResult> {
  try {
    return await work()
  } catch (error) {
    if (!isNoRoom(error)) throw error
    return {
      kind: 'no-room',
      sentence: `no room on the disk for the credential (${(error as NodeJS.ErrnoException).code}); free some and enrol again`,
    }
  }
}

/** Whether the address of an enrolment is one of these. */
export function isAmong(enrolledAt: string, urls: readonly string[]): boolean {
  return urls.some((url) => plainUrl(url) === enrolledAt)
}

/** One form of an address, for comparing: no slash at the end, lower-case host. */
function plainUrl(url: string): string {
  return new URL(url).href.replace(/\/+$/, '')
}
