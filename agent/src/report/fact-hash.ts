/** Hashes facts and manifests over their canonical text, and keeps bodies in that very order, because the collector hashes what it receives. */
import { createHash } from 'node:crypto'
import { canonical } from '@somay/shared/canonical.ts'

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

export function hashOf(value: unknown): string {
  return sha256(canonical(value))
}

/** The same value with its keys in canonical order. */
export function inCanonicalOrder<T>(value: T): T {
  return JSON.parse(canonical(value)) as T
}
