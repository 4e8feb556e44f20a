/** Days belong to a time zone: the same instant is another day elsewhere, and no library setting of the machine changes that. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayOf, formatAge, formatDate, formatDateTime, wallClock } from '#shared/text/dates.ts'

const EVENING_UTC = Date.UTC(2016, 8, 29, 17, 0)

test('five in the afternoon UTC is already the next day in Viet Nam', () => {
  assert.deepEqual(dayOf(EVENING_UTC, 'Asia/Ho_Chi_Minh'), { year: 2016, month: 9, day: 30 })
  assert.deepEqual(dayOf(EVENING_UTC - 1, 'Asia/Ho_Chi_Minh'), { year: 2016, month: 9, day: 29 })
  assert.deepEqual(dayOf(EVENING_UTC, 'UTC'), { year: 2016, month: 9, day: 29 })
  assert.equal(formatDate(EVENING_UTC, 'Asia/Ho_Chi_Minh'), '30/09/2016')
  assert.equal(formatDateTime(EVENING_UTC + 5 * 60_000, 'Asia/Ho_Chi_Minh'), '30/09/2016 00:05')
})

test('clocks that were moved, odd offsets and the years before 1970 are told as Intl tells them', () => {
  const zones = ['Asia/Ho_Chi_Minh', 'Asia/Kathmandu', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Chatham']
  for (const zone of zones) {
    const told = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
    for (let at = Date.UTC(1969, 11, 30); at < Date.UTC(2027, 0, 1); at += 37 * 86_400_000 + 12_345_678) {
      const { year, month, day } = dayOf(at, zone)
      assert.equal(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`, told.format(at), `${zone} ${at}`)
    }
  }
})

test('a spreadsheet gets the wall clock of the zone, seconds kept', () => {
  assert.equal(wallClock(EVENING_UTC + 1_234, 'Asia/Ho_Chi_Minh').toISOString(), '2016-09-30T00:00:01.234Z')
})

test('ages count whole units, and nothing is said to lie ahead', () => {
  const now = EVENING_UTC
  assert.equal(formatAge(now - 59_999, now, 'vi'), 'vừa xong')
  assert.equal(formatAge(now - 60_000, now, 'en'), '1 minute ago')
  assert.equal(formatAge(now - 3 * 3_600_000, now, 'vi'), '3 giờ trước')
  assert.equal(formatAge(now - 1_234 * 86_400_000, now, 'vi'), '1.234 ngày trước')
  assert.equal(formatAge(now + 86_400_000, now, 'en'), 'just now')
})
