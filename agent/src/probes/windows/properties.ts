/** Takes single properties out of a row as Windows gave them: numbers as numbers or text, dates in three forms, and what is missing as missing. */
import { type Identifier, toIdentifier } from '@somay/shared/identifier.ts'
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Reading } from '../../platform/reading.ts'
import { because } from '../because.ts'
import type { Row } from './inventory.ts'

/** Text without the blanks WMI pads it with; undefined when there is none. */
export function textOf(row: Row, name: string, maxLength = 200): string | undefined {
  const value = row[name]
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const trimmed = String(value)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: firmware pads texts with NUL
    .replace(/[\u0000-\u001f]+/g, ' ')
    .trim()
    .slice(0, maxLength)
  return trimmed === '' ? undefined : trimmed
}

/** A whole number from 0 up; 64-bit ones come as text from some versions. */
export function numberOf(row: Row, name: string): number | undefined {
  const value = row[name]
  const number = typeof value === 'string' && /^\d+$/.test(value.trim()) ? Number(value) : value
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined
}

export function yesNoOf(row: Row, name: string): boolean | undefined {
  const value = row[name]
  if (typeof value === 'boolean') return value
  return typeof value === 'string' ? { true: true, false: false }[value.trim().toLowerCase()] : undefined
}

/** Asks one property of a row that may itself be unread; what the row does not tell is not-supported, never a default. */
export function ask<T>(reading: Reading<Row>, name: string, take: (row: Row, name: string) => T | undefined): T | Unknown {
  if (reading.kind !== 'read') return because(reading)
  return take(reading.value, name) ?? notTold(reading.value, name)
}

/** Empty means that Windows has nothing to tell; a value that is there and makes no sense is a failure. */
export function notTold(row: Row, name: string): Unknown {
  const value = row[name]
  if (value === undefined || value === null || value === '') return unknown('not-supported', `${name}: Windows does not tell`)
  return unknown('failed', `${name}: not understood`)
}

/** An empty text is what a maker left in place of a serial; a missing one was never read. */
export function identifierOf(reading: Reading<Row>, name: string): Identifier | Unknown {
  if (reading.kind !== 'read') return because(reading)
  const value = reading.value[name]
  if (typeof value !== 'string' && typeof value !== 'number') return notTold(reading.value, name)
  return toIdentifier(textOf(reading.value, name) ?? '')
}
