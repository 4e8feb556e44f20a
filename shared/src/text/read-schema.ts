/** Reads the catalogue's JSON Schemas as far as people need them: titles, units, what a value may be. Knows no fact by name. */
import type { Language } from './words.ts'

export type Schema = {
  readonly title?: string
  readonly 'x-title-vi'?: string
  readonly 'x-unit'?: string
  readonly type?: string
  readonly pattern?: string
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
}

export type Property = { readonly key: string; readonly title: string; readonly schema: Schema | undefined }

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function asSchema(value: unknown): Schema | undefined {
  return isRecord(value) ? (value as Schema) : undefined
}

/** The alternative that holds a real value, beside "unknown" and "left blank by the maker"; with the titles of the whole. */
export function valueSchema(schema: Schema | undefined): Schema | undefined {
  if (!schema?.anyOf) return schema
  const real = schema.anyOf.map(valueSchema).find((one) => one && !one.properties?.unknown && !one.properties?.placeholder)
  return { ...schema, ...real }
}

export function titleOf(key: string, schema: Schema | undefined, language: Language): string {
  const plain = valueSchema(schema)
  return (language === 'vi' ? plain?.['x-title-vi'] : undefined) ?? plain?.title ?? key
}

/** The properties in the order of the schema, then those a newer agent added; absent ones are left out. */
export function propertiesOf(value: Record<string, unknown>, schema: Schema | undefined, language: Language): Property[] {
  const declared = valueSchema(schema)?.properties ?? {}
  const keys = [...Object.keys(declared), ...Object.keys(value).filter((key) => !Object.hasOwn(declared, key))]
  return keys
    .filter((key) => value[key] !== undefined)
    .map((key) => ({ key, title: titleOf(key, declared[key], language), schema: declared[key] }))
}

/** The columns of an array of objects: every property that at least one of them has. */
export function columnsOf(items: readonly Record<string, unknown>[], schema: Schema | undefined, language: Language): Property[] {
  return propertiesOf(Object.assign({}, ...items) as Record<string, unknown>, valueSchema(schema)?.items, language)
}
