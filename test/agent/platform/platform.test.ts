/** Reading and running on the PC the tests run on. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import { join } from 'node:path'
import { test } from 'node:test'
import { agentFor, proxyVariables } from '#agent/platform/http-agents.ts'
import { fetchSmallPage, resolveName, takesConnection } from '#agent/platform/network.ts'
import { unreadFrom } from '#agent/platform/reading.ts'
import { runCommand } from '#agent/platform/run-command.ts'
import { listFolder, readText, volumeSize } from '#agent/platform/system-files.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const soon = { timeoutMs: 5_000 }

test('tells absent, denied and failed apart', async (t) => {
  const folder = temporaryFolder(t)
  assert.equal((await readText(join(folder, 'nothing'))).kind, 'absent')
  assert.equal((await readText(folder)).kind, 'failed')
  assert.equal((await listFolder(join(folder, 'nothing'))).kind, 'absent')
  assert.equal(unreadFrom(Object.assign(new Error('x'), { code: 'EACCES' }), 'p').kind, 'denied')
  writeFileSync(join(folder, 'text'), 'chào')
  assert.deepEqual(await readText(join(folder, 'text')), { kind: 'read', value: 'chào' })
  assert.equal((await volumeSize(folder)).kind, 'read')
})

test('a command that is not there, fails, or answers with an exit code of its own', async () => {
  assert.equal((await runCommand('somay-no-such-command', [], soon)).kind, 'not-found')
  const failed = await runCommand('sh', ['-c', 'echo oh no >&2; exit 3'], soon)
  assert.ok(failed.kind === 'failed' && failed.detail.includes('oh no'))
  const own = await runCommand('sh', ['-c', 'echo yes; exit 100'], { ...soon, okCodes: [0, 100] })
  assert.deepEqual(own, { kind: 'ok', stdout: 'yes\n', code: 100 })
  assert.equal((await runCommand('sh', ['-c', 'echo Permission denied >&2; exit 1'], soon)).kind, 'denied')
  // What PowerShell says when policy forbids scripts: the words are the language's, the last line is not, and it comes late.
  const words = 'Không thể tải tệp C:\\\\inventory.ps1. '.repeat(20)
  const blocked = await runCommand(
    'sh',
    ['-c', `echo "${words}" >&2; echo "+ FullyQualifiedErrorId : UnauthorizedAccess" >&2; exit 1`],
    soon,
  )
  assert.ok(blocked.kind === 'denied' && blocked.detail.length < 400)
})

test('what a command says on stderr is part of its answer only where that is asked for', async () => {
  const both = ['-c', 'echo none left >&2; echo looking']
  assert.deepEqual(await runCommand('sh', both, soon), { kind: 'ok', stdout: 'looking\n', code: 0 })
  assert.deepEqual(await runCommand('sh', both, { ...soon, withErrors: true }), { kind: 'ok', stdout: 'looking\nnone left\n', code: 0 })
  const flood = await runCommand('sh', ['-c', 'while :; do echo aaaaaaaaaaaaaaaa >&2; done'], {
    ...soon,
    maxBytes: 10_000,
    withErrors: true,
  })
  assert.equal(flood.kind, 'failed')
})

test('a hung command is ended with what it started', async () => {
  const startedAt = performance.now()
  // The inner sleep keeps the pipe open: were it left running, this would take a minute.
  const hung = await runCommand('sh', ['-c', 'sleep 60 & sleep 60'], { timeoutMs: 100 })
  assert.equal(hung.kind, 'timed-out')
  assert.ok(performance.now() - startedAt < 30_000)
})

test('a command that left something behind in a group of its own is not waited for', { skip: process.platform !== 'linux' }, async (t) => {
  const file = join(temporaryFolder(t), 'pid')
  const done = await runCommand('sh', ['-c', `setsid sleep 30 & echo $! > ${file}; sleep 60`], { timeoutMs: 500 })
  assert.equal(done.kind, 'timed-out')
  const left = Number(readFileSync(file, 'utf8'))
  process.kill(left, 'SIGKILL')
})

test('a command that never stops writing is ended', async () => {
  const flood = await runCommand('sh', ['-c', 'while :; do echo aaaaaaaaaaaaaaaa; done'], { ...soon, maxBytes: 10_000 })
  assert.equal(flood.kind, 'failed')
})

test('commands speak English and see nothing of our environment', async () => {
  process.env.SOMAY_TOKEN_TEST = 'secret'
  const seen = await runCommand('env', [], soon)
  delete process.env.SOMAY_TOKEN_TEST
  assert.ok(seen.kind === 'ok')
  const names = seen.stdout.split('\n').map((line) => line.split('=')[0])
  assert.deepEqual(names.filter(Boolean).sort(), ['LANG', 'LC_ALL', 'PATH'])
  assert.ok(seen.stdout.includes('LC_ALL=C'))
})

test('a page is fetched without following a redirect; refused and silent are told apart', async (t) => {
  const server = createServer((request, response) => {
    if (request.url === '/moved') return response.writeHead(302, { location: '/ok' }).end()
    if (request.url === '/silent') return
    if (request.url === '/cut') return response.writeHead(200, { 'content-length': '1000' }).write('half', () => request.socket.destroy())
    response.end('somay ok')
  }).listen(0, '127.0.0.1')
  t.after(() => server.closeAllConnections())
  t.after(() => server.close())
  await new Promise((resolve) => server.once('listening', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const direct = { proxy: '' }
  const page = await fetchSmallPage(`${url}/ok`, 5_000, direct)
  assert.ok(page.kind === 'answered' && page.text === 'somay ok' && page.status === 200)
  const moved = await fetchSmallPage(`${url}/moved`, 5_000, direct)
  assert.ok(moved.kind === 'answered' && moved.status === 302)
  assert.equal((await fetchSmallPage(`${url}/silent`, 100, direct)).kind, 'no-answer')
  assert.equal((await fetchSmallPage(`${url}/cut`, 5_000, direct)).kind, 'no-answer')
  server.close()
  server.closeAllConnections()
  assert.equal((await fetchSmallPage(`${url}/ok`, 5_000, direct)).kind, 'refused')
})

test('whether something listens is told without a word to it', async (t) => {
  const heard: Buffer[] = []
  const server = createTcpServer((socket) => void socket.on('data', (chunk: Buffer) => heard.push(chunk)))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => void server.close())
  const { port } = server.address() as AddressInfo
  assert.equal(await takesConnection('127.0.0.1', port, 5_000), true)
  server.close()
  await once(server, 'close')
  assert.equal(await takesConnection('127.0.0.1', port, 5_000), false)
  assert.deepEqual(heard, [])
})

test('numeric addresses need no name', async () => {
  assert.equal(await resolveName('127.0.0.1', 100), 'numeric')
  assert.equal(await resolveName('[::1]', 100), 'numeric')
})

test('the setting for the proxy goes before the environment, and an empty one means none', () => {
  const environment = { HTTPS_PROXY: 'http://env:1', http_proxy: 'plain.example:8080', no_proxy: 'x' }
  const bypassed = 'x,localhost,127.0.0.1,::1'
  assert.deepEqual(proxyVariables({}, environment), {
    HTTPS_PROXY: 'http://env:1',
    http_proxy: 'http://plain.example:8080',
    NO_PROXY: bypassed,
    no_proxy: bypassed,
  })
  assert.deepEqual(proxyVariables({}, { no_proxy: 'x' }), {})
  assert.deepEqual(proxyVariables({ proxy: '' }, environment), {})
  assert.equal(proxyVariables({ proxy: 'http://set:2' }, environment).HTTPS_PROXY, 'http://set:2')
})

test('what is no address of a proxy is passed over, because Node would tell its password in an error', () => {
  for (const proxy of ['http://u:secret@h:99999', 'http://u:sec#ret@h:1', 'http://u:se%zzret@h:80', 'socks5://u:secret@h:1']) {
    assert.deepEqual(proxyVariables({}, { HTTPS_PROXY: proxy }), {})
    agentFor(
      'https://collector.example/',
      { routes: { kind: 'static', by: { 'https://collector.example': proxy } } },
      { keepAlive: false },
    ).destroy()
  }
})
