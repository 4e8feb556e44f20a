/** The agent's own Ed25519 key: a piece of the PC's identity, made on the PC and kept through every enrolment. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import type { Credential } from './schemas.ts'
import type { StateFolder } from './state-folder.ts'

export type Keys = Pick<Credential, 'privateKey' | 'publicKey'>

/** The key at hand, of the enrolment or of what went before it. A new one is kept before it is given out: what it signs or asks for may arrive though the answer is lost. */
export async function keysOf(state: StateFolder): Promise<Keys> {
  return state.read('credential') ?? state.read('key') ?? keptKeys(state)
}

/** Another key than the one held, the same each time until it is held itself. */
export async function nextKeys(state: StateFolder, held: Keys): Promise<Keys> {
  const begun = state.read('key')
  return begun && begun.publicKey !== held.publicKey ? begun : keptKeys(state)
}

async function keptKeys(state: StateFolder): Promise<Keys> {
  const keys = newKeys()
  await state.write('key', keys)
  return keys
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
