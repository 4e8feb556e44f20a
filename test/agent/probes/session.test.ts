/** Whether somebody is logged on: desktops and consoles count, services, log-in screens and remote shells do not. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hasSession } from '#agent/probes/session.ts'
import { type PretendPc, pretendPlatform } from './pretend-platform.ts'

const FOLDER = '/run/systemd/sessions'
const session = (changes: Record<string, string>) =>
  Object.entries({ UID: '1000', ACTIVE: '1', STATE: 'active', REMOTE: '0', TYPE: 'wayland', CLASS: 'user', SEAT: 'seat0', ...changes })
    .map(([key, value]) => `${key}=${value}`)
    .join('\n')

const told = (pc: PretendPc) => hasSession(pretendPlatform(pc))
const linux = (...sessions: string[]): PretendPc => ({
  folders: [FOLDER],
  files: Object.fromEntries(sessions.map((text, index) => [`${FOLDER}/${index + 1}`, `# Private.\n${text}\n`])),
})

for (const [says, sessions, expected] of [
  ['a desktop', [session({})], true],
  ['a text console', [session({ TYPE: 'tty' })], true],
  ['a remote desktop', [session({ REMOTE: '1', TYPE: 'x11' })], true],
  ['a locked desktop nobody left', [session({ STATE: 'online' })], true],
  ['the log-in screen alone', [session({ CLASS: 'greeter' })], false],
  ['an administrator over SSH', [session({ REMOTE: '1', TYPE: 'tty' })], false],
  ['a job without a terminal', [session({ TYPE: 'unspecified' })], false],
  ['systemd itself', [session({ CLASS: 'manager', TYPE: 'unspecified' })], false],
  ['a session that is just ending', [session({ STATE: 'closing' })], false],
  ['one of several', [session({ CLASS: 'greeter' }), session({})], true],
  ['nobody', [], false],
] as const) {
  test(`Linux: ${says}`, async () => assert.equal(await told(linux(...sessions)), expected))
}

test('Linux without logind, and a session that may not be read, cannot be told', async () => {
  assert.equal(await told({}), undefined)
  assert.equal(await told({ folders: [FOLDER], denied: [`${FOLDER}/3`] }), undefined)
  assert.equal(await told({ ...linux(session({})), denied: [`${FOLDER}/3`] }), true)
})

const TASKLIST = 'tasklist.exe /fi imagename eq explorer.exe /fo csv /nh'

test('Windows: a desktop has its Explorer in a session of its own, in any language', async () => {
  const windows = (said: string) => told({ os: 'windows', commands: { [TASKLIST]: said } })
  assert.equal(await windows('"explorer.exe","5120","Console","1","98,304 K"\r\n'), true)
  assert.equal(await windows('"explorer.exe","7012","RDP-Tcp#3","2","142.336 K"\r\n'), true)
  assert.equal(await windows('INFO: No tasks are running which match the specified criteria.\r\n'), false)
  assert.equal(await windows('"explorer.exe","720","Services","0","9,304 K"\r\n'), false)
  assert.equal(await told({ os: 'windows' }), undefined)
})

test('macOS: the console belongs to whoever is logged on', async () => {
  const mac = (said: string) => told({ os: 'macos', commands: { '/usr/bin/stat -f %u /dev/console': said } })
  assert.equal(await mac('501\n'), true)
  assert.equal(await mac('0\n'), false)
  assert.equal(await mac('stat: no'), undefined)
})
