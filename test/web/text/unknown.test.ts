/** The pages say the reasons of unknown in the very words of the shared language, and know every one. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { UNKNOWN_REASONS, UNKNOWN_WORDS } from '#shared/unknown.ts'
import { reasonText, reasonWords, remedyText } from '#web/text/unknown.ts'

test('reasons are those of the shared language, word for word', () => {
  const { 'no-report': _, placeholder: _sample, ...shared } = reasonWords
  assert.deepEqual(shared, UNKNOWN_WORDS)
})

test('every reason says who can make it known', () => {
  for (const reason of UNKNOWN_REASONS) assert.ok(remedyText(reason, 'vi') && remedyText(reason, 'en'), reason)
})

test('a reason of a newer collector is shown as its code, never as another reason', () => {
  assert.equal(reasonText('moon-phase', 'vi'), 'moon-phase')
  assert.equal(reasonText('constructor', 'vi'), 'constructor')
  assert.equal(remedyText('moon-phase', 'vi'), undefined)
})
