/** The system firmware of Macs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownOf, why } from '../known.ts'
import { DENIED, macPc, textOf } from './mac-pc.ts'

test('Intel: version, vendor, date and EFI', async () => {
  assert.deepEqual(await knownOf('bios', macPc('imac-intel')), {
    vendor: 'Apple Inc.',
    version: '447.80.3.0.0',
    date: '2021-10-25',
    startsAs: 'uefi',
  })
  assert.equal((await knownOf('bios', macPc('macbook-pro-t2'))).version, '2022.140.5.0.0 (iBridge: 21.16.6074.0.0,0)')
})

test('Apple silicon: the version, and no word on vendor, date or a start it does not have', async () => {
  const { vendor, version, date, startsAs } = await knownOf('bios', macPc('macbook-air-m1'))
  assert.deepEqual([why(vendor), version, why(date), why(startsAs)], ['not-supported', '10151.121.1', 'not-supported', 'not-supported'])
})

test('a date that is none is not understood', async () => {
  const firmware = (date: string) => textOf('imac-intel', 'firmware.txt').replace('10/25/2021', date)
  for (const date of ['25/10/2021', '10/25/21', '2021-10-25', 'x'])
    assert.equal(why((await knownOf('bios', macPc('imac-intel', { commands: { firmware: firmware(date) } }))).date), 'failed', date)
})

test('a closed registry is no sign of another start', async () => {
  const { startsAs, date } = await knownOf('bios', macPc('imac-intel', { commands: { efi: DENIED, firmware: DENIED } }))
  assert.deepEqual([why(startsAs), why(date)], ['access-denied', 'access-denied'])
})
