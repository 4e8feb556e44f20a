/** Moments and dates in every form Windows has for them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dateOf, momentIn, momentOf } from '#agent/probes/windows/moments.ts'

test('a WMI date is brought to UTC by its own minutes', () => {
  assert.equal(momentIn('20261120075841.500000+420'), '2026-11-20T00:58:41.000Z')
  assert.equal(momentIn('20261120075841.500000-300'), '2026-11-20T12:58:41.000Z')
})

test('PowerShell’s own form, bare and wrapped, and ISO text', () => {
  assert.equal(momentIn('/Date(1614650469000)/'), '2021-03-02T02:01:09.000Z')
  assert.equal(momentOf({ at: { value: '/Date(1614650469000)/', DateTime: 'Thứ Ba' } }, 'at'), '2021-03-02T02:01:09.000Z')
  assert.equal(momentIn('2026-11-22T18:30:12.000Z'), '2026-11-22T18:30:12.000Z')
})

test('zero dates, days that are none and words are no moment', () => {
  for (const text of [
    '16010101000000.000000+000',
    '1899-12-30T00:00:00.000Z',
    '20260231000000.000000+000',
    '/Date(NaN)/',
    'hôm qua',
    '',
    null,
    5,
  ])
    assert.equal(momentIn(text), undefined, String(text))
})

test('the day of an update in American order, as eight digits, and as a file time', () => {
  const day = (InstalledOn: unknown) => dateOf({ InstalledOn }, 'InstalledOn')
  assert.equal(day('4/10/2025'), '2025-04-10')
  assert.equal(day('20250211'), '2025-02-11')
  assert.equal(day('01cc54f5a1b2c300'), '2011-08-07')
  assert.equal(day('20140821000000.000000+000'), '2014-08-21')
  assert.equal(day('/Date(1614650469000)/'), '2021-03-02')
})

test('a day before its month cannot be told from a month before its day, unless there is no such month', () => {
  assert.equal(dateOf({ at: '23/4/2025' }, 'at'), undefined)
  assert.equal(dateOf({ at: '2/30/2025' }, 'at'), undefined)
})
