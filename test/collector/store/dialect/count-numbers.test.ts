/** Numbers in a text are counted as they stand, however long. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countNumbers } from '#collector/store/dialect/count-numbers.ts'

test('each number has its count, up to the longest a database holds', () => {
  const counts = countNumbers('0,7,1000000000,9223372036854775807,7,999999999,1000000007,9223372036854775807,9223372036854775806')
  assert.deepEqual(
    [...counts].sort(),
    Object.entries({
      '0': 1,
      '7': 2,
      '1000000000': 1,
      '9223372036854775807': 2,
      '999999999': 1,
      '1000000007': 1,
      '9223372036854775806': 1,
    }).sort(),
  )
})

test('no text is no number', () => {
  assert.equal(countNumbers('').size, 0)
})
