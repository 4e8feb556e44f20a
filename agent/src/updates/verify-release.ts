/** Whether a release was signed by the key this agent was installed with. */
import { createPublicKey, verify } from 'node:crypto'
import { releaseText, type SignedRelease } from '@somay/shared/release.ts'

export function isSignedBy({ manifest, signature }: SignedRelease, updateKey: string): boolean {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: updateKey }, format: 'jwk' })
    return verify(null, Buffer.from(releaseText(manifest)), key, Buffer.from(signature, 'base64url'))
  } catch {
    // 32 bytes that are no point of the curve.
    return false
  }
}
