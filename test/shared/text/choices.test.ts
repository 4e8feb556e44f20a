/** Every choice a fact may be has its words, in one vocabulary and in both languages. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PC_LIST_COLUMNS } from '#collector/fleet/pc-list/columns.ts'
import { FACTS } from '#shared/facts/index.ts'
import { choiceText, vocabularyOf } from '#shared/text/choices.ts'
import { UNKNOWN_REASONS } from '#shared/unknown.ts'

type Schema = { enum?: string[]; anyOf?: Schema[]; items?: Schema; properties?: Record<string, Schema> }

function enumsIn(schema: Schema, place: string): [string, string[]][] {
  const inner = [
    ...Object.entries(schema.properties ?? {}),
    ['items', schema.items] as const,
    ...(schema.anyOf ?? []).map((one) => ['', one] as const),
  ]
  const found = inner.flatMap(([key, one]) => (one ? enumsIn(one, `${place}.${key}`) : []))
  return schema.enum && schema.enum[0] !== UNKNOWN_REASONS[0] ? [[place, schema.enum], ...found] : found
}

const enums = Object.entries(FACTS).flatMap(([name, fact]) => enumsIn(fact.value as Schema, name))

test('every enumeration of the catalogue has a vocabulary', () => {
  assert.ok(enums.length > 10)
  for (const [place, values] of enums)
    assert.ok(vocabularyOf(values), `${place}: ${values.join(', ')} need words in shared/src/text/choices.ts`)
})

test('the list offers the words that the page of a PC says', () => {
  for (const { key, choices } of PC_LIST_COLUMNS) {
    const spoken = vocabularyOf(choices?.map(({ value }) => value) ?? [])
    for (const { value, label } of choices ?? []) assert.deepEqual(spoken?.[value], label, `${key}.${value}`)
  }
})

test('every word is there in both languages, composed as NFC', () => {
  for (const [place, values] of enums) {
    for (const value of values) {
      const [vi, en] = [choiceText(vocabularyOf(values), value, 'vi'), choiceText(vocabularyOf(values), value, 'en')]
      assert.ok(vi !== '' && en !== '' && vi === vi.normalize('NFC'), `${place} ${value}`)
    }
  }
})

test('a choice without a word stays as it was reported', () => {
  assert.equal(choiceText(vocabularyOf(['wired']), 'quantum', 'vi'), 'quantum')
  assert.equal(choiceText(undefined, 'wired', 'vi'), 'wired')
  assert.equal(choiceText(vocabularyOf(['wired']), 'constructor', 'vi'), 'constructor')
})
