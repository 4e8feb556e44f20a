/** Whether a text was signed by the holder of an Ed25519 key. */
import { createPublicKey, verify } from 'node:crypto'

/** `signature` and `publicKey` (raw) are base64url without padding. */
export function isSignedWith(publicKey: string, signature: string, text: string): boolean {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' })
    return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'))
  } catch {
    // 32 bytes that are no point of the curve.
    return false
  }
}
