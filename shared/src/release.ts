/** A release of the agent: one package, described by a manifest that is signed with a key the collector does not hold; and how agent and collector speak of it. */
import Type, { type Static } from 'typebox'
import { canonical } from './canonical.ts'
import { INSTANT_PATTERN } from './facts/spec.ts'

export const RELEASE_FORMAT = 'somay-release-1'

/** As packages are installed; each PC takes only its own kind. */
export const PACKAGE_KINDS = ['windows-msi-x64', 'linux-deb-amd64', 'linux-rpm-x86_64'] as const
export const PackageKindSchema = Type.Enum(PACKAGE_KINDS)
export type PackageKind = Static<typeof PackageKindSchema>

/** Three numbers: Windows Installer knows no more of a version. */
export const VERSION_PATTERN = '^(0|[1-9][0-9]{0,2})\\.(0|[1-9][0-9]{0,2})\\.(0|[1-9][0-9]{0,4})$'
export const ReleaseVersionSchema = Type.String({ pattern: VERSION_PATTERN })

/** Ten times what a package takes today. */
export const MAX_PACKAGE_BYTES = 400_000_000

export const PackageHashSchema = Type.String({ pattern: '^[0-9a-f]{64}$' })

export const ManifestOfReleaseSchema = Type.Object(
  {
    format: Type.Literal(RELEASE_FORMAT),
    version: ReleaseVersionSchema,
    kind: PackageKindSchema,
    fileName: Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,120}$' }),
    sizeBytes: Type.Integer({ minimum: 1, maximum: MAX_PACKAGE_BYTES }),
    sha256: PackageHashSchema,
  },
  { additionalProperties: false },
)
export type ReleaseManifest = Static<typeof ManifestOfReleaseSchema>

export const SignedReleaseSchema = Type.Object(
  {
    manifest: ManifestOfReleaseSchema,
    /** Ed25519 over `releaseText`, base64url without padding. */
    signature: Type.String({ pattern: '^[A-Za-z0-9_-]{86}$' }),
  },
  { additionalProperties: false },
)
export type SignedRelease = Static<typeof SignedReleaseSchema>

/** Raw Ed25519 public key, base64url without padding, as `update-key make` prints it. */
export const UPDATE_KEY_PATTERN = '^[A-Za-z0-9_-]{43}$'

/** What is signed. */
export function releaseText(manifest: ReleaseManifest): string {
  return canonical(manifest)
}

/** How an update ended; `cannot-tell`: it was cut off, by a power cut for one, and what is installed now could not be read. */
export const UPDATE_ENDS = ['installed', 'failed', 'rolled-back', 'refused', 'cannot-tell'] as const
export type UpdateEnd = (typeof UPDATE_ENDS)[number]

/** Why it did not end as wished. */
export const UPDATE_REASONS = [
  'no-key',
  'signature-wrong',
  'kind-wrong',
  'not-newer',
  'package-wrong',
  'fallback-wrong',
  'installer-failed',
  'no-sign-of-life',
  'collector-not-reached',
  'rollback-failed',
  'cut-off',
] as const
export type UpdateReason = (typeof UPDATE_REASONS)[number]

export const UpdateOutcomeSchema = Type.Object(
  {
    version: ReleaseVersionSchema,
    sha256: PackageHashSchema,
    end: Type.Enum(UPDATE_ENDS),
    reason: Type.Optional(Type.Enum(UPDATE_REASONS)),
    /** What the installer said, for whoever looks into it. */
    detail: Type.Optional(Type.String({ maxLength: 500 })),
    at: Type.String({ pattern: INSTANT_PATTERN }),
  },
  { additionalProperties: false },
)
export type UpdateOutcome = Static<typeof UpdateOutcomeSchema>

/** `POST /api/v1/agent-updates/ask`: only agents that were installed with an update key ask. */
export const UpdateAskSchema = Type.Object(
  {
    kind: PackageKindSchema,
    version: ReleaseVersionSchema,
    /** Of the last update, until it was acknowledged. */
    outcome: Type.Optional(UpdateOutcomeSchema),
  },
  { additionalProperties: false },
)
export type UpdateAsk = Static<typeof UpdateAskSchema>

export const UpdateOfferSchema = Type.Object({
  release: SignedReleaseSchema,
  /** The version the PC runs now: what it goes back to when the new one does not come up. */
  fallback: SignedReleaseSchema,
})
export type UpdateOffer = Static<typeof UpdateOfferSchema>

export const UpdateAnswerSchema = Type.Object({ offer: Type.Optional(UpdateOfferSchema) })
export type UpdateAnswer = Static<typeof UpdateAnswerSchema>

/** Below zero when the first is older; both must have the form of `VERSION_PATTERN`. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => version.split('.').map(Number))
  for (let place = 0; place < 3; place++) {
    const difference = (a?.[place] ?? 0) - (b?.[place] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
