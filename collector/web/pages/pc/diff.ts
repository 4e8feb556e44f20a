/** What differs between two bodies of one fact, property by property; list items are matched by their name. */

import { isRecord, type Schema, titleOf, valueSchema } from '@somay/shared/text/read-schema.ts'
import { type Body, readBody } from '@somay/shared/text/reading.ts'
import type { Language } from '@somay/shared/text/words.ts'

/** `undefined` on a side: the property or item was not there. */
export type Difference = {
  /** From the fact inwards, in words: ["Các thanh", "DIMM1", "Dung lượng"]; empty for the fact as a whole. */
  readonly path: readonly string[]
  readonly before: unknown
  readonly now: unknown
  readonly schema: Schema | undefined
}

export function differences(before: unknown, now: unknown, schema: Schema | undefined, language: Language): Difference[] {
  const [old, fresh] = [comparable(readBody(before)), comparable(readBody(now))]
  const found: Difference[] = []
  compare([], old, fresh, schema, language, found)
  return found
}

/** A fact that is unknown as a whole compares as an unknown value, so that "known, then unknown" reads like any change. */
function comparable(body: Body): unknown {
  return 'unknown' in body ? { unknown: body.unknown } : body.known
}

function compare(
  path: readonly string[],
  before: unknown,
  now: unknown,
  schema: Schema | undefined,
  language: Language,
  found: Difference[],
): void {
  if (sameJson(before, now)) return
  if (isPlainGroup(before) && isPlainGroup(now)) {
    const properties = valueSchema(schema)?.properties ?? {}
    for (const key of keysOf(Object.keys(properties), before, now)) {
      compare([...path, titleOf(key, properties[key], language)], before[key], now[key], properties[key], language, found)
    }
    return
  }
  const items = valueSchema(schema)?.items
  const [oldItems, newItems] = [itemsByName(before, items), itemsByName(now, items)]
  if (oldItems && newItems) {
    for (const name of new Set([...oldItems.keys(), ...newItems.keys()])) {
      compare([...path, name], oldItems.get(name), newItems.get(name), items, language, found)
    }
    return
  }
  found.push({ path, before, now, schema })
}

function isPlainGroup(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && typeof value.unknown !== 'string' && typeof value.placeholder !== 'string'
}

function keysOf(declared: readonly string[], before: Record<string, unknown>, now: Record<string, unknown>): Set<string> {
  const present = new Set([...Object.keys(before), ...Object.keys(now)])
  return new Set([...declared.filter((key) => present.has(key)), ...present])
}

/** Items under the first text the schema gives them; undefined when that does not tell them apart. */
function itemsByName(value: unknown, schema: Schema | undefined): Map<string, unknown> | undefined {
  const nameKey = Object.keys(valueSchema(schema)?.properties ?? {})[0]
  if (!Array.isArray(value) || nameKey === undefined) return undefined
  const items = new Map<string, unknown>()
  for (const item of value as unknown[]) {
    const name = isRecord(item) ? item[nameKey] : undefined
    if (typeof name !== 'string' || items.has(name)) return undefined
    items.set(name, item)
  }
  return items
}

function sameJson(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  )
}
