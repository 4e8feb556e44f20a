/** Programs against malware on Macs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bodyOf, knownOf, reasonOf, why } from '../known.ts'
import { DENIED, HANGS, macPc, textOf } from './mac-pc.ts'

const LIST =
  '1 extension(s)\n--- com.apple.system_extension.endpoint_security\nenabled\tactive\tteamID\tbundleID (version)\tname\t[state]\n'
const listing = (line: string) => macPc('imac-intel', { commands: { extensions: `${LIST}${line}\n` } })

async function namesOf(pc: Parameters<typeof bodyOf>[1]): Promise<unknown[][]> {
  const { products } = await knownOf('antivirus', pc)
  return products.map(({ name, enabled, upToDate }) => [name, why(enabled) ?? enabled, why(upToDate)])
}

test('XProtect is there on every Mac, and how it fares is not told', async () => {
  assert.deepEqual(await namesOf(macPc('imac-intel')), [['XProtect', 'not-supported', 'not-supported']])
})

test('its version, which changes every few days, changes nothing', async () => {
  const xprotect = textOf('imac-intel', 'xprotect.txt').replace('2180', '2181')
  assert.deepEqual(
    await bodyOf('antivirus', macPc('imac-intel', { commands: { xprotect } })),
    await bodyOf('antivirus', macPc('imac-intel')),
  )
})

test('another is told when macOS itself lists its extension, once, without the version it replaced', async () => {
  assert.deepEqual(await namesOf(macPc('macbook-air-m1')), [
    ['Microsoft Defender', true, 'not-supported'],
    ['XProtect', 'not-supported', 'not-supported'],
  ])
})

test('one that waits for a person’s leave is not on, and one nobody knows is not called an antivirus', async () => {
  assert.deepEqual(await namesOf(macPc('mac-mini-m2')), [
    ['Kaspersky', false, 'not-supported'],
    ['XProtect', 'not-supported', 'not-supported'],
  ])
})

test('a known name under another maker’s signature is not that program', async () => {
  const line = '*\t*\tABCDE12345\tcom.microsoft.wdav.epsext (1/1)\tMicrosoft Defender\t[activated enabled]'
  assert.deepEqual(await namesOf(listing(line)), [['XProtect', 'not-supported', 'not-supported']])
})

test('one that only waits for a restart to be gone is gone', async () => {
  const line = '\t\tX9E956P446\tcom.crowdstrike.falcon.Agent (7.16/1)\tFalcon\t[terminated waiting to uninstall on reboot]'
  assert.deepEqual(await namesOf(listing(line)), [['XProtect', 'not-supported', 'not-supported']])
})

test('"none" is never said: keeps unknown when neither could be read', async () => {
  const reason = (commands: object) => reasonOf('antivirus', macPc('imac-intel', { commands }))
  assert.equal(await reason({ xprotect: DENIED, extensions: HANGS }), 'access-denied')
  assert.equal(await reason({ xprotect: DENIED }), 'access-denied')
  assert.equal(await reason({ xprotect: '<plist></plist>', extensions: '3 extension(s)\nin another form\n' }), 'failed')
  assert.equal(await reasonOf('antivirus', { os: 'macos' }), 'not-supported')
})

test('one of the two is enough to tell of what it knows', async () => {
  assert.deepEqual(await namesOf(macPc('macbook-air-m1', { commands: { extensions: HANGS } })), [
    ['XProtect', 'not-supported', 'not-supported'],
  ])
  assert.deepEqual(await namesOf(macPc('macbook-air-m1', { commands: { xprotect: HANGS } })), [
    ['Microsoft Defender', true, 'not-supported'],
  ])
})
