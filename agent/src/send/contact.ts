/** One contact with the collector: what waits goes first, oldest first; then a check-in; then whatever the collector asks for. */
import { NEED_MANIFEST, type Report } from '@somay/shared/report.ts'
import type { Outbox } from '../outbox/outbox.ts'
import { isNoRoom } from '../platform/atomic-file.ts'
import type { Clocks } from '../platform/boot-clock.ts'
import { lackingFacts } from '../report/compose-report.ts'
import type { Credential, Policy, Status } from '../state/schemas.ts'
import type { StateFolder } from '../state/state-folder.ts'
import { acknowledgedAfter } from './acknowledge.ts'
import { type Delivering, deliver } from './deliver.ts'
import type { Outcome } from './outcome.ts'
import { queueReport } from './queue-report.ts'

export type ContactDependencies = Omit<Delivering, 'credential'> &
  Clocks & {
    readonly state: StateFolder
    readonly outbox: Outbox
    readonly credential: Credential
  }

export type ContactResult =
  | {
      readonly kind: 'acknowledged'
      readonly reports: number
      readonly policy: Policy
      /** The collector wants this PC to ask for another credential. */
      readonly renewalDue?: boolean
    }
  | { readonly kind: 'kept'; readonly sentence: string; readonly notBefore?: string }
  | { readonly kind: 'refused'; readonly sentence: string }
  | { readonly kind: 'not-enrolled'; readonly sentence: string }
  | { readonly kind: 'no-inventory' }

/** Another PC uses the same credential: this one needs its own before anything is taken. */
type KeyShared = { readonly kind: 'key-shared'; readonly sentence: string }

// An answer that keeps asking for more must not keep a PC busy for ever.
const MOST_CHECK_INS = 4

export async function contactCollector(all: ContactDependencies): Promise<ContactResult | KeyShared> {
  await all.outbox.tidy()
  const delivered = new Set<string>()
  let policy: Policy | undefined
  let renewalDue = false
  let refusal: string | undefined
  let checkIns = 0
  let isRefused = false
  let isBare = false
  for (;;) {
    const waiting = (await all.outbox.waiting())[0]
    const isDone: boolean = isBare || checkIns === MOST_CHECK_INS || (!isRefused && policy !== undefined && isUpToDate(all))
    // What the collector refuses are facts; for them the PC must not go uncounted, so a check-in without any follows.
    const composed: Awaited<ReturnType<typeof queueReport>> = waiting || isDone ? undefined : await queueReport(all, { bare: isRefused })
    isBare ||= composed !== undefined && isRefused
    const next = waiting ?? composed?.report
    // Met again only when a full disk kept it from being put away.
    if (!next || delivered.has(next.id)) break
    if (composed) checkIns++
    delivered.add(next.id)
    const { sent, outcome } = await deliver(next, { ...all, credential: all.credential.credential })
    if (outcome.kind === 'later') return keep(all, outcome)
    if (outcome.kind === 'not-enrolled') return stop(all, outcome.sentence)
    if (outcome.kind === 'key-shared') return sharedKey(all, outcome.sentence)
    isRefused = outcome.kind === 'refused'
    if (outcome.kind === 'acknowledged') {
      policy = await acknowledge(all, sent, outcome)
      renewalDue = outcome.answer.renewCredential === true
    } else {
      refusal = outcome.sentence
      await refuse(all, sent, refusal)
    }
    if (composed?.stored === false) break
  }
  if (refusal !== undefined) return { kind: 'refused', sentence: refusal }
  return policy ? { kind: 'acknowledged', reports: delivered.size, policy, ...(renewalDue && { renewalDue }) } : { kind: 'no-inventory' }
}

/** A further check-in is due only when something is still to be told. */
function isUpToDate({ state, outbox }: ContactDependencies): boolean {
  const inventory = state.read('inventory')
  const acknowledged = state.read('acknowledged')
  if (!inventory) return true
  if (!acknowledged) return false
  const isCurrent = acknowledged.manifestHash === inventory.manifestHash && !acknowledged.need.includes(NEED_MANIFEST)
  return isCurrent && lackingFacts(inventory, acknowledged).length === 0 && outbox.samples.read().length === 0
}

async function acknowledge(
  all: ContactDependencies,
  sent: Report,
  { answer }: Extract<Outcome, { kind: 'acknowledged' }>,
): Promise<Policy> {
  const { state, outbox, now } = all
  const at = new Date(now()).toISOString()
  const { nextContactSeconds, sampleMinutes, targets, switchedOff } = answer
  const policy = { nextContactSeconds, ...(sampleMinutes !== undefined && { sampleMinutes }), targets, switchedOff }
  await remember(all, async () => {
    const [before, inventory] = [state.read('acknowledged'), state.read('inventory')]
    // A check-in without facts tells nothing of them, and what was acknowledged before still is.
    if (sent.manifest || before?.manifestHash === sent.manifestHash)
      await state.write('acknowledged', acknowledgedAfter({ report: sent, answer, before, inventory, at }))
    await state.write('policy', policy)
    await state.write('status', { lastContactAt: at, failures: 0, lastReportId: sent.id })
  })
  outbox.acknowledge(sent.id)
  return policy
}

async function refuse(all: ContactDependencies, sent: Report, sentence: string): Promise<void> {
  all.log.error('the collector refused a report for good; it was set aside', { id: sent.id, sentence })
  await remember(all, () => note(all, sentence, { lastReportId: sent.id }))
  await remember(all, () => all.outbox.refuse(sent.id, sentence, { keepingSamples: sent.manifest !== undefined }))
}

async function keep(all: ContactDependencies, { sentence, retryAfterMs }: Extract<Outcome, { kind: 'later' }>): Promise<ContactResult> {
  const failures = (all.state.read('status')?.failures ?? 0) + 1
  const wait = retryAfterMs === undefined ? {} : { notBefore: new Date(all.now() + retryAfterMs).toISOString() }
  await remember(all, () => note(all, sentence, { failures, ...wait }))
  return { kind: 'kept', sentence, ...wait }
}

async function stop(all: ContactDependencies, sentence: string): Promise<ContactResult> {
  all.log.error('the collector no longer knows this PC; sending rests until it is enrolled again', { sentence })
  await remember(all, () => note(all, sentence, { refusedEnrolment: all.credential.enrolledAt }))
  return { kind: 'not-enrolled', sentence }
}

async function sharedKey(all: ContactDependencies, sentence: string): Promise<KeyShared> {
  all.log.warn('another PC uses the same key; asking for one of this PC alone', { sentence })
  await remember(all, () => note(all, sentence, {}))
  return { kind: 'key-shared', sentence }
}

function note({ state, now }: ContactDependencies, sentence: string, more: Partial<Status>): Promise<void> {
  const { notBefore: _past, ...before } = state.read('status') ?? { failures: 0 }
  return state.write('status', { ...before, lastError: { at: new Date(now()).toISOString(), sentence }, ...more })
}

/** The agent's own notes: a full disk costs a larger next report, never the contact. */
async function remember({ log }: ContactDependencies, write: () => Promise<void>): Promise<void> {
  try {
    await write()
  } catch (error) {
    if (!isNoRoom(error)) throw error
    log.error('no room on the disk for the notes on this contact', { code: (error as NodeJS.ErrnoException).code })
  }
}
