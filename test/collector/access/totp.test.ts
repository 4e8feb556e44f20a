/** Codes of an authenticator, against the vectors of RFC 6238, appendix B (the last six of its eight digits). */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newTotpSecret, totpAt, totpStepOf, totpUri } from '#collector/access/totp.ts'

/** "12345678901234567890" in base32. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

for (const [seconds, code] of [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
] as const) {
  test(`at ${seconds} seconds the code is ${code}`, () => {
    assert.equal(totpAt(SECRET, Math.floor(seconds / 30)), code)
    assert.equal(totpStepOf(SECRET, code, seconds * 1_000), Math.floor(seconds / 30))
  })
}

test('a phone whose clock is half a minute off is let in, a whole one is not, and blanks between digits do not matter', () => {
  const nowMs = 1_234_567_890_000
  const step = Math.floor(nowMs / 30_000)
  assert.equal(totpStepOf(SECRET, totpAt(SECRET, step - 1), nowMs), step - 1)
  assert.equal(totpStepOf(SECRET, totpAt(SECRET, step + 1), nowMs), step + 1)
  assert.equal(totpStepOf(SECRET, totpAt(SECRET, step + 2), nowMs), undefined)
  assert.equal(totpStepOf(SECRET, totpAt(SECRET, step).replace(/^.../, '$& '), nowMs), step)
  for (const wrong of ['', '12345', '1234567', 'abcdef']) assert.equal(totpStepOf(SECRET, wrong, nowMs), undefined)
})

test('secrets are of 160 bits, never alike, and what the picture holds can be read by an authenticator', () => {
  const secret = newTotpSecret()
  assert.match(secret, /^[A-Z2-7]{32}$/)
  assert.notEqual(secret, newTotpSecret())
  const uri = new URL(totpUri(secret, 'chị lan', 'So May'))
  assert.deepEqual([uri.protocol, uri.host, decodeURIComponent(uri.pathname)], ['otpauth:', 'totp', '/So May:chị lan'])
  assert.deepEqual([uri.searchParams.get('secret'), uri.searchParams.get('issuer')], [secret, 'So May'])
})
