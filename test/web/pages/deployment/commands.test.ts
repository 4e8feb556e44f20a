/** What ways of installing run: whole, silent, and right where it is pasted. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { test } from 'node:test'
import { installationOf, METHODS, type Method, SYSTEMS, type System } from '#web/pages/deployment/commands.ts'

const TOLD = { collectorUrl: 'https://somay.tinh.gov.vn', token: 'som_enrol_abcdefghij', updateKey: '' }
const ALL: readonly (readonly [System, Method])[] = SYSTEMS.flatMap((system) => METHODS[system].map((method) => [system, method] as const))

test('every way names collector and token, and asks nothing', () => {
  for (const [system, method] of ALL) {
    const { text } = installationOf(system, method, TOLD)
    assert.ok(text.includes(TOLD.collectorUrl) && text.includes(TOLD.token), `${system} ${method}`)
    assert.ok(!/msiexec/.test(text) || / \/qn /.test(text), `${system} ${method}`)
  }
})

test('a file that a text names is among those to copy', () => {
  for (const [system, method] of ALL) {
    const { text, files } = installationOf(system, method, TOLD)
    for (const [named] of text.matchAll(/somay-agent[\w.-]*\.(?:msi|exe|deb|rpm)/g))
      assert.ok(files.includes(named), `${system} ${method}: ${named}`)
  }
})

test('weak PCs are told to run by the clock whatever the method', () => {
  for (const method of METHODS['windows-weak']) assert.match(installationOf('windows-weak', method, TOLD).text, / MODE=scheduled/)
})

test('a per cent sign of an address survives a batch file', () => {
  const { text } = installationOf('windows', 'stick', { ...TOLD, collectorUrl: 'https://somay.tinh/a%20b' })
  assert.match(text, /https:\/\/somay\.tinh\/a%%20b/)
})

test('scripts for Linux are scripts', () => {
  for (const system of ['debian', 'rpm'] as const)
    for (const method of ['stick', 'script'] as const) execFileSync('sh', ['-n'], { input: installationOf(system, method, TOLD).text })
})

test('where the agency has a key for updates, each way that installs hands it on', () => {
  const updateKey = 'K'.repeat(43)
  for (const [system, method] of ALL) {
    const told = installationOf(system, method, { ...TOLD, updateKey }).text.includes(updateKey)
    assert.equal(told, system !== 'installed', `${system} ${method}`)
    assert.doesNotMatch(installationOf(system, method, TOLD).text, /UPDATE_KEY|updateKey/)
  }
})
