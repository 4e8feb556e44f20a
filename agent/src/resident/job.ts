/** What the resident process hands to a child, and what comes back. */

import type { Language, Words } from '@somay/shared/text/words.ts'
import type { Settings } from '../config/settings.ts'
import type { LoggedSample } from '../outbox/sample-log.ts'
import type { Reach } from '../probes/probe.ts'
import type { ContactResult } from '../send/contact.ts'
import type { TurnResult } from '../updates/turn.ts'

/** Said to a child in the middle of its job: stop, and take along what you started. */
export const END = 'end'

export type Job =
  | { readonly name: 'settings'; readonly flags: Readonly<Record<string, string | undefined>>; readonly language: Language }
  | { readonly name: 'inventory'; readonly settings: Settings }
  | { readonly name: 'sample'; readonly settings: Settings; readonly orders: SampleOrders }
  /** `withSample`: takes one first, so that the contact carries it. */
  | { readonly name: 'contact'; readonly settings: Settings; readonly withSample: boolean }
  /** A turn at updates of the agent; only where it was installed with an update key. */
  | { readonly name: 'update'; readonly settings: Settings }

/** Where samples may look and how often, as a child found it in the state folder and in the system's settings. */
export type SampleOrders = Pick<Reach, 'collectorUrls' | 'targets' | 'network'> & {
  readonly sampleMinutes: number
  /** Whether to look if anybody is logged on. */
  readonly withSession: boolean
}

/** A sample, and whether it is on the disk; a full one leaves it to the resident process's memory. */
export type TakenSample = { readonly sample: LoggedSample; readonly isKept: boolean }

/** `retry`: not enrolled yet, but the settings hold a token and it is worth trying again. */
export type ContactOutcome = { readonly result: ContactResult; readonly retry: boolean }

export type JobResult =
  | { readonly kind: 'settings'; readonly settings: Settings; readonly orders: SampleOrders }
  | { readonly kind: 'refused'; readonly says: Words }
  | { readonly kind: 'inventory'; readonly orders: SampleOrders }
  | { readonly kind: 'sample'; readonly taken: TakenSample }
  | { readonly kind: 'contact'; readonly orders: SampleOrders; readonly outcome: ContactOutcome; readonly taken?: TakenSample }
  | { readonly kind: 'update'; readonly turn: TurnResult }
  | { readonly kind: 'failed'; readonly message: string }
