/** A collector that cannot start ends at once and says why, in both languages, and what to do. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { temporaryFolder } from '../agent/temporary-folder.ts'

const CLI = fileURLToPath(new URL('../../collector/src/cli.ts', import.meta.url))

async function refused(t: TestContext, args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const env = { ...process.env, SOMAY_DATA: temporaryFolder(t), SOMAY_PORT: '0', ...environment }
  const child = spawn(process.execPath, [CLI, 'serve', ...args], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  t.after(() => void child.kill('SIGKILL'))
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  const [code] = await once(child, 'close')
  assert.equal(code, 1, said)
  assert.doesNotMatch(said, /\n\s+at /, 'no stack for people')
  return said
}

test('a port in use is named, with the way to another', async (t) => {
  const holder = createServer().listen(0, '127.0.0.1')
  await once(holder, 'listening')
  t.after(() => void holder.close())
  const port = String((holder.address() as AddressInfo).port)
  const said = await refused(t, ['--port', port])
  assert.match(said, /Cổng này đang có chương trình khác dùng.*--port/s)
  assert.match(said, new RegExp(`Another program uses this port.*${port}`, 's'))
})

test('a password that is too short is refused without being repeated', async (t) => {
  const said = await refused(t, [], { SOMAY_ADMIN_PASSWORD: 'ngan' })
  assert.match(said, /SOMAY_ADMIN_PASSWORD.*10 ký tự.*10 characters/s)
  assert.doesNotMatch(said, /ngan/)
})

test('settings that make no sense name themselves and what they take', async (t) => {
  const wrong: readonly (readonly [string[], RegExp])[] = [
    [['--port', '70000'], /--port "70000".*65535/],
    [['--database', 'mysql://somewhere'], /--database.*postgres:/],
    [['--time-zone', 'Hanoi'], /--time-zone "Hanoi".*Asia\/Ho_Chi_Minh/],
    [['--probe-targets', 'ftp://x'], /--probe-targets.*http/],
    [['--switched-off', 'softwar'], /--switched-off "softwar".*facts\.md/],
    [['--no-such-flag'], /no-such-flag/],
  ]
  await Promise.all(wrong.map(async ([args, sentence]) => assert.match(await refused(t, args), sentence)))
})

test('a data folder that cannot be written is said to be that', async (t) => {
  const said = await refused(t, ['--data', join(CLI, 'not-a-folder')])
  assert.match(said, /--data|thư mục|ENOTDIR/)
})
