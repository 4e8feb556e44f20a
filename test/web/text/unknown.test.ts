/** The pages know every reason of unknown, and who can make it known. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reasonText, remedyText } from '#shared/text/reasons.ts'
import { UNKNOWN_REASONS } from '#shared/unknown.ts'

test('every reason says who can make it known', () => {
  for (const reason of UNKNOWN_REASONS)
    assert.ok(reasonText(reason, 'vi') !== reason && remedyText(reason, 'vi') && remedyText(reason, 'en'), reason)
})

test('a reason of a newer collector is shown as its code, never as another reason', () => {
  assert.equal(reasonText('moon-phase', 'vi'), 'moon-phase')
  assert.equal(reasonText('constructor', 'vi'), 'constructor')
  assert.equal(remedyText('moon-phase', 'vi'), undefined)
})
