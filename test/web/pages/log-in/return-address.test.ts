/** After logging in a person lands on a page of this site, and never elsewhere. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { logInAddress, returnAddress } from '#web/pages/log-in/return-address.ts'

test('the page first asked for comes back with its filters', () => {
  const asked = '/pcs?q=đắk&where=memoryBytes.lt.8'
  assert.equal(returnAddress(new URL(logInAddress(asked), 'http://x').search), asked)
  assert.equal(logInAddress('/'), '/log-in')
})

test('addresses of other sites lead home', () => {
  for (const then of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '', '/log-in?then=/log-in']) {
    assert.equal(returnAddress(`?then=${encodeURIComponent(then)}`), '/pcs', then)
  }
})
