/** Serials and UUIDs as found: a real one, a placeholder some maker left in place, or unknown. Placeholders identify nothing. */
import Type, { type Static } from 'typebox'
import { UnknownSchema } from './unknown-schema.ts'

export const PlaceholderSchema = Type.Object({ placeholder: Type.String({ maxLength: 200 }) }, { additionalProperties: false })

/** A serial number or the like: text, `{"placeholder": "To be filled by O.E.M."}` or `{"unknown": reason}`. */
export function identifier(options: Record<string, unknown> = {}) {
  return Type.Union([Type.String({ minLength: 1, maxLength: 200 }), PlaceholderSchema, UnknownSchema], options)
}

const IdentifierSchema = identifier()

export type Identifier = Static<typeof IdentifierSchema>

/** When the list below was last extended from real inventories. */
export const PLACEHOLDERS_AS_OF = '2026-11-23'

// Lower case, inner spaces single. Collected from public hardware inventories and from the domain notes.
const PLACEHOLDERS = new Set([
  '',
  'n/a',
  'na',
  'none',
  'null',
  'invalid',
  'unknown',
  'empty',
  'default',
  'default string',
  'default_string',
  '$(default_string)',
  'oem default string000',
  'oem',
  'o.e.m',
  'o.e.m.',
  'to be filled by o.e.m.',
  'to be filled by o.e.m',
  'to be filled by oem',
  'system serial number',
  'system product name',
  'system manufacturer',
  'system version',
  'system name',
  'serial number',
  'base board serial number',
  'chassis serial number',
  'board serial number',
  'not specified',
  'not applicable',
  'not available',
  'not provided',
  'unspecified',
  'undefined',
  'xxxxxxx',
  'sys-1234567890',
  '0123456789',
  '123456789',
  '1234567890',
  '12345678',
  '0123456789abcdef',
  'mb-1234567890',
  'serial',
  'asset-1234567890',
  'no asset tag',
  'no asset information',
  'asset tag',
  'type1productconfigid',
  'type2 - board serial number',
  'type2 - board vendor name1',
  'type2 - board product name1',
  'type2 - board product name',
  'base board product name',
  'product name',
  'lenovo product',
  'please change product name',
  'system_manufacturer',
  'stem manufacturer',
  'to be filled by o.e.m. by more string',
  '12345',
  'chassis manufacture',
  '.',
  '..',
  '-',
  '--',
  'x',
  'standard',
  'filled by o.e.m.',
])

const PLACEHOLDER_UUIDS = new Set([
  '03000200-0400-0500-0006-000700080009',
  '12345678-1234-5678-90ab-cddeefaabbcc',
  'fefefefe-fefe-fefe-fefe-fefefefefefe',
])

/** Whether a maker left this text in place of a real value: known words, one character repeated, or a well-known UUID. */
export function isPlaceholder(text: string): boolean {
  const plain = text.trim().toLowerCase().replace(/\s+/g, ' ')
  if (PLACEHOLDERS.has(plain) || PLACEHOLDER_UUIDS.has(plain)) return true
  const characters = plain.replace(/[^\p{L}\p{N}]/gu, '')
  return characters.length === 0 || /^(.)\1*$/.test(characters)
}

/** What was read, told apart: a placeholder is kept as found, an empty text is a placeholder too. */
export function toIdentifier(text: string): Identifier {
  const trimmed = text.trim().slice(0, 200)
  return isPlaceholder(trimmed) ? { placeholder: trimmed } : trimmed
}

/** The text when it identifies something, else undefined. */
export function realIdentifier(value: Identifier | undefined): string | undefined {
  return typeof value === 'string' && !isPlaceholder(value) ? value : undefined
}
