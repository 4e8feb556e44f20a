/** What the runner asks of installers: a busy one is waited for, half an installation is none, and on the way back of Windows the settings go along. */
import assert from 'node:assert/strict'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { CommandResult } from '#agent/platform/run-command.ts'
import { linuxHands, type RunCommand } from '#agent/runner/linux-hands.ts'
import { windowsHands } from '#agent/runner/windows-hands.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const ok = (stdout = '', code = 0): CommandResult => ({ kind: 'ok', stdout, code })
const failed = (detail: string): CommandResult => ({ kind: 'failed', detail })

/** Answers by the beginning of the command line; the lines that were run. */
function shellOf(answers: Readonly<Record<string, CommandResult | (() => CommandResult)>>) {
  const lines: string[] = []
  const run: RunCommand = async (file, args) => {
    const line = [file, ...args].join(' ')
    lines.push(line)
    const found = Object.entries(answers).find(([begin]) => line.startsWith(begin))?.[1]
    return typeof found === 'function' ? found() : (found ?? ok())
  }
  return { lines, run }
}

const deedsIn = (lines: readonly string[]) => lines.filter((line) => !line.startsWith('reg.exe query'))

const ABOUT = (version: string, mode = 'service') =>
  ok(
    `\r\nHKEY_LOCAL_MACHINE\\Software\\SoMay\\Installed\r\n    mode    REG_SZ    ${mode}\r\n    version    REG_SZ    ${version}\r\n    code    REG_SZ    {AB}\r\n    window    REG_SZ    logon\r\n`,
  )

test('of Debian a package counts only when it is whole; of rpm only when it is one', async () => {
  const versionOf = async (kind: 'linux-deb-amd64' | 'linux-rpm-x86_64', said: CommandResult) =>
    linuxHands(kind, shellOf({ dpkg: said, rpm: said }).run, async () => undefined).installedVersion()
  assert.equal(await versionOf('linux-deb-amd64', ok('installed 0.2.0')), '0.2.0')
  assert.equal(await versionOf('linux-deb-amd64', ok('half-configured 0.2.0')), undefined)
  assert.equal(await versionOf('linux-deb-amd64', failed('no packages found')), undefined)
  assert.equal(await versionOf('linux-rpm-x86_64', ok('installed 0.2.0\n')), '0.2.0')
  assert.equal(await versionOf('linux-rpm-x86_64', ok('installed 0.1.0\ninstalled 0.2.0\n')), undefined)
})

test('while updates of the system hold the lock it is waited for', async () => {
  let busy = 2
  let waits = 0
  const { run, lines } = shellOf({
    'dpkg --install': () =>
      busy-- > 0 ? failed('dpkg ended with 2: dpkg: error: dpkg frontend lock was locked by another process') : ok(),
  })
  const hands = linuxHands('linux-deb-amd64', run, async () => void waits++)
  assert.deepEqual(await hands.install('/x.deb'), { ok: true })
  assert.equal(waits, 2)
  assert.equal(lines.filter((line) => line.startsWith('dpkg --install')).length, 3)
  const broken = shellOf({ 'dpkg --install': failed('dpkg ended with 1: no such file') })
  assert.deepEqual(await linuxHands('linux-deb-amd64', broken.run, async () => undefined).install('/x.deb'), {
    ok: false,
    detail: 'dpkg ended with 1: no such file',
  })
})

test('rpm takes an older version when asked to', async () => {
  const { run, lines } = shellOf({})
  await linuxHands('linux-rpm-x86_64', run, async () => undefined).goBackTo('/old.rpm', '0.2.0')
  assert.deepEqual(lines, ['rpm --upgrade --oldpackage --replacepkgs /old.rpm'])
})

test('Windows goes back by removing the new version, with the settings, mode and window put back', async (t) => {
  const settingsFile = join(temporaryFolder(t), 'settings.reg')
  const { run, lines } = shellOf({ 'reg.exe query': ABOUT('0.3.0', 'scheduled') })
  writeFileSync(settingsFile, 'as reg export wrote it')
  const hands = windowsHands({ run, wait: async () => undefined, settingsFile, isAgentAtWork: () => false })
  assert.equal(await hands.installedVersion(), '0.3.0')
  assert.deepEqual(await hands.goBackTo('C:\\old.msi', '0.3.0'), { ok: true })
  assert.deepEqual(deedsIn(lines), [
    `reg.exe export HKLM\\Software\\SoMay\\Agent ${settingsFile} /y`,
    'msiexec.exe /x {AB} /qn /norestart',
    `reg.exe import ${settingsFile}`,
    'msiexec.exe /i C:\\old.msi MODE=scheduled WINDOW=logon /qn /norestart',
  ])
  assert.equal(existsSync(settingsFile), false, 'a token is in it')
})

test('where no service stops the agent its end is waited for; another installation’s too', async (t) => {
  let looks = 3
  let busy = 1
  let waits = 0
  const { run } = shellOf({ 'reg.exe query': ABOUT('0.1.0', 'scheduled'), 'msiexec.exe': () => (busy-- > 0 ? ok('', 1618) : ok()) })
  const ground = { run, wait: async () => void waits++, settingsFile: join(temporaryFolder(t), 'x'), isAgentAtWork: () => looks-- > 0 }
  assert.deepEqual(await windowsHands(ground).install('C:\\new.msi'), { ok: true })
  assert.equal(waits, 4)
})

test('on a weak PC the agent’s task is made anew and run: an installer that failed may have taken it along', async (t) => {
  const folder = '    folder    REG_SZ    D:\\Program Files\\SoMay\\Agent\\\r\n'
  const scheduled = ABOUT('0.1.0', 'scheduled')
  const { run, lines } = shellOf({ 'reg.exe query': scheduled.kind === 'ok' ? ok(scheduled.stdout + folder) : scheduled })
  await windowsHands({
    run,
    wait: async () => undefined,
    settingsFile: join(temporaryFolder(t), 'x'),
    isAgentAtWork: () => false,
  }).startAgent()
  assert.deepEqual(deedsIn(lines), [
    'D:\\Program Files\\SoMay\\Agent\\node.exe D:\\Program Files\\SoMay\\Agent\\setup.mjs schedule',
    'schtasks.exe /Run /TN SoMay\\Agent',
  ])
})

test('the power goes between the one version and the other: mode, window and settings are still known at the next start', async (t) => {
  const settingsFile = join(temporaryFolder(t), 'settings.reg')
  writeFileSync(settingsFile, 'as reg export wrote it')
  let present = ABOUT('0.3.0', 'scheduled')
  let cut = true
  const { run, lines } = shellOf({
    'reg.exe query': () => present,
    'msiexec.exe /x': () => {
      present = failed('no key')
      return ok()
    },
    'msiexec.exe /i': () => {
      if (cut) throw new Error('the power')
      return ok()
    },
  })
  const house = () => windowsHands({ run, wait: async () => undefined, settingsFile, isAgentAtWork: () => false })
  await assert.rejects(house().goBackTo('C:\\old.msi', '0.3.0'), /the power/)
  cut = false
  lines.length = 0
  assert.equal(await house().isScheduled(), true)
  assert.deepEqual(await house().goBackTo('C:\\old.msi', '0.3.0'), { ok: true })
  assert.deepEqual(deedsIn(lines), [
    `reg.exe import ${settingsFile}`,
    'msiexec.exe /i C:\\old.msi MODE=scheduled WINDOW=logon /qn /norestart',
  ])
})

test('settings that cannot be kept, or not be put back, stop the way back before anything is lost', async (t) => {
  const settingsFile = join(temporaryFolder(t), 'settings.reg')
  const full = shellOf({ 'reg.exe query': ABOUT('0.3.0'), 'reg.exe export': failed('the disk is full') })
  const house = (run: RunCommand) => windowsHands({ run, wait: async () => undefined, settingsFile, isAgentAtWork: () => false })
  assert.deepEqual(await house(full.run).goBackTo('C:\\old.msi', '0.3.0'), {
    ok: false,
    detail: 'the settings could not be kept: the disk is full',
  })
  // Said to be written, and not there.
  const mute = shellOf({ 'reg.exe query': ABOUT('0.3.0') })
  assert.deepEqual(await house(mute.run).goBackTo('C:\\old.msi', '0.3.0'), {
    ok: false,
    detail: 'the settings could not be kept: ENOENT',
  })
  writeFileSync(settingsFile, 'as reg export wrote it')
  const deaf = shellOf({ 'reg.exe query': failed('no key'), 'reg.exe import': failed('access is denied') })
  assert.equal((await house(deaf.run).goBackTo('C:\\old.msi', '0.3.0')).ok, false)
  for (const { lines } of [full, mute, deaf]) assert.doesNotMatch(lines.join('\n'), /msiexec/)
})
