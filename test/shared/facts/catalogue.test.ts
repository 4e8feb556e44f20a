/** Every fact of the catalogue can be shown to people, sent, and be unknown. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import Type, { type TSchema } from 'typebox'
import { Check } from 'typebox/value'
import { FACT_NAMES, FACTS } from '#shared/facts/index.ts'
import { FactBodySchema, PLATFORMS } from '#shared/facts/spec.ts'
import { UNKNOWN_REASONS } from '#shared/unknown.ts'

test('the facts the first version promises are all there', () => {
  const promised =
    'system board bios chassis processor memory disks volumes graphics battery network-adapters os patches tpm secure-boot connectivity usage'
  for (const name of promised.split(' ')) assert.ok((FACT_NAMES as readonly string[]).includes(name), name)
})

test('every fact has words in both languages, a platform, and an example of its own schema', () => {
  for (const name of FACT_NAMES) {
    const spec = FACTS[name]
    assert.equal(spec.name, name)
    assert.match(name, /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
    for (const words of [spec.title, spec.sentence]) assert.ok(words.vi.length > 1 && words.en.length > 1, name)
    assert.ok(spec.sentence.vi.endsWith('.') && spec.sentence.en.endsWith('.'), name)
    assert.ok(spec.platforms.length > 0 && spec.platforms.every((platform) => PLATFORMS.includes(platform)), name)
    assert.ok(Check(spec.value, spec.example), name)
  }
})

test('every fact may be unknown for every reason, and for no other', () => {
  for (const unknown of UNKNOWN_REASONS) assert.ok(Check(FactBodySchema, { unknown, detail: 'x', source: 'y' }))
  assert.ok(!Check(FactBodySchema, { unknown: 'maybe' }))
  assert.ok(!Check(FactBodySchema, { known: 1, unknown: 'failed', source: 'x' }), 'known and unknown at once')
})

test('every number says its unit, and every property a person sees has a title in both languages', () => {
  for (const name of FACT_NAMES) {
    for (const [place, schema] of propertiesOf(FACTS[name].value)) {
      const annotated = schema as TSchema & { title?: string; 'x-title-vi'?: string; 'x-unit'?: string }
      if (Type.IsInteger(schema) || Type.IsNumber(schema)) assert.ok(annotated['x-unit'], `${name}${place} has no unit`)
    }
  }
})

function* propertiesOf(schema: TSchema, place = ''): Generator<[string, TSchema]> {
  const { properties, items, anyOf } = schema as { properties?: Record<string, TSchema>; items?: TSchema; anyOf?: TSchema[] }
  for (const [name, property] of Object.entries(properties ?? {})) {
    yield [`${place}/${name}`, property]
    yield* propertiesOf(property, `${place}/${name}`)
  }
  if (items) yield* propertiesOf(items, `${place}[]`)
  for (const one of anyOf ?? []) {
    yield [place, one]
    yield* propertiesOf(one, place)
  }
}
