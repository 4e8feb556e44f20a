/** Updates of Macs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isUnknown } from '#shared/unknown.ts'
import { knownOf, reasonOf, why } from '../known.ts'
import { DENIED, HANGS, macPc, profileOf, silentMac, textOf } from './mac-pc.ts'

test('what waits, by the last search of macOS itself', async () => {
  const { pendingCount, pending, pendingSecurityCount } = await knownOf('patches', macPc('macbook-air-m1'))
  assert.equal(pendingCount, 3)
  assert.deepEqual(pending, [
    { id: 'Safari18.6SonomaAuto-18.6', title: 'Safari', version: '18.6' },
    { id: 'macOS Sequoia 15.6-24G84', title: 'macOS Sequoia 15.6', version: '15.6' },
    { id: 'macOS Sonoma 14.7.7-23H723', title: 'macOS Sonoma 14.7.7', version: '14.7.7' },
  ])
  // Apple names no severity: how many of three are about security is not zero.
  assert.equal(why(pendingSecurityCount), 'not-supported')
})

test('none waits where macOS looked and says so, and then none is about security', async () => {
  for (const situation of ['mac-mini-m2', 'imac-intel'] as const) {
    const { pendingCount, pendingSecurityCount, pending } = await knownOf('patches', macPc(situation))
    assert.deepEqual([pendingCount, pendingSecurityCount, pending], [0, 0, []])
  }
})

test('"none waits" is worth nothing where macOS never looked', async () => {
  const { pendingCount, pending } = await knownOf('patches', macPc('mac-mini-m2', { commands: { updateSettings: DENIED } }))
  assert.deepEqual([why(pendingCount), why(pending)], ['access-denied', 'access-denied'])
  const never = textOf('mac-mini-m2', 'updateSettings.txt').replaceAll('SuccessfulDate', 'AttemptDate')
  assert.equal(why((await knownOf('patches', macPc('mac-mini-m2', { commands: { updateSettings: never } }))).pendingCount), 'failed')
})

test('nor where its last search was long ago', async () => {
  const { pendingCount, pendingSecurityCount } = await knownOf('patches', { ...macPc('mac-mini-m2'), now: '2027-05-01T00:00:00.000Z' })
  assert.deepEqual([why(pendingCount), why(pendingSecurityCount)], ['failed', 'failed'])
})

test('keeps unknown when softwareupdate hangs, and the rest is told', async () => {
  const { pendingCount, pending, lastSuccessAt, source } = await knownOf(
    'patches',
    macPc('macbook-air-m1', { commands: { updates: HANGS } }),
  )
  assert.deepEqual([why(pendingCount), why(pending)], ['timed-out', 'timed-out'])
  assert.deepEqual([lastSuccessAt, source], ['2024-07-30T04:05:00.000Z', 'Apple'])
})

test('no list and no word that it is empty is no empty list', async () => {
  for (const updates of [
    '',
    'Software Update Tool\n\nFinding available software\n',
    'Can’t connect to the Apple Software Update server.\n',
  ])
    assert.equal(why((await knownOf('patches', macPc('mac-mini-m2', { commands: { updates } }))).pendingCount), 'failed', updates)
})

test('lines of the log between the updates, a title with commas and one without its details', async () => {
  const updates = `Finding available software
2026-11-22 11:07:46.969 softwareupdate[25532:32872565] XType: com.apple.fonts is not accessible.
* Label: Tools-1.2
2026-11-22 11:07:46.969 softwareupdate[25532:32872565] XType: XTFontStaticRegistry is enabled.
\tTitle: Tools, Pro, for macOS, Version: 1.2, Size: 10KiB, Recommended: NO, Deferred: NO, \n* Label: Alone-3\n`
  const { pending } = await knownOf('patches', macPc('imac-intel', { commands: { updates } }))
  assert.deepEqual(pending, [{ id: 'Alone-3' }, { id: 'Tools-1.2', title: 'Tools, Pro, for macOS', version: '1.2' }])
})

test('an update that is about security alone says so by its label', async () => {
  const updates = '* Label: macOS Security Response 13.4.1 (a)-22F770820b\n\tTitle: x, Version: 13.4.1 (a), Size: 2KiB, Action: restart, \n'
  const { pendingSecurityCount, pending } = await knownOf('patches', macPc('imac-intel', { commands: { updates } }))
  assert.equal(pendingSecurityCount, 1)
  assert.ok(!isUnknown(pending) && pending[0]?.severity === 'security')
})

test('what came in is macOS and its updates, not what XProtect fetches and not the programs of others', async () => {
  const { installed, lastSuccessAt } = await knownOf('patches', macPc('macbook-air-m1'))
  assert.deepEqual(installed, [
    { id: 'Safari 17.6', version: '17.6', installedAt: '2024-07-30T04:05:00.000Z' },
    { id: 'macOS 14.4.1', version: '14.4.1', installedAt: '2024-04-01T09:00:00.000Z' },
    { id: 'macOS 14.5', version: '14.5', installedAt: '2024-06-03T02:14:00.000Z' },
  ])
  assert.equal(lastSuccessAt, '2024-07-30T04:05:00.000Z')
  const intel = await knownOf('patches', macPc('imac-intel'))
  assert.ok(!isUnknown(intel.installed) && intel.installed.some(({ id }) => id === 'Security Update 2021-008'))
})

test('an unchanged Mac gives an equal list in whatever order it remembers', async () => {
  const types = { SPInstallHistoryDataType: profileOf('macbook-air-m1').SPInstallHistoryDataType.toReversed() }
  assert.deepEqual(await knownOf('patches', macPc('macbook-air-m1', { types })), await knownOf('patches', macPc('macbook-air-m1')))
})

test('a day that makes no sense is no day, and a memory without an update of macOS knows no last one', async () => {
  const row = { _name: 'macOS 15.2', install_version: '15.2', package_source: 'package_source_apple', install_date: 'hôm qua' }
  const patches = (rows: object[]) => knownOf('patches', macPc('macbook-air-m1', { types: { SPInstallHistoryDataType: rows } }))
  const { installed, lastSuccessAt } = await patches([row])
  assert.ok(!isUnknown(installed))
  assert.deepEqual([why(installed[0]?.installedAt), why(lastSuccessAt)], ['failed', 'failed'])
  assert.equal(why((await patches([{ ...row, package_source: 'package_source_other' }])).lastSuccessAt), 'failed')
})

test('the same version that came in twice is one, of the later day', async () => {
  const row = { _name: 'macOS 15.2', install_version: '15.2', package_source: 'package_source_apple' }
  const types = {
    SPInstallHistoryDataType: [
      { ...row, install_date: '2025-01-27T00:00:00Z' },
      { ...row, install_date: '2025-01-26T00:00:00Z' },
    ],
  }
  assert.deepEqual((await knownOf('patches', macPc('macbook-air-m1', { types }))).installed, [
    { id: 'macOS 15.2', version: '15.2', installedAt: '2025-01-27T00:00:00.000Z' },
  ])
})

test('Apple is the source; an own server of former times is not believed, and what it names is not told', async () => {
  assert.equal((await knownOf('patches', macPc('mac-mini-m2'))).source, 'Apple')
  const { source } = await knownOf('patches', macPc('macbook-pro-t2'))
  assert.equal(why(source), 'not-supported')
  assert.ok(!JSON.stringify(source).includes('secret'))
  const seed = textOf('macbook-pro-t2', 'updateSettings.txt').replace('user:secret@sus.tinh.example:8088', 'swscan.apple.com')
  assert.equal((await knownOf('patches', macPc('macbook-pro-t2', { commands: { updateSettings: seed } }))).source, 'Apple')
})

test('whether a restart is due is never said, not even where an update would need one', async () => {
  assert.equal(why((await knownOf('patches', macPc('macbook-pro-t2'))).restartPending), 'not-supported')
})

test('is unknown as a whole when nothing could be asked', async () => {
  const nothing = { updates: HANGS, updateSettings: DENIED }
  assert.equal(await reasonOf('patches', { ...macPc('mac-mini-m2', { commands: nothing }), profiler: '{}' }), 'timed-out')
  assert.equal(why((await knownOf('patches', silentMac('hangs.json'))).lastSuccessAt), 'timed-out')
})
