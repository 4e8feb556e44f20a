/** What a value of a fact turns out to be: known, unknown, left blank by the maker, a list; and scalars as people read them. */
import { choiceText, vocabularyOf } from './choices.ts'
import { formatDateTime } from './dates.ts'
import { YES_NO } from './filters.ts'
import { formatBytes, formatNumber } from './numbers.ts'
import { isRecord, type Property, propertiesOf, type Schema, valueSchema } from './read-schema.ts'
import { unitText } from './units.ts'
import type { Language } from './words.ts'

/** In whose words and on whose clock a value is shown. */
export type Manner = { readonly language: Language; readonly timeZone: string }

export type Reading =
  | { readonly kind: 'unknown'; readonly reason: string; readonly detail: string | undefined }
  | { readonly kind: 'placeholder'; readonly text: string }
  | { readonly kind: 'rows'; readonly items: readonly Record<string, unknown>[] }
  | { readonly kind: 'list'; readonly items: readonly unknown[] }
  | { readonly kind: 'group'; readonly value: Record<string, unknown> }
  | { readonly kind: 'text'; readonly text: string }

export type Layout = { readonly pairs: readonly Property[]; readonly tables: readonly Property[] }

export function read(value: unknown, schema: Schema | undefined, manner: Manner): Reading {
  if (Array.isArray(value)) {
    const items: unknown[] = value
    return items.length > 0 && items.every(isRecord) ? { kind: 'rows', items } : { kind: 'list', items }
  }
  if (!isRecord(value)) return { kind: 'text', text: scalarText(value, schema, manner) }
  if (typeof value.unknown === 'string') {
    return { kind: 'unknown', reason: value.unknown, detail: typeof value.detail === 'string' ? value.detail : undefined }
  }
  if (typeof value.placeholder === 'string') return { kind: 'placeholder', text: value.placeholder }
  return { kind: 'group', value }
}

export function scalarText(value: unknown, schema: Schema | undefined, { language, timeZone }: Manner): string {
  const plain = valueSchema(schema)
  if (typeof value === 'boolean') return YES_NO[value ? 'yes' : 'no'][language]
  if (typeof value === 'number') return numberText(value, plain?.['x-unit'], language)
  if (typeof value !== 'string') return JSON.stringify(value) ?? ''
  if (plain?.enum) return choiceText(vocabularyOf(plain.enum), value, language)
  return plain?.pattern === undefined ? value : dateText(value, timeZone)
}

/** A whole item on one line, for the history and for groups inside groups. */
export function groupText(value: Record<string, unknown>, schema: Schema | undefined, manner: Manner): string {
  return propertiesOf(value, schema, manner.language)
    .flatMap(({ key, title, schema: one }) => {
      const reading = read(value[key], one, manner)
      return reading.kind === 'text' ? [`${title} ${reading.text}`] : []
    })
    .join(' · ')
}

/** What of a fact is said in a line each, and what needs a table of its own. */
export function layoutOf(value: Record<string, unknown>, schema: Schema | undefined, manner: Manner): Layout {
  const properties = propertiesOf(value, schema, manner.language)
  const isTable = ({ key, schema: one }: Property) => read(value[key], one, manner).kind === 'rows'
  return { pairs: properties.filter((property) => !isTable(property)), tables: properties.filter(isTable) }
}

/** A code is never grouped: "19.045" would be read as another build. */
function numberText(value: number, unit: string | undefined, language: Language): string {
  if (unit === 'byte') return formatBytes(value, language)
  if (unit === 'bit/s') return bitRateText(value, language)
  if (unit === undefined || unit === 'code') return String(value)
  if (unit === 'count') return formatNumber(value, language)
  return `${formatNumber(value, language)} ${unitText(unit, language)}`
}

const BIT_UNITS = ['bit/s', 'kbit/s', 'Mbit/s', 'Gbit/s', 'Tbit/s'] as const

function bitRateText(bitS: number, language: Language): string {
  const step = Math.min(Math.floor(Math.log10(Math.max(bitS, 1)) / 3), BIT_UNITS.length - 1)
  const value = bitS / 1000 ** step
  return `${formatNumber(value, language, Number.isInteger(value) ? 0 : 1)} ${BIT_UNITS[step]}`
}

function dateText(text: string, timeZone: string): string {
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text)) return formatDateTime(Date.parse(text), timeZone)
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return day ? `${day[3]}/${day[2]}/${day[1]}` : text
}

export type Body =
  | { readonly known: unknown; readonly source: string | undefined }
  | { readonly unknown: string; readonly detail: string | undefined; readonly source: string | undefined }

/** A fact's body as it travelled; what has neither shape is shown as it is, and never as an empty value. */
export function readBody(body: unknown): Body {
  if (!isRecord(body)) return { known: body, source: undefined }
  const source = typeof body.source === 'string' ? body.source : undefined
  if (typeof body.unknown === 'string') {
    return { unknown: body.unknown, detail: typeof body.detail === 'string' ? body.detail : undefined, source }
  }
  return { known: Object.hasOwn(body, 'known') ? body.known : body, source }
}

/** Every reason met inside a value, each once. */
export function reasonsIn(value: unknown): string[] {
  const found = new Set<string>()
  const visit = (one: unknown) => {
    if (Array.isArray(one)) one.forEach(visit)
    else if (isRecord(one)) {
      if (typeof one.unknown === 'string') found.add(one.unknown)
      else Object.values(one).forEach(visit)
    }
  }
  visit(value)
  return [...found]
}
