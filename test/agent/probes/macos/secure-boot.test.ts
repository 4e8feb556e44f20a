/** Whether Macs start only what Apple signed. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownOf, reasonOf, why } from '../known.ts'
import { DENIED, HANGS, macPc, profileOf, type Situation, silentMac } from './mac-pc.ts'

/** A Mac whose start is told in this word. */
function startingBy(word: unknown, situation: Situation = 'macbook-air-m1', commands = {}) {
  const [bridge] = profileOf('macbook-air-m1').SPiBridgeDataType
  return macPc(situation, { types: { SPiBridgeDataType: [{ ...bridge, ibridge_secure_boot: word }] }, commands })
}

test('Apple silicon: full and reduced security start only what Apple signed, permissive does not', async () => {
  assert.deepEqual(await knownOf('secure-boot', macPc('macbook-air-m1')), { capable: true, enabled: true })
  for (const [word, enabled] of [
    ['Reduced Security', true],
    ['Permissive Security', false],
    ['No Security', false],
  ] as const)
    assert.deepEqual(await knownOf('secure-boot', startingBy(word)), { capable: true, enabled }, word)
})

test('a word in the language of the Mac is understood by the system’s own list', async () => {
  assert.deepEqual(await knownOf('secure-boot', macPc('mac-mini-m2')), { capable: true, enabled: true })
  assert.equal((await knownOf('secure-boot', startingBy('Bảo mật cho phép'))).enabled, false)
})

test('a word nobody knows, or one that stands for both, is neither yes nor no', async () => {
  const both = JSON.stringify({
    aa: { 'Full Security': 'X' },
    bb: { 'No Security': 'X' },
    LocProvenance: 3,
    cc: { constructor: 'toString' },
  })
  for (const pc of [
    startingBy('Ultra Security'),
    startingBy('toString'),
    startingBy('X', 'macbook-air-m1', { startupWords: both }),
    startingBy('Bảo mật đầy đủ', 'macbook-air-m1', { startupWords: DENIED }),
    startingBy('Bảo mật đầy đủ', 'macbook-air-m1', { startupWords: 'no JSON' }),
  ]) {
    const { capable, enabled } = await knownOf('secure-boot', pc)
    assert.deepEqual([capable, why(enabled)], [true, 'failed'])
  }
  assert.equal(why((await knownOf('secure-boot', startingBy(undefined))).enabled), 'not-supported')
})

test('a T2 says it in a number of its firmware', async () => {
  assert.deepEqual(await knownOf('secure-boot', macPc('macbook-pro-t2')), { capable: true, enabled: true })
  for (const [value, enabled] of [
    ['%01', true],
    ['%00', false],
  ] as const) {
    const startupPolicy = `94B73556-2197-4702-82A8-3E1337DAFBFB:AppleSecureBootPolicy\t${value}\n`
    assert.deepEqual(await knownOf('secure-boot', macPc('macbook-pro-t2', { commands: { startupPolicy } })), { capable: true, enabled })
  }
})

test('a T2 whose number could not be read is unknown, unless it says it in words too', async () => {
  assert.equal(await reasonOf('secure-boot', macPc('macbook-pro-t2', { commands: { startupPolicy: HANGS } })), 'timed-out')
  assert.equal(await reasonOf('secure-boot', macPc('macbook-pro-t2', { commands: { startupPolicy: 'x\t%07\n' } })), 'failed')
  const told = startingBy('Medium Security', 'macbook-pro-t2', { startupPolicy: DENIED })
  assert.deepEqual(await knownOf('secure-boot', told), { capable: true, enabled: true })
})

test('an Intel Mac without a T2 cannot, and one with a T1 neither', async () => {
  assert.deepEqual(await knownOf('secure-boot', macPc('imac-intel')), { capable: false, enabled: false })
  const types = { SPiBridgeDataType: [{ _name: 'Controller Information', ibridge_model_name: 'Apple T1 Security Chip' }] }
  assert.deepEqual(await knownOf('secure-boot', macPc('imac-intel', { types })), { capable: false, enabled: false })
})

test('an empty list is no proof where the firmware names the chip, or nothing else could be read', async () => {
  const commands = { startupPolicy: DENIED }
  const listed = (types: object) => macPc('macbook-pro-t2', { types: { SPiBridgeDataType: [], ...types }, commands })
  assert.equal(await reasonOf('secure-boot', listed({})), 'failed')
  assert.equal(await reasonOf('secure-boot', listed({ SPHardwareDataType: undefined })), 'failed')
  assert.equal(await reasonOf('secure-boot', listed({ SPHardwareDataType: [{ _name: 'hardware_overview' }] })), 'not-supported')
  assert.equal(await reasonOf('secure-boot', macPc('macbook-air-m1', { types: { SPiBridgeDataType: [] } })), 'failed')
})

test('keeps unknown when system_profiler hangs or the kernel is closed', async () => {
  assert.equal(await reasonOf('secure-boot', silentMac('hangs.json')), 'timed-out')
  assert.equal(await reasonOf('secure-boot', macPc('macbook-air-m1', { commands: { sysctl: DENIED } })), 'access-denied')
})
