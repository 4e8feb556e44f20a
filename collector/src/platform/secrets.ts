/** Random secrets that are shown once and kept as SHA-256: they have 256 bits of chance, so a slow hash would add nothing. */
import { hash, randomBytes } from 'node:crypto'

const SECRET_BYTES = 32

/** `prefix` tells people and secret scanners what kind of secret they found. */
export function newSecret(prefix: 'som_agent' | 'som_enrol' | 'som_api' | 'som_first'): string {
  return `${prefix}_${randomBytes(SECRET_BYTES).toString('base64url')}`
}

export function hashSecret(secret: string): string {
  return hash('sha256', secret, 'hex')
}
