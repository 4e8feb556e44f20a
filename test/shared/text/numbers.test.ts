/** Figures as officials read them: separators of each language, rates rounded half up, money in whole dong. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatBytes, formatDong, formatMillionDong, formatNumber, formatRate, tenthsOf } from '#shared/text/numbers.ts'

test('the published sentence reads 97,0% in Vietnamese and 97.0% in English', () => {
  assert.equal(formatNumber(2_068, 'vi'), '2.068')
  assert.equal(formatNumber(2_132, 'en'), '2,132')
  assert.equal(formatRate(2_068, 2_132, 'vi'), '97,0%')
  assert.equal(formatRate(2_068, 2_132, 'en'), '97.0%')
})

test('a rate is rounded half up on whole numbers, and none is claimed of nothing', () => {
  assert.equal(formatRate(1, 2_000, 'en'), '0.1%')
  assert.equal(formatRate(49, 100_000, 'en'), '0.0%')
  assert.equal(formatRate(1_999, 2_000, 'en'), '100.0%')
  assert.equal(formatRate(1_998, 2_000, 'en'), '99.9%')
  assert.equal(formatRate(0, 0, 'vi'), '–')
})

test('each tenth of a percent agrees with exact arithmetic, for every numerator of some thousand', () => {
  for (const denominator of [7, 31, 2_132]) {
    for (let numerator = 0; numerator <= denominator; numerator++) {
      const tenths = (2_000n * BigInt(numerator) + BigInt(denominator)) / (2n * BigInt(denominator))
      assert.equal(formatRate(numerator, denominator, 'en'), `${tenths / 10n}.${tenths % 10n}%`)
    }
  }
})

test('rates that are compared are whole tenths of a per cent, where binary fractions would fall short of a half', () => {
  assert.equal(tenthsOf(2_068, 2_132), 970)
  assert.equal(tenthsOf(201, 400), 503)
  assert.equal(tenthsOf(0, 0), undefined)
})

test('money is in whole dong, and in millions with one decimal where tables want it', () => {
  assert.equal(formatDong(15_000_000, 'vi'), '15.000.000 đ')
  assert.equal(formatMillionDong(1_250_000, 'vi'), '1,3')
  assert.equal(formatMillionDong(1_249_999, 'en'), '1.2')
})

test('bytes are told in the units people buy memory and disks in', () => {
  assert.equal(formatBytes(8 * 1024 ** 3, 'vi'), '8 GB')
  assert.equal(formatBytes(255_413_714_944, 'vi'), '237,9 GB')
  assert.equal(formatBytes(0, 'en'), '0 B')
  assert.equal(formatBytes(1023, 'en'), '1,023 B')
})
