/** Keys that sort letter by letter as the numbers in the texts do. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressOrder, buildOrder, naturalOrder } from '#shared/text/order.ts'

function sorted(texts: readonly string[], key: (text: string) => string): string[] {
  return [...texts].sort((one, other) => (key(one) < key(other) ? -1 : 1))
}

test('numbers in texts sort as numbers', () => {
  assert.deepEqual(sorted(['10.0', '9.5', 'PC-10', 'PC-2'], naturalOrder), ['9.5', '10.0', 'PC-2', 'PC-10'])
})

test('builds sort by build and revision, with or without the version before them', () => {
  const builds = ['10.0.19045', '7601', '19045.5737', '22631.1', '9600.20']
  assert.deepEqual(sorted(builds, buildOrder), ['7601', '9600.20', '10.0.19045', '19045.5737', '22631.1'])
})

test('addresses sort by their numbers, IPv4 first, what is none last', () => {
  const addresses = ['fe80::2', '10.0.0.10', 'none', '10.0.0.9', '2001:db8::1', '::1']
  assert.deepEqual(sorted(addresses, addressOrder), ['10.0.0.9', '10.0.0.10', '::1', '2001:db8::1', 'fe80::2', 'none'])
  for (const wrong of ['1::2::3', ':::', '1:2:3', '12345::']) assert.match(addressOrder(wrong), /^~/)
})
