/** Days a field takes: whole ones of this century, and none whose year is still being typed. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FIRST_DAY, isPlausibleDay, LAST_DAY } from '#web/parts/plausible-day.ts'

test('a day is taken when its year is whole', () => {
  for (const day of [FIRST_DAY, '2016-09-30', LAST_DAY]) assert.equal(isPlausibleDay(day), true, day)
  for (const day of ['', '0002-09-30', '0202-09-30', '1999-12-31', '2101-01-01', '20260-09-30', '120260-09-30', '30/09/2026'])
    assert.equal(isPlausibleDay(day), false, day)
})
