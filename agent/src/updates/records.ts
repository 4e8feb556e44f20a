/** What agent and runner write down for each other and for themselves; whatever does not have its form is taken as not there. */
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs'
import { PackageHashSchema, SignedReleaseSchema, UpdateOfferSchema, UpdateOutcomeSchema } from '@somay/shared/release.ts'
import Type, { type Static, type TSchema } from 'typebox'
import { Check } from 'typebox/value'

/** The request to the runner. The fallback's package may be missing when the runner kept it. */
export const ReadySchema = Type.Object({ release: SignedReleaseSchema, fallback: SignedReleaseSchema }, { additionalProperties: false })

/** `at` only tells one proof from another: the PC's clock may be set in between. */
export const ProofSchema = Type.Object({ version: Type.String({ maxLength: 40 }), at: Type.String({ maxLength: 40 }) })
export type Proof = Static<typeof ProofSchema>

/** Where the agent last connected to, the proxy or the collector, without path and password. */
export const WaySchema = Type.Object({ point: Type.String({ maxLength: 300, pattern: '^https?://[^/@]+$' }) })
export type WayTaken = Static<typeof WaySchema>

/** What the runner has to say: how the last update ended, and of which package it kept a copy to go back to. */
export const StandingSchema = Type.Object({
  outcome: Type.Optional(UpdateOutcomeSchema),
  kept: Type.Optional(PackageHashSchema),
})
export type Standing = Static<typeof StandingSchema>

/** What the agent remembers of updates. */
export const MemorySchema = Type.Object({
  askedAt: Type.Optional(Type.Integer()),
  offer: Type.Optional(UpdateOfferSchema),
  /** Fetching does not begin before: PCs of one stage do not all fetch at once. */
  notBefore: Type.Optional(Type.Integer()),
  handedOverAt: Type.Optional(Type.Integer()),
  handOvers: Type.Optional(Type.Integer()),
  badFetches: Type.Optional(Type.Integer()),
  /** What the agent itself refused, until it is told. */
  refused: Type.Optional(UpdateOutcomeSchema),
  /** `sha256 at` of the outcome that the collector acknowledged. */
  told: Type.Optional(Type.String()),
  /** Releases that ended, however: none is tried twice. */
  ended: Type.Array(PackageHashSchema),
})
export type Memory = Static<typeof MemorySchema>

/** Of the agent's credential all that the runner looks at. */
export const CredentialPlaceSchema = Type.Object({ collectorUrl: Type.String({ maxLength: 500 }) })

const MOST_BYTES = 64 * 1024

/** Follows no link and waits for no pipe: the runner reads as root what the agent's user wrote. */
export function readRecord<S extends TSchema>(path: string, schema: S): Static<S> | undefined {
  let file: number | undefined
  try {
    // Windows has neither flag.
    file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
    const about = fstatSync(file)
    if (!about.isFile() || about.size > MOST_BYTES) return undefined
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return Check(schema, value) ? (value as Static<S>) : undefined
  } catch {
    return undefined
  } finally {
    if (file !== undefined) closeSync(file)
  }
}
