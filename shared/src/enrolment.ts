/** How a PC joins: an enrolment token of its unit, the evidence of which PC it is, and its own key. */
import Type, { type Static } from 'typebox'
import { identifier } from './identifier.ts'
import { PROTOCOL } from './report.ts'

const mac = Type.String({ pattern: '^([0-9a-f]{2}:){5}[0-9a-f]{2}$' })

/** What tells one PC from another; each piece is scored, none is a key (DESIGN law 4). */
export const EvidenceSchema = Type.Object(
  {
    smbiosUuid: identifier(),
    systemSerial: identifier(),
    boardSerial: identifier(),
    chassisSerial: identifier(),
    machineId: identifier(),
    macs: Type.Array(mac, { maxItems: 64 }),
    diskSerials: Type.Array(identifier(), { maxItems: 64 }),
  },
  { additionalProperties: false },
)

export type Evidence = Static<typeof EvidenceSchema>

export const EnrolmentSchema = Type.Object(
  {
    protocol: Type.Literal(PROTOCOL),
    token: Type.String({ minLength: 10, maxLength: 200 }),
    hostName: Type.String({ minLength: 1, maxLength: 255 }),
    agentVersion: Type.String({ pattern: '^[0-9A-Za-z.+-]{1,40}$' }),
    /** Raw Ed25519 public key, base64url without padding; verifies offline bundles later. */
    publicKey: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }),
    evidence: EvidenceSchema,
  },
  { additionalProperties: false },
)

export type Enrolment = Static<typeof EnrolmentSchema>

export const EnrolledSchema = Type.Object({
  pcId: Type.Integer(),
  /** Shown once, kept by the agent readable by its owner only; the collector stores its hash. */
  credential: Type.String(),
  nextContactSeconds: Type.Integer({ minimum: 1 }),
})

export type Enrolled = Static<typeof EnrolledSchema>
