/** Turns "why it could not be read" of the platform into the closed list of reasons; never into a value. */
import { isUnknown, type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Reading, Unread } from '../platform/reading.ts'
import type { CommandResult } from '../platform/run-command.ts'

const REASONS = {
  absent: 'not-supported',
  denied: 'access-denied',
  failed: 'failed',
  'timed-out': 'timed-out',
  'not-found': 'not-supported',
} as const

export function because(unread: Unread | Exclude<CommandResult, { kind: 'ok' }>): Unknown {
  return unknown(REASONS[unread.kind], unread.detail)
}

/** The value made of what was read; an undefined from `parse` means the text made no sense. */
export function valueFrom<T, V>(reading: Reading<T>, parse: (found: T) => V | Unknown | undefined, name: string): V | Unknown {
  if (reading.kind !== 'read') return because(reading)
  const value = parse(reading.value)
  return value === undefined ? unknown('failed', `${name}: not understood`) : value
}

/** A whole number in a sysfs file; anything else is not understood. */
export function wholeNumberIn(text: string): number | undefined {
  const trimmed = text.trim()
  return /^\d+$/.test(trimmed) && Number.isSafeInteger(Number(trimmed)) ? Number(trimmed) : undefined
}

export function textIn(text: string, maxLength: number): string | undefined {
  const trimmed = text.trim().slice(0, maxLength)
  return trimmed === '' ? undefined : trimmed
}

/** One unknown part makes the sum unknown. */
export function sumOf(parts: readonly (number | Unknown)[]): number | Unknown {
  let total = 0
  for (const part of parts) {
    if (isUnknown(part)) return part
    total += part
  }
  return total
}
