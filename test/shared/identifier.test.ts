/** What makers leave in place of a serial identifies nothing, however it is written; real serials are left alone. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isPlaceholder, realIdentifier, toIdentifier } from '#shared/identifier.ts'

test('placeholders of makers are recognised whatever their case and spaces', () => {
  for (const text of ['To Be Filled By O.E.M.', ' default  string ', 'SYSTEM SERIAL NUMBER', '0123456789', 'N/A', '', '  ', '...', '---'])
    assert.ok(isPlaceholder(text), text)
})

test('one character over and over, and the well-known UUIDs, are placeholders', () => {
  for (const text of ['0', '00000000', 'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF', 'xxxxxxxx', '03000200-0400-0500-0006-000700080009'])
    assert.ok(isPlaceholder(text), text)
})

test('real serials stay, short ones and those of digits too', () => {
  for (const text of ['7XK2P12', 'PF0ABCDE', '5CD1234XYZ', 'MP07', '4C4C4544-0058-4B10-8032-B7C04F503132', 'VMware-56 4d 01'])
    assert.ok(!isPlaceholder(text), text)
})

test('a name in letters other than English ones is a name', () => {
  for (const text of ['ẤN ĐỘ', 'Máy bộ', '\u0416-7', '\u8054\u60f3']) assert.ok(!isPlaceholder(text), text)
  for (const text of ['ĐĐĐĐ', '\u2022 \u2022']) assert.ok(isPlaceholder(text), text)
})

test('what was found is kept as found, and never counted as identity', () => {
  assert.deepEqual(toIdentifier(' Default string '), { placeholder: 'Default string' })
  assert.equal(toIdentifier(' 7XK2P12 '), '7XK2P12')
  assert.deepEqual(toIdentifier(''), { placeholder: '' })
  assert.equal(realIdentifier({ placeholder: 'N/A' }), undefined)
  assert.equal(realIdentifier({ unknown: 'access-denied' }), undefined)
  assert.equal(realIdentifier('none'), undefined, 'an older agent may not have known this placeholder')
  assert.equal(String(toIdentifier('x1'.repeat(500))).length, 200)
})
