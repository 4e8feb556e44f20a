/** The firewall of Macs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownOf, reasonOf } from '../known.ts'
import { DENIED, HANGS, macPc } from './mac-pc.ts'

const saying = (firewall: string) => macPc('mac-mini-m2', { commands: { firewall } })
const profiles = (enabled: boolean) => ({ profiles: [{ name: 'Application Firewall', enabled }] })

test('on, on and letting nothing in, and off', async () => {
  assert.deepEqual(await knownOf('firewall', macPc('macbook-air-m1')), profiles(true))
  assert.deepEqual(await knownOf('firewall', macPc('macbook-pro-t2')), profiles(true))
  assert.deepEqual(await knownOf('firewall', macPc('mac-mini-m2')), profiles(false))
})

test('the number counts, whatever the sentence before it says', async () => {
  assert.deepEqual(await knownOf('firewall', saying('Tường lửa đang bật. (State = 1)')), profiles(true))
})

test('a sentence without the number is no answer, neither on nor off', async () => {
  for (const said of ['', 'Firewall is enabled.', 'Firewall is disabled. (State = 9)'])
    assert.equal(await reasonOf('firewall', saying(said)), 'failed', said)
})

test('keeps unknown when the tool hangs, is denied or is not there', async () => {
  assert.equal(await reasonOf('firewall', macPc('imac-intel', { commands: { firewall: HANGS } })), 'timed-out')
  assert.equal(await reasonOf('firewall', macPc('imac-intel', { commands: { firewall: DENIED } })), 'access-denied')
  assert.equal(await reasonOf('firewall', { os: 'macos' }), 'not-supported')
})
