/** Values of facts are shown as they were reported: units, dates and choices in words, unknown as unknown. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FACT_NAMES, FACTS } from '#shared/facts/index.ts'
import { asSchema, propertiesOf, type Schema, titleOf } from '#shared/text/read-schema.ts'
import * as reading from '#shared/text/reading.ts'
import { readBody, reasonsIn } from '#shared/text/reading.ts'
import type { Language } from '#shared/text/words.ts'

const inVietNam = (language: Language) => ({ language, timeZone: 'Asia/Ho_Chi_Minh' })
const read = (value: unknown, schema: Schema | undefined, language: Language) => reading.read(value, schema, inVietNam(language))
const scalarText = (value: unknown, schema: Schema | undefined, language: Language) =>
  reading.scalarText(value, schema, inVietNam(language))

function schemaOf(fact: keyof typeof FACTS, property: string): Schema {
  const schema = asSchema(JSON.parse(JSON.stringify(FACTS[fact].value)))?.properties?.[property]
  assert.ok(schema, `${fact}.${property}`)
  return schema
}

test('numbers carry their unit', () => {
  assert.equal(scalarText(8_589_934_592, schemaOf('memory', 'totalBytes'), 'vi'), '8 GB')
  assert.equal(scalarText(3500, schemaOf('processor', 'maxMhz'), 'vi'), '3.500 MHz')
  assert.equal(scalarText(3500, schemaOf('processor', 'maxMhz'), 'en'), '3,500 MHz')
  assert.equal(scalarText(2_500_000_000, { 'x-unit': 'bit/s' }, 'vi'), '2,5 Gbit/s')
  assert.equal(scalarText(0, { 'x-unit': 'bit/s' }, 'vi'), '0 bit/s')
})

test('a build number is not grouped like an amount', () => {
  assert.equal(scalarText(19_045, schemaOf('os', 'build'), 'vi'), '19045')
})

test('dates and moments read as people write them, in Vietnamese time', () => {
  assert.equal(scalarText('2014-08-21', schemaOf('bios', 'date'), 'vi'), '21/08/2014')
  assert.equal(scalarText('2026-11-20T20:58:41.000Z', schemaOf('usage', 'lastBootAt'), 'en'), '21/11/2026 03:58')
})

test('a text that only looks like a date stays as it was', () => {
  assert.equal(scalarText('2014-08-21', schemaOf('system', 'hostName'), 'vi'), '2014-08-21')
})

test('yes, no and choices are words; a choice nobody knows is shown as reported', () => {
  assert.equal(scalarText(false, schemaOf('secure-boot', 'enabled'), 'vi'), 'không')
  assert.equal(scalarText('wired', { enum: ['wired'] }, 'vi'), 'có dây')
  assert.equal(scalarText('quantum', { enum: ['quantum'] }, 'vi'), 'quantum')
  assert.equal(scalarText('constructor', { enum: ['wired'] }, 'vi'), 'constructor')
})

test('unknown and left blank are told apart from values', () => {
  assert.deepEqual(read({ unknown: 'access-denied', detail: 'EACCES' }, undefined, 'vi'), {
    kind: 'unknown',
    reason: 'access-denied',
    detail: 'EACCES',
  })
  assert.deepEqual(read({ placeholder: 'Default string' }, undefined, 'vi'), { kind: 'placeholder', text: 'Default string' })
  assert.equal(read([], undefined, 'vi').kind, 'list')
  assert.equal(read([{ slot: 'A' }], undefined, 'vi').kind, 'rows')
})

test('a body of neither shape is shown whole and not as empty', () => {
  assert.deepEqual(readBody('odd'), { known: 'odd', source: undefined })
  assert.deepEqual(readBody({ strange: 1 }), { known: { strange: 1 }, source: undefined })
  assert.deepEqual(readBody({ unknown: 'failed' }), { unknown: 'failed', detail: undefined, source: undefined })
})

test('every reason inside a value is found once', () => {
  assert.deepEqual(reasonsIn({ a: { unknown: 'failed' }, b: [{ c: { unknown: 'failed' } }, { d: { unknown: 'timed-out' } }] }), [
    'failed',
    'timed-out',
  ])
})

test('every property of every fact has a title in both languages', () => {
  const untitled: string[] = []
  const visit = (path: string, value: unknown, schema: Schema | undefined) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return
    for (const { key, schema: one } of propertiesOf(value as Record<string, unknown>, schema, 'vi')) {
      if (titleOf(key, one, 'vi') === key || titleOf(key, one, 'en') === key) untitled.push(`${path}.${key}`)
    }
  }
  for (const name of FACT_NAMES) visit(name, FACTS[name].example, asSchema(JSON.parse(JSON.stringify(FACTS[name].value))))
  assert.deepEqual(untitled, [])
})

test('properties stand in the order of the schema, and one of a newer agent comes last under its own name', () => {
  const schema = asSchema(JSON.parse(JSON.stringify(FACTS.tpm.value)))
  const shown = propertiesOf({ glow: 1, specVersion: '2.0', present: true }, schema, 'vi')
  assert.deepEqual(
    shown.map(({ title }) => title),
    ['Hệ điều hành thấy chip', 'Phiên bản', 'glow'],
  )
})
