/** FileVault and encrypted volumes of Macs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bodyOf, knownOf, reasonOf, why } from '../known.ts'
import { DENIED, HANGS, macPc, profileOf, type Situation, silentMac, textOf } from './mac-pc.ts'

async function stateOf(situation: Situation, commands = {}): Promise<unknown> {
  return (await knownOf('disk-encryption', macPc(situation, { commands }))).volumes[0]?.state
}

test('FileVault on protects the volume of macOS', async () => {
  assert.deepEqual((await knownOf('disk-encryption', macPc('macbook-air-m1'))).volumes, [
    { mount: '/', state: 'protected', holdsSystem: true },
  ])
})

test('without FileVault an old Mac encrypts nothing, and a newer one with a key that lies open', async () => {
  assert.equal(await stateOf('imac-intel'), 'none')
  assert.equal(await stateOf('mac-mini-m2'), 'suspended')
})

test('on the way there or back is neither', async () => {
  for (const fileVault of [
    'FileVault is On.\nEncryption in progress: Percent completed = 42.17\n',
    'Encryption in progress: Pending\n',
    'FileVault is Off.\nDecryption in progress: Percent completed = 73\n',
  ])
    assert.equal(await stateOf('imac-intel', { fileVault }), 'in-progress', fileVault)
})

test('each further volume is told for itself, whatever FileVault says of the first', async () => {
  const states = async (from: string, to: string) => {
    const apfs = textOf('macbook-pro-t2', 'apfs.txt')
    const [before, after] = [apfs.slice(0, apfs.indexOf('disk1s7')), apfs.slice(apfs.indexOf('disk1s7'))]
    const pc = macPc('macbook-pro-t2', { commands: { apfs: `${before}${after.replace(from, to)}` } })
    return (await knownOf('disk-encryption', pc)).volumes.map(({ mount, state }) => [mount, why(state) ?? state])
  }
  assert.deepEqual(await states('', ''), [
    ['/', 'protected'],
    ['/Volumes/Work', 'suspended'],
  ])
  assert.equal((await states('<false/>', '<true/>'))[1]?.[1], 'protected')
  assert.equal((await states('<key>Encryption</key>\n\t\t\t\t\t<true/>', '<key>Encryption</key>\n\t\t\t\t\t<false/>'))[1]?.[1], 'none')
  assert.equal((await states('<key>FileVault</key>', '<key>Other</key>'))[1]?.[1], 'not-supported')
})

test('a volume on its way is told by APFS', async () => {
  const apfs = textOf('macbook-pro-t2', 'apfs.txt').replaceAll(
    '<key>CryptoMigrationOn</key>\n\t\t\t\t\t<false/>',
    '<key>CryptoMigrationOn</key>\n\t\t\t\t\t<true/>',
  )
  const { volumes } = await knownOf('disk-encryption', macPc('macbook-pro-t2', { commands: { apfs } }))
  assert.equal(volumes[1]?.state, 'in-progress')
})

test('a volume that is none of APFS is not called open', async () => {
  const rows = profileOf('macbook-pro-t2').SPStorageDataType.map((row) =>
    row.mount_point === '/Volumes/Work' ? { ...row, bsd_name: 'disk5s2', file_system: 'HFS+' } : row,
  )
  const { volumes } = await knownOf('disk-encryption', macPc('macbook-pro-t2', { types: { SPStorageDataType: rows } }))
  assert.equal(why(volumes[1]?.state), 'not-supported')
})

test('"off" alone does not tell whether nothing is encrypted or the key lies open', async () => {
  assert.equal(why(await stateOf('imac-intel', { apfs: HANGS })), 'timed-out')
  for (const apfs of ['', '<plist version="1.0"><dict><key>Containers</key><array><string>x</string></array></dict></plist>'])
    assert.equal(why(await stateOf('imac-intel', { apfs })), 'failed', apfs)
  // "On" needs no second word.
  assert.equal(await stateOf('macbook-air-m1', { apfs: DENIED }), 'protected')
})

test('keeps unknown when fdesetup says nothing that is understood, hangs or is denied', async () => {
  for (const fileVault of ['', 'Error: could not connect\n', 'FileVault is Maybe.\n'])
    assert.equal(why(await stateOf('macbook-air-m1', { fileVault })), 'failed', fileVault)
  assert.equal(why(await stateOf('macbook-air-m1', { fileVault: HANGS })), 'timed-out')
  assert.equal(why(await stateOf('macbook-air-m1', { fileVault: DENIED })), 'access-denied')
  assert.equal(await reasonOf('disk-encryption', silentMac('hangs.json')), 'timed-out')
})

test('for whom FileVault will be turned on is not told', async () => {
  assert.ok(textOf('imac-intel', 'fileVault.txt').includes("user 'an'"))
  assert.ok(!JSON.stringify(await bodyOf('disk-encryption', macPc('imac-intel'))).includes("'an'"))
})
