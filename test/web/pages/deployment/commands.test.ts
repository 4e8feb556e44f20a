/** What ways of installing run: whole, silent, and right where it is pasted. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { type Installation, installationOf, METHODS, type Method, SYSTEMS, type System } from '#web/pages/deployment/commands.ts'
import { temporaryFolder } from '../../../agent/temporary-folder.ts'

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
    for (const [named] of text.matchAll(/somay-agent[\w.-]*\.(?:msi|exe|deb|rpm|pkg)/g))
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

test('a Mac gets its settings first, then the package by the installer of the system, as its README has it', () => {
  const { text, files } = installationOf('macos', 'command', TOLD)
  assert.deepEqual(files, ['somay-agent.pkg'])
  assert.match(text, /cat > \/etc\/somay\/agent\.json' <<'EOF' && sudo installer -pkg somay-agent\.pkg -target \/\n\{.*\}\nEOF$/)
  const readme = readFileSync('installers/macos/README.md', 'utf8')
  assert.ok(readme.includes('installer -pkg somay-agent.pkg -target /'))
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

/** Runs a text with programs of our own in the place of those that would act on the PC; what they were called with is all that a log or `ps` could show. */
function acted(t: TestContext, { text, files }: Installation, failing = '') {
  const folder = temporaryFolder(t)
  const log = join(folder, 'log')
  const program = (name: string, ...lines: string[]) =>
    writeFileSync(join(folder, name), ['#!/bin/sh', `echo "${name} $*" >> '${log}'`, ...lines, ''].join('\n'), { mode: 0o755 })
  program(
    'sudo',
    `[ "$1" = sh ] || exec "$@"`,
    'shift 2',
    'script=$1',
    'shift',
    `exec sh -c "$(echo "$script" | sed 's|/etc/somay|${folder}/etc|g')" "$@"`,
  )
  program('ssh', `[ "$1" != '${failing}' ] || exit 1`, 'exec sh -c "$2"')
  program('somay-agent', `echo "$SOMAY_TOKEN" > '${folder}/enrolled-by'`)
  for (const name of ['scp', 'dpkg', 'rpm']) program(name)
  for (const name of files) writeFileSync(join(folder, name), '')
  writeFileSync(join(folder, 'pcs.txt'), 'pc-1\npc-2\n')
  const printed = execFileSync('sh', ['-c', text], { cwd: folder, env: { PATH: `${folder}:/usr/bin:/bin` }, encoding: 'utf8' })
  return { folder, printed, log: readFileSync(log, 'utf8') }
}

test('on Linux no command line, which logs and everybody on the PC can see, holds the token; the settings hold it, for root alone', (t) => {
  const told = { collectorUrl: 'https://somay.tinh.gov.vn/a%20b', token: 'som_enrol_\'$(x)"', updateKey: 'K'.repeat(43) }
  for (const system of ['debian', 'rpm'] as const)
    for (const method of METHODS[system]) {
      const { folder, log } = acted(t, installationOf(system, method, told))
      assert.ok(!log.includes('som_enrol'), log)
      assert.match(log, system === 'debian' ? /^dpkg -i .*\.deb$/m : /^rpm -U .*\.rpm$/m)
      const settings = join(folder, 'etc/agent.json')
      assert.equal(statSync(settings).mode & 0o777, 0o600)
      const { collectorUrl, ...rest } = told
      assert.deepEqual(JSON.parse(readFileSync(settings, 'utf8')), { collectorUrls: [collectorUrl], ...rest })
    }
  const { folder, log } = acted(t, installationOf('installed', 'command', { ...told, updateKey: '' }))
  assert.ok(!log.includes('som_enrol'), log)
  assert.match(log, /^somay-agent enrol --collector https:\/\/somay\.tinh\.gov\.vn\/a%20b$/m)
  assert.equal(readFileSync(join(folder, 'enrolled-by'), 'utf8'), `${told.token}\n`)
})

test('the script goes through the whole list, and names the PC on which it did not work', (t) => {
  const { printed, log } = acted(t, installationOf('debian', 'script', TOLD), 'pc-1')
  assert.equal(printed, 'pc-1: not installed\n')
  assert.equal(log.match(/^dpkg -i/gm)?.length, 1)
})
