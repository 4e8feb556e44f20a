/** Which program a command stands for and what it sees, on both kinds of system, wherever this test runs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commandEnvironment } from '#agent/platform/command-environment.ts'

const INHERITED = {
  systemroot: 'D:\\Windows',
  Path: 'C:\\Users\\nvan\\bin',
  USERPROFILE: 'C:\\Users\\nvan',
  PSModulePath: 'C:\\Users\\nvan\\Documents\\WindowsPowerShell\\Modules',
  SOMAY_TOKEN: 'secret',
  ProgramData: 'D:\\ProgramData',
}

test('on Windows a program has its whole path, so that none of the current folder is started', () => {
  const of = (file: string) => commandEnvironment(file, 'win32', INHERITED).file
  assert.equal(of('powershell.exe'), 'D:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe')
  assert.equal(of('route.exe'), 'D:\\Windows\\System32\\route.exe')
  assert.equal(of('D:\\tools\\x.exe'), 'D:\\tools\\x.exe')
})

test('on Windows it sees what PowerShell needs, and nothing of a person or of the agent', () => {
  const { env } = commandEnvironment('powershell.exe', 'win32', INHERITED)
  assert.equal(env.SystemRoot, 'D:\\Windows')
  assert.equal(env.ProgramData, 'D:\\ProgramData')
  assert.equal(env.PSModulePath, 'D:\\Windows\\System32\\WindowsPowerShell\\v1.0\\Modules')
  const text = JSON.stringify(env)
  assert.equal(text.includes('nvan'), false)
  assert.equal(text.includes('secret'), false)
})

test('without a word of where Windows is, the usual place is taken', () => {
  assert.equal(commandEnvironment('route.exe', 'win32', {}).file, 'C:\\Windows\\System32\\route.exe')
})

test('elsewhere the name stays, and the path is fixed', () => {
  const { file, env } = commandEnvironment('dmidecode', 'linux', { PATH: '/home/nvan/bin', HOME: '/home/nvan' })
  assert.equal(file, 'dmidecode')
  assert.deepEqual(Object.keys(env), ['PATH', 'LC_ALL', 'LANG'])
  assert.equal(env.PATH?.includes('nvan'), false)
})
