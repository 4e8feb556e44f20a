/** What the corpus of facts measured to when measures changed last, and the digest by which a ledger knows it. */
import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { canonical } from '#shared/canonical.ts'

export const MEASURED = new URL('measured.json', import.meta.url)

export function goldenMeasures(): Record<string, Record<string, unknown>> {
  return JSON.parse(readFileSync(MEASURED, 'utf8')) as Record<string, Record<string, unknown>>
}

export function digestOf(measured: object): string {
  return hash('sha256', canonical(measured), 'hex').slice(0, 16)
}
