/** Which macOS it is. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownOf, reasonOf, why } from '../known.ts'
import { DENIED, HANGS, macPc, silentMac, textOf } from './mac-pc.ts'

const version = (said: string) => macPc('macbook-air-m1', { commands: { version: said } })

test('name, version, build with its letters, kernel and the kind of processor', async () => {
  const { build, ubr, supportEdition, installedAt, ...others } = await knownOf('os', macPc('macbook-air-m1'))
  assert.deepEqual(others, {
    family: 'macos',
    name: 'macOS',
    version: '14.5',
    buildName: '23F79',
    kernel: '23.5.0',
    architecture: 'arm64',
  })
  for (const property of [build, ubr, supportEdition, installedAt]) assert.equal(why(property), 'not-supported')
})

test('an older Intel Mac says the same in the same words', async () => {
  const { name, version, buildName, architecture } = await knownOf('os', macPc('imac-intel'))
  assert.deepEqual([name, version, buildName, architecture], ['macOS', '12.7.6', '21H1320', 'x64'])
})

test('a rapid response is part of the version', async () => {
  const said = 'ProductName:\t\tmacOS\nProductVersion:\t\t13.4.1\nProductVersionExtra:\t(c)\nBuildVersion:\t\t22F770820d\n'
  const os = await knownOf('os', version(said))
  assert.deepEqual([os.version, os.buildName], ['13.4.1 (c)', '22F770820d'])
})

test('an agent that runs under Rosetta does not make an Apple chip an Intel one', async () => {
  const sysctl = `hw.optional.x86_64: 1\n${textOf('macbook-air-m1', 'sysctl.txt')}`
  const pc = { ...macPc('macbook-air-m1', { commands: { sysctl } }), machine: 'x86_64' }
  assert.equal((await knownOf('os', pc)).architecture, 'arm64')
})

test('the number old programs are told is not taken for the version', async () => {
  for (const old of ['10.16', '16.0'])
    assert.equal(why((await knownOf('os', version(`ProductName: macOS\nProductVersion: ${old}\n`))).version), 'failed', old)
})

test('keeps unknown what sw_vers leaves out, and everything when it says nothing', async () => {
  const os = await knownOf('os', version('ProductName:\tmacOS\n'))
  assert.deepEqual([why(os.version), why(os.buildName)], ['not-supported', 'not-supported'])
  assert.equal(await reasonOf('os', version('')), 'failed')
  assert.equal(await reasonOf('os', macPc('imac-intel', { commands: { version: DENIED } })), 'access-denied')
  assert.equal(await reasonOf('os', macPc('imac-intel', { commands: { version: HANGS } })), 'timed-out')
})

test('a closed kernel leaves the kind of processor unknown, and a hung system_profiler nothing', async () => {
  assert.equal(why((await knownOf('os', macPc('mac-mini-m2', { commands: { sysctl: DENIED } }))).architecture), 'access-denied')
  assert.equal((await knownOf('os', silentMac('hangs.json'))).version, '26.0')
})
