/** A validated report on its way into the store, as plain data that can cross to the writer's thread, and what became of it. */
import type { EvidencePiece } from '../identity.ts'
import type { Promoted } from '../pc-columns.ts'

/** A fact's body: `size` bytes of the report's pack, stored once by its hash in the given encoding. */
export type PackedBody = { readonly fact: string; readonly hash: string; readonly encoding: number; readonly size: number }

/**
 * What is kept of each day. `powered`: something of that day proves that the PC was on. `lan`: it was on a network that led neither to the
 * internet nor, as far as it told, anywhere else. `sampled` and `use_told` are days on which it could
 * tell how far it reached, and whether anybody was logged on: on the others `internet` and `used` are not known, whatever their bit.
 */
export const PRESENCE_BITS = ['reached', 'internet', 'lan', 'sampled', 'powered', 'used', 'use_told'] as const
export type PresenceBit = (typeof PRESENCE_BITS)[number]

/** Days of one month as bits, bit 0 the first day. */
export type PresenceBits = { readonly month: number } & Readonly<Record<PresenceBit, number>>

export type IncomingReport = {
  readonly pcId: number
  readonly id: string
  readonly receivedAt: number
  /** When the inventory was taken, by the collector's clock; never later than the receipt. */
  readonly takenAt: number
  /** The same and the sending, as the agent's clock told them. */
  readonly agentTakenAt: number
  readonly sentAt: number
  readonly agentVersion: string
  readonly manifestHash: string
  /** Pairs of fact and hash; absent on an unchanged check-in. */
  readonly manifest: readonly (readonly [string, string])[] | undefined
  readonly bodies: readonly PackedBody[]
  /** The bodies' bytes one after the other, in the order of `bodies`. */
  readonly pack: Uint8Array
  /** What the bodies say about which PC this is. */
  readonly pieces: readonly EvidencePiece[]
  /** What the bodies say about the columns of the PC's row. */
  readonly promoted: Promoted
  /** The first entry is the month of the receipt. */
  readonly presence: readonly PresenceBits[]
  /** Of the latest sample, corrected for the agent's clock; null is unknown. */
  readonly state: { readonly value: string | null; readonly at: number } | undefined
}

/**
 * `repeated` changed nothing; `need` names facts, or `manifest`, that the store lacks; a `stranger`'s report comes from another PC
 * than its credential and was not stored.
 */
export type Outcome = { readonly repeated: boolean; readonly need: readonly string[]; readonly stranger?: true }
