/** One text for one value: the order in which keys were written does not change a hash. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { canonical } from '#shared/canonical.ts'

test('keys are sorted at every depth and arrays keep their order', () => {
  assert.equal(canonical({ b: [{ d: 1, c: 2 }, 3], a: null }), '{"a":null,"b":[{"c":2,"d":1},3]}')
  assert.equal(canonical({ a: 1, b: { y: 1, x: 2 } }), canonical({ b: { x: 2, y: 1 }, a: 1 }))
})

test('keys sort by code unit, so that capitals and marks have one place', () => {
  assert.equal(canonical({ é: 1, z: 1, Z: 1, a: 1 }), '{"Z":1,"a":1,"z":1,"é":1}')
})

test('undefined leaves no trace, and a key named __proto__ is a key like any other', () => {
  assert.equal(canonical({ a: undefined, b: 1 }), '{"b":1}')
  const hostile: unknown = JSON.parse('{"__proto__":{"x":1},"a":2}')
  assert.equal(canonical(hostile), '{"__proto__":{"x":1},"a":2}')
})

test('what comes back from the text has the same text', () => {
  const value = { text: '\u2028 "quoted" \\ đ \u{1f600}', number: 1e21, small: 0.1 + 0.2, list: [true, false] }
  assert.equal(canonical(JSON.parse(canonical(value))), canonical(value))
})
