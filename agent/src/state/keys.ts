/** The agent's own Ed25519 key: a piece of the PC's identity, made on the PC and kept through every enrolment. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import type { Credential } from './schemas.ts'
import type { StateFolder } from './state-folder.ts'

export type Keys = Pick<Credential, 'privateKey' | 'publicKey'>

/** The key at hand, of the enrolment or of a bundle made before it; a new one otherwise, which the caller has to keep. */
export function keysOf(state: StateFolder): Keys {
  return state.read('credential') ?? state.read('key') ?? newKeys()
}

export function newKeys(): Keys {
  const { privateKey } = generateKeyPairSync('ed25519')
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' })
  return { privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string, publicKey: x ?? '' }
}

/** base64url without padding. */
export function signWith({ privateKey }: Keys, text: string): string {
  return sign(null, Buffer.from(text), createPrivateKey(privateKey)).toString('base64url')
}
