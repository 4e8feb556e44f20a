/** Takes single properties out of a row as system_profiler wrote them; what is missing stays missing. */
import { type Identifier, toIdentifier } from '@somay/shared/identifier.ts'
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Reading } from '../../platform/reading.ts'
import { because } from '../because.ts'
import type { Row } from './profile.ts'

/** Sizes of memory are written in powers of two, whatever the language: "16 GB". */
const MEMORY_SIZE = /^(\d{1,6})\s(MB|GB|TB)$/
const MEMORY_UNITS: Readonly<Record<string, number>> = { MB: 2 ** 20, GB: 2 ** 30, TB: 2 ** 40 }

/** Text without the blanks disks pad it with; undefined when there is none. */
export function wordsOf(row: Row, key: string, maxLength = 200): string | undefined {
  const value = row[key]
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const trimmed = String(value).trim().slice(0, maxLength).trim()
  return trimmed === '' ? undefined : trimmed
}

/** A whole number from 0 up, from keys that hold numbers. */
export function numberOf(row: Row, key: string): number | undefined {
  const value = row[key]
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined
}

/** "yes", "Yes", "TRUE" and "spdisplays_yes" are one word of different data types. */
export function yesNoOf(row: Row, key: string): boolean | undefined {
  const word = wordsOf(row, key)?.toLowerCase().replace(/^.*_/, '')
  if (word === 'yes' || word === 'true') return true
  return word === 'no' || word === 'false' ? false : undefined
}

export function memorySizeOf(row: Row, key: string): number | undefined {
  const [, count, unit] = MEMORY_SIZE.exec(wordsOf(row, key) ?? '') ?? []
  const unitBytes = MEMORY_UNITS[unit ?? '']
  return count === undefined || unitBytes === undefined ? undefined : Number(count) * unitBytes
}

/** Asks one property of a row that may itself be unread; what the row does not tell is not-supported, never a default. */
export function ask<T>(reading: Reading<Row>, key: string, take: (row: Row, key: string) => T | undefined): T | Unknown {
  if (reading.kind !== 'read') return because(reading)
  return take(reading.value, key) ?? notTold(reading.value, key)
}

/** Empty means that macOS has nothing to tell; a value that is there and makes no sense is a failure. */
export function notTold(row: Row, key: string): Unknown {
  const value = row[key]
  if (value === undefined || value === null || value === '') return unknown('not-supported', `${key}: macOS does not tell`)
  return unknown('failed', `${key}: not understood`)
}

/** An empty text is what a maker left in place of a serial; a missing one was never read. */
export function identifierOf(reading: Reading<Row>, key: string): Identifier | Unknown {
  if (reading.kind !== 'read') return because(reading)
  const value = reading.value[key]
  if (typeof value !== 'string' && typeof value !== 'number') return notTold(reading.value, key)
  return toIdentifier(wordsOf(reading.value, key) ?? '')
}
