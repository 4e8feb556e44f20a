/** Whether an offer may be taken: signed by the key installed here, of this package's kind, newer, and with a way back. Pure but for the signature. */
import { compareVersions, type PackageKind, type SignedRelease, type UpdateReason } from '@somay/shared/release.ts'
import { isSignedBy } from './verify-release.ts'

export type Here = { readonly updateKey: string | undefined; readonly kind: PackageKind; readonly version: string }

/** Why it is refused; undefined when it may be taken. Agent and runner both ask, because the runner believes nothing the agent says. */
export function refusalOf(
  { release, fallback }: { readonly release: SignedRelease; readonly fallback: SignedRelease },
  { updateKey, kind, version }: Here,
): UpdateReason | undefined {
  if (updateKey === undefined) return 'no-key'
  if (!isSignedBy(release, updateKey)) return 'signature-wrong'
  if (release.manifest.kind !== kind) return 'kind-wrong'
  if (compareVersions(release.manifest.version, version) <= 0) return 'not-newer'
  const isWayBack = isSignedBy(fallback, updateKey) && fallback.manifest.kind === kind && fallback.manifest.version === version
  return isWayBack ? undefined : 'fallback-wrong'
}
