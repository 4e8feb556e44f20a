/** The bios probe over pretended PCs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownOf, reasonOf, why } from './known.ts'

test('turns the American date of the table into a calendar date', async () => {
  assert.deepEqual(await knownOf('bios', 'legacy-2014'), { vendor: 'Dell Inc.', version: 'A05', date: '2014-08-21', startsAs: 'legacy' })
})

test('does not believe a month 13 nor a year of two digits', async () => {
  const uefi = await knownOf('bios', 'uefi-bad-date')
  assert.equal(why(uefi.date), 'failed')
  assert.equal(uefi.startsAs, 'uefi')
  assert.equal(why((await knownOf('bios', 'two-digit-year')).date), 'failed')
})

test('does not call a PC without any table a legacy PC', async () => {
  assert.equal(await reasonOf('bios', 'no-table'), 'not-supported')
})

test('knows UEFI even where the table is missing', async () => {
  const bios = await knownOf('bios', 'uefi-without-table')
  assert.equal(bios.startsAs, 'uefi')
  assert.equal(why(bios.vendor), 'not-supported')
})

test('keeps denied apart from absent', async () => {
  const bios = await knownOf('bios', 'denied')
  assert.equal(why(bios.startsAs), 'access-denied')
  assert.equal(why(bios.version), 'access-denied')
})
