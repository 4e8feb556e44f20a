/** Packages of a few bytes, signed as releases are, with a key of the test's own. */
import { createHash, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { type PackageKind, type ReleaseManifest, releaseText, type SignedRelease } from '#shared/release.ts'

export type Signer = { readonly updateKey: string; readonly privateKey: KeyObject }

export function newSigner(): Signer {
  const { privateKey } = generateKeyPairSync('ed25519')
  return { updateKey: createPublicKey(privateKey).export({ format: 'jwk' }).x ?? '', privateKey }
}

export const contentOf = (version: string) => Buffer.from(`the package of ${version} `.repeat(400))

export function releaseOf({ privateKey }: Signer, kind: PackageKind, version: string, content = contentOf(version)): SignedRelease {
  const manifest: ReleaseManifest = {
    format: 'somay-release-1',
    version,
    kind,
    fileName: `somay-agent_${version}`,
    sizeBytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  }
  return { manifest, signature: sign(null, Buffer.from(releaseText(manifest)), privateKey).toString('base64url') }
}
