/** The patches probe over pretended PCs with apt, dnf or neither. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseLastUpgrade } from '#agent/probes/apt-history.ts'
import { knownOf, reasonOf, why } from './known.ts'
import { fixture } from './pretend-platform.ts'

test('counts captured pending updates, and does not say "no security ones" where no security source is known', async () => {
  const patches = await knownOf('patches', 'debian-no-security-source')
  assert.ok(Array.isArray(patches.pending))
  assert.ok(patches.pending.length > 50)
  assert.equal(patches.pendingCount, patches.pending.length)
  assert.equal(why(patches.pendingSecurityCount), 'not-supported')
  assert.equal(patches.pending[0]?.severity, undefined)
  assert.equal(patches.source, 'deb.debian.org')
})

test('does not take "no mark" for "no restart due" where nothing would leave one', async () => {
  assert.equal(why((await knownOf('patches', 'debian-no-security-source')).restartPending), 'not-supported')
  assert.equal((await knownOf('patches', 'ubuntu-up-to-date')).restartPending, false)
  assert.equal((await knownOf('patches', 'ubuntu-restart-due')).restartPending, true)
})

test('counts security updates, and new packages not at all', async () => {
  const patches = await knownOf('patches', 'ubuntu-restart-due')
  assert.deepEqual(patches.pending, [
    { id: 'base-files', version: '13ubuntu10.2', severity: 'other' },
    { id: 'libc6:i386', version: '2.39-0ubuntu8.3', severity: 'security' },
    { id: 'openssl', version: '3.0.13-0ubuntu3.4', severity: 'security' },
  ])
  assert.equal(patches.pendingSecurityCount, 2)
  assert.equal(patches.source, 'security.ubuntu.com, vn.archive.ubuntu.com')
})

test('finds the last upgrade that did not fail, in the older log too', async () => {
  const expected = new Date('2026-09-22T04:45:29').toISOString()
  assert.equal((await knownOf('patches', 'debian-no-security-source')).lastSuccessAt, expected)
  assert.equal((await knownOf('patches', 'ubuntu-restart-due')).lastSuccessAt, expected)
})

test('finds it in logs of many months ago, the newest first', async () => {
  const upgrade = (day: string) => `\nStart-Date: ${day}  04:45:19\nUpgrade: bash:amd64 (1, 2)\nEnd-Date: ${day}  04:45:29\n`
  const pc = fixture('patches', 'ubuntu-up-to-date')
  const files = {
    ...pc.files,
    '/var/log/apt/history.log': '',
    '/var/log/apt/history.log.10.gz': upgrade('2026-01-05'),
    '/var/log/apt/history.log.9.gz': upgrade('2026-02-05'),
    '/var/log/apt/term.log': upgrade('2026-11-05'),
  }
  assert.equal((await knownOf('patches', { ...pc, files })).lastSuccessAt, new Date('2026-02-05T04:45:29').toISOString())
})

test('no upgrade in the logs is neither "never" nor something the system cannot tell', async () => {
  const pc = fixture('patches', 'ubuntu-up-to-date')
  const files = { ...pc.files, '/var/log/apt/history.log': '' }
  assert.deepEqual((await knownOf('patches', { ...pc, files })).lastSuccessAt, {
    unknown: 'failed',
    detail: 'no upgrade stands in the logs that are still kept',
  })
})

test('an upgrade log that is denied is unknown, and not passed over', () => {
  const denied = { kind: 'denied', detail: 'x' } as const
  assert.equal(why(parseLastUpgrade({ kind: 'read', value: [denied, { kind: 'read', value: '' }] })), 'access-denied')
  assert.equal(why(parseLastUpgrade(denied)), 'access-denied')
})

test('an up-to-date PC has zero pending, a PC without lists an unknown number', async () => {
  const fresh = await knownOf('patches', 'ubuntu-up-to-date')
  assert.deepEqual([fresh.pendingCount, fresh.pendingSecurityCount, fresh.pending], [0, 0, []])
  const never = await knownOf('patches', 'lists-never-fetched')
  assert.equal(why(never.pendingCount), 'failed')
  assert.equal(why(never.pending), 'failed')
})

test('zero by lists fetched long ago is not said, on apt as on dnf; what they do hold still waits', async () => {
  const later = { now: '2027-05-01T00:00:00.000Z' }
  const apt = await knownOf('patches', { ...fixture('patches', 'ubuntu-up-to-date'), ...later })
  assert.deepEqual([why(apt.pendingCount), why(apt.pendingSecurityCount), why(apt.pending)], ['failed', 'failed', 'failed'])
  const check = 'dnf --quiet --cacheonly check-update'
  const dnf = fixture('patches', 'dnf-pending')
  const fetched = { '/var/cache/dnf/baseos-0123456789abcdef/repodata/repomd.xml': '2026-11-20T08:00:00.000Z' }
  const none = { ...dnf.commands, [check]: '', [`${check} --security`]: '' }
  assert.equal((await knownOf('patches', { ...dnf, commands: none, modified: fetched })).pendingCount, 0)
  assert.equal(why((await knownOf('patches', { ...dnf, commands: none, modified: fetched, ...later })).pendingCount), 'failed')
  assert.equal((await knownOf('patches', { ...dnf, modified: fetched, ...later })).pendingCount, 3)
})

test('an apt that hangs leaves the count unknown', async () => {
  const patches = await knownOf('patches', 'apt-hangs')
  assert.equal(why(patches.pendingCount), 'timed-out')
  assert.equal(why(patches.pendingSecurityCount), 'timed-out')
  assert.equal(why(patches.lastSuccessAt), 'access-denied')
})

test('reads dnf, leaving obsoletions out', async () => {
  const patches = await knownOf('patches', 'dnf-pending')
  assert.deepEqual(patches.pending, [
    { id: 'kernel.x86_64', version: '5.14.0-503.15.1.el9_5', severity: 'security' },
    { id: 'openssl.x86_64', version: '1:3.2.2-6.el9_5', severity: 'other' },
    { id: 'tzdata.noarch', version: '2024b-2.el9', severity: 'other' },
  ])
  assert.equal(patches.pendingSecurityCount, 1)
  assert.equal(patches.restartPending, true)
})

test('a package whose name takes a line of its own is counted like the others', async () => {
  const pc = fixture('patches', 'dnf-pending')
  const check = 'dnf --quiet --cacheonly check-update'
  const stdout = `
tzdata.noarch                  2024b-2.el9                   baseos
java-1.8.0-openjdk-headless-fastdebug.x86_64
                               1:1.8.0.432.b06-2.el9         appstream
`
  const patches = await knownOf('patches', { ...pc, commands: { ...pc.commands, [check]: { kind: 'ok', code: 100, stdout } } })
  assert.deepEqual(Array.isArray(patches.pending) && patches.pending.map(({ id, version }) => [id, version]), [
    ['java-1.8.0-openjdk-headless-fastdebug.x86_64', '1:1.8.0.432.b06-2.el9'],
    ['tzdata.noarch', '2024b-2.el9'],
  ])
})

test('takes the last upgrade from the log of dnf 4, not the last installation, and names servers without their passwords', async () => {
  const patches = await knownOf('patches', 'dnf-pending')
  assert.equal(patches.lastSuccessAt, '2026-09-14T02:15:22.000Z')
  assert.equal(patches.source, 'kho.tinh.example, mirrors.rockylinux.org')
})

test('does not say "no security updates" where no repository tells which those are', async () => {
  const patches = await knownOf('patches', 'dnf5-without-notes')
  assert.deepEqual(patches.pending, [{ id: 'vim-minimal.x86_64', version: '2:9.1.1914-1.fc42' }])
  assert.equal(why(patches.pendingSecurityCount), 'not-supported')
  assert.equal(why(patches.lastSuccessAt), 'not-supported')
  assert.equal(patches.restartPending, false)
})

test('a restart is not made of a program that failed', async () => {
  const failed = { kind: 'ok', code: 1, stdout: 'No such command: needs-restarting.' } as const
  const patches = await knownOf('patches', { folders: ['/etc/dnf'], commands: { 'dnf --cacheonly needs-restarting --reboothint': failed } })
  assert.equal(why(patches.restartPending), 'not-supported')
})

test('a dnf without a cache and a PC with neither leave it unknown', async () => {
  const patches = await knownOf('patches', 'dnf-without-cache')
  assert.equal(why(patches.pendingCount), 'failed')
  assert.equal(why(patches.pendingSecurityCount), 'failed')
  assert.equal(await reasonOf('patches', 'neither'), 'not-supported')
})

test('a package folder that may not be looked into is not "no package system"', async () => {
  assert.equal(await reasonOf('patches', { denied: ['/var/lib/dpkg/info'] }), 'access-denied')
  assert.equal(await reasonOf('patches', { failed: ['/etc/dnf'] }), 'failed')
})
