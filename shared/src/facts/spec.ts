/** What a fact's specification holds: words for people, the schema of its value with units, who may read it and an example. */
import Type, { type Static, type TSchema } from 'typebox'
import type { Words } from '../text/words.ts'
import { UnknownReasonSchema } from '../unknown-schema.ts'

export const PLATFORMS = ['windows', 'linux', 'macos'] as const
export type Platform = (typeof PLATFORMS)[number]

export type FactSpec<S extends TSchema = TSchema> = {
  /** Kebab-case noun of the thing, never of the mechanism; the stem of the probe's file too. */
  readonly name: string
  readonly title: Words
  /** One sentence for a person who has never heard of it. */
  readonly sentence: Words
  readonly value: S
  readonly platforms: readonly Platform[]
  /** `partly`: the fact can be read without administrator rights, some of its properties not. */
  readonly needsAdministrator: boolean | 'partly'
  /** True when the value can tell something about a person; such facts are off until an administrator turns them on. */
  readonly personal: boolean
  /** `latest`: changes by itself every day, so only its latest body is kept and its changes are no history; `kept` unless said. */
  readonly history?: 'kept' | 'latest'
  readonly example: Static<S>
}

export function fact<S extends TSchema>(spec: FactSpec<S>): FactSpec<S> {
  return spec
}

/** `code`: a number that names something and is not counted, such as a build; never grouped by thousands. */
export type Unit = 'byte' | 'MHz' | 'mWh' | 'count' | 'code' | 'percent' | 'ms' | 'px' | 'bit/s' | 'MT/s' | 'h' | 'degC'

/** Titles of a property in both languages and its unit, as annotations that travel with the JSON Schema. */
export function words(vi: string, en: string, unit?: Unit): { title: string; 'x-title-vi': string; 'x-unit'?: Unit } {
  return unit === undefined ? { title: en, 'x-title-vi': vi } : { title: en, 'x-title-vi': vi, 'x-unit': unit }
}

/** Short free text from a PC: capped, so that nothing unbounded enters. */
export function text(vi: string, en: string, maxLength = 200) {
  return Type.String({ ...words(vi, en), maxLength })
}

export function wholeNumber(vi: string, en: string, unit: Unit, maximum = Number.MAX_SAFE_INTEGER) {
  return Type.Integer({ ...words(vi, en, unit), minimum: 0, maximum })
}

export function yesNo(vi: string, en: string) {
  return Type.Boolean(words(vi, en))
}

const DATE_PATTERN = '\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])'

/** A UTC instant as ISO text with milliseconds, e.g. 2026-11-23T01:46:34.000Z; what it lets through, Date.parse can read. */
export const INSTANT_PATTERN = `^${DATE_PATTERN}T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d\\.\\d{3}Z$`

export function instant(vi: string, en: string) {
  return Type.String({ ...words(vi, en), pattern: INSTANT_PATTERN })
}

/** A calendar date as ISO text, e.g. 2016-06-27. */
export function calendarDate(vi: string, en: string) {
  return Type.String({ ...words(vi, en), pattern: `^${DATE_PATTERN}$` })
}

/** What travels for one fact: its value and where it was read, or why it is unknown. */
export const FactBodySchema = Type.Union([
  Type.Object({ known: Type.Unknown(), source: Type.String({ maxLength: 100 }) }, { additionalProperties: false }),
  Type.Object(
    {
      unknown: UnknownReasonSchema,
      detail: Type.Optional(Type.String({ maxLength: 500 })),
      source: Type.Optional(Type.String({ maxLength: 100 })),
    },
    { additionalProperties: false },
  ),
])

export type FactBody<T = unknown> =
  | { known: T; source: string }
  | { unknown: Static<typeof UnknownReasonSchema>; detail?: string; source?: string }
