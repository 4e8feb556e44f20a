/** How a PC joins: an enrolment token of its unit, the evidence of which PC it is, and its own key; and how it renews its credential. */
import Type, { type Static } from 'typebox'
import { EvidenceSchema } from './evidence.ts'
import { PROTOCOL } from './report.ts'
import { PLAIN_PATTERN } from './text/plain.ts'

const ofThisPc = {
  protocol: Type.Literal(PROTOCOL),
  hostName: Type.String({ minLength: 1, maxLength: 255 }),
  agentVersion: Type.String({ pattern: '^[0-9A-Za-z.+-]{1,40}$' }),
  /** Raw Ed25519 public key, base64url without padding; verifies offline bundles later. */
  publicKey: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }),
  evidence: EvidenceSchema,
}

/** As the tree of units has them. */
export const UNIT_CODE = { minLength: 1, maxLength: 60, pattern: PLAIN_PATTERN }

export const EnrolmentSchema = Type.Object(
  {
    ...ofThisPc,
    token: Type.String({ minLength: 10, maxLength: 200 }),
    /** Of a unit below that of the token, so that one installation serves a whole agency; one that is none there leaves the PC in the token's own. */
    unitCode: Type.Optional(Type.String(UNIT_CODE)),
  },
  { additionalProperties: false },
)

export type Enrolment = Static<typeof EnrolmentSchema>

/** A new credential for an old one, which travels in the header as with a report: because it has grown old, or a copied disk made two PCs share it. */
export const RenewalSchema = Type.Object(ofThisPc, { additionalProperties: false })

export type Renewal = Static<typeof RenewalSchema>

export const EnrolledSchema = Type.Object({
  pcId: Type.Integer(),
  /** Shown once, kept by the agent readable by its owner only; the collector stores its hash. */
  credential: Type.String(),
  nextContactSeconds: Type.Integer({ minimum: 1 }),
})

export type Enrolled = Static<typeof EnrolledSchema>
