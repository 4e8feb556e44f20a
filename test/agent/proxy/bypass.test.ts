/** Bypass lists as Windows and macOS write them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isBypassed } from '#agent/proxy/bypass.ts'

for (const [host, list, expected] of [
  ['may-chu', ['<local>'], true],
  ['may-chu.so', ['<local>'], false],
  ['[::1]', ['<local>'], false],
  ['somay.tinh.gov.vn', ['*.gov.vn'], true],
  ['gov.vn', ['*.gov.vn'], false],
  ['somay.tinh.gov.vn', ['.gov.vn'], true],
  ['10.1.2.3', ['10.*'], true],
  ['110.1.2.3', ['10.*'], false],
  ['Somay.Tinh', ['somay.tinh:443'], true],
  ['somay.tinh', ['https://somay.tinh'], true],
  ['axb', ['a.b'], false],
  ['anything', ['', '('], false],
  ['10.1.2.3', ['10.0.0.0/8'], true],
  ['11.1.2.3', ['10.0.0.0/8'], false],
  ['169.254.7.7', ['169.254/16'], true],
  ['somay.tinh', ['10.0.0.0/8', 'x/y', '1.2.3.4/99'], false],
  ['[fd00::5]', ['fd00::/8'], true],
  ['[::1]', ['::1'], true],
  ['[::1]', ['[::1]:8443'], true],
  ['a.b.c.example', ['a*c*example'], true],
  ['ab', ['ab*b'], false],
  ['a'.repeat(60), [`${'*a'.repeat(200)}!`], false],
] as const) {
  test(`${host} ${expected ? 'is' : 'is not'} on ${JSON.stringify(list)}`, () => assert.equal(isBypassed(host, list), expected))
}
