/** The offline bundle: one whole report in a signed file, carried by a person from a PC that cannot reach the collector. */
import Type, { type Static } from 'typebox'
import { INSTANT_PATTERN } from './facts/spec.ts'

export const BUNDLE_FORMAT = 'somay-bundle-1'

export const BundleSchema = Type.Object(
  {
    format: Type.Literal(BUNDLE_FORMAT),
    /** By the agent's clock. */
    madeAt: Type.String({ pattern: INSTANT_PATTERN }),
    hostName: Type.String({ minLength: 1, maxLength: 255 }),
    /** Raw Ed25519 public key of the agent, base64url without padding: by it the ledger knows whose bundle it is. */
    publicKey: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }),
    /** The report as JSON text: the very text that is signed, because another way of writing it would be another text. */
    report: Type.String(),
    /** Ed25519 over `signedText`, base64url without padding. */
    signature: Type.String({ pattern: '^[A-Za-z0-9_-]{86}$' }),
  },
  { additionalProperties: false },
)

export type Bundle = Static<typeof BundleSchema>

/** Everything but the signature; a line break separates, and none of the parts before the report can hold one. */
export function signedText({ format, madeAt, hostName, publicKey, report }: Omit<Bundle, 'signature'>): string {
  return [format, madeAt, JSON.stringify(hostName), publicKey, report].join('\n')
}
