/** HTTPS with a certificate of the agency's own authority: trusted by whoever has its root, renewed while it runs; unencrypted only where that was meant. */
import assert from 'node:assert/strict'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { get } from 'node:https'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import type { TLSSocket } from 'node:tls'
import { temporaryFolder } from '../../agent/temporary-folder.ts'
import { makeCertificate, makeAuthority as otherAuthority } from '../../certificates.ts'
import { runCommand, startCommand } from '../../collector-command.ts'
import { startCollector } from '../../collector-process.ts'
import { until } from '../../until.ts'

const HOSTS = 'localhost,127.0.0.1,::1,somay.tinh.example'

async function made(folder: string): Promise<{ SOMAY_TLS_CERT: string; SOMAY_TLS_KEY: string }> {
  const { code, said } = await runCommand(['tls', 'make', '--host', HOSTS, '--out', folder])
  assert.equal(code, 0, said)
  return { SOMAY_TLS_CERT: join(folder, 'server.pem'), SOMAY_TLS_KEY: join(folder, 'server-key.pem') }
}

type Seen = { readonly status: number | undefined; readonly fingerprint: string }

/** A connection of its own, so that the certificate is the one of now. */
function ask(port: number, ca: string, servername = 'localhost'): Promise<Seen> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path: '/healthz', ca, servername, agent: false }, (answer) => {
      const { fingerprint256 } = (answer.socket as TLSSocket).getPeerCertificate()
      answer.resume().on('end', () => resolve({ status: answer.statusCode, fingerprint: fingerprint256 }))
    }).on('error', reject)
  })
}

test('whoever has the root trusts it by each of its names, and nobody else does', async (t) => {
  const folder = join(temporaryFolder(t), 'tls')
  const environment = { ...(await made(folder)), SOMAY_HOST: '0.0.0.0' }
  const { port, url } = await startCollector(t, { environment })
  assert.match(url, /^https:/)
  const root = readFileSync(join(folder, 'ca.pem'), 'utf8')
  for (const name of ['localhost', 'somay.tinh.example']) assert.equal((await ask(port, root, name)).status, 200)
  await assert.rejects(ask(port, root, 'elsewhere.example'), { code: 'ERR_TLS_CERT_ALTNAME_INVALID' })
  await assert.rejects(ask(port, otherAuthority('Another').certificate), /verify|issuer/)
  if (process.platform === 'win32') return
  const modes = ['ca.pem', 'ca-key.pem', 'server.pem', 'server-key.pem'].map((name) =>
    (statSync(join(folder, name)).mode & 0o777).toString(8),
  )
  assert.deepEqual(modes, ['644', '600', '644', '640'])
})

test('a renewed certificate is in use without a restart, by itself and at once when told; one that fits nothing is not', async (t) => {
  const folder = join(temporaryFolder(t), 'tls')
  const environment = await made(folder)
  const collector = await startCollector(t, { environment })
  const { port, pid, dataFolder } = collector
  const root = readFileSync(join(folder, 'ca.pem'), 'utf8')
  const log = () => readFileSync(join(dataFolder, 'collector.log'), 'utf8')
  const first = await ask(port, root)

  const key = readFileSync(environment.SOMAY_TLS_KEY)
  const certificate = readFileSync(environment.SOMAY_TLS_CERT)
  writeFileSync(environment.SOMAY_TLS_KEY, makeCertificate(otherAuthority('Another')).key)
  await until('it saw that the files do not belong together', () => /the one before goes on/.test(log()))
  assert.deepEqual(await ask(port, root), first)
  writeFileSync(environment.SOMAY_TLS_KEY, key)
  writeFileSync(environment.SOMAY_TLS_CERT, certificate)

  // The authority stays: whoever trusted it before trusts what it signs now.
  await made(folder)
  assert.equal(readFileSync(join(folder, 'ca.pem'), 'utf8'), root)
  const second = await until('the new certificate is served', async () => {
    const seen = await ask(port, root)
    return seen.fingerprint !== first.fingerprint && seen
  })
  if (process.platform !== 'win32') {
    await made(folder)
    process.kill(pid, 'SIGHUP')
    await until('it is served after SIGHUP', async () => (await ask(port, root)).fingerprint !== second.fingerprint)
  }
  assert.equal(await collector.stop(), 0)
})

async function refused(t: TestContext, ...args: readonly string[]): Promise<string> {
  const { code, said } = await runCommand(['serve', '--port', '0', '--data', temporaryFolder(t), ...args])
  assert.equal(code, 1, said)
  assert.doesNotMatch(said, /\n\s+at /)
  return said
}

test('plain HTTP for other machines is refused with the three ways out, each of which is one', async (t) => {
  const said = await refused(t, '--host', '0.0.0.0')
  assert.match(said, /--tls-cert.*tls make.*127\.0\.0\.1.*--trusted-proxies.*--plain-http yes/s)
  assert.match(said, /Three ways out/)
  for (const way of [
    ['--plain-http', 'yes'],
    ['--trusted-proxies', '10.0.0.1'],
  ]) {
    const { child, ended } = startCommand(['serve', '--host', '0.0.0.0', '--port', '0', '--data', temporaryFolder(t), ...way])
    child.stdout?.once('data', () => child.kill('SIGTERM'))
    assert.match((await ended).said, /M\u00e1y: http:/, way.join(' '))
  }
})

test('half a pair, a pair that is none and files that are none are each said to be that', async (t) => {
  const folder = temporaryFolder(t)
  const path = (name: string) => join(folder, name)
  const { cert, key } = makeCertificate(otherAuthority('One'))
  writeFileSync(path('cert.pem'), cert)
  writeFileSync(path('key.pem'), key)
  writeFileSync(path('other.pem'), makeCertificate(otherAuthority('Two')).key)
  assert.match(await refused(t, '--tls-cert', path('cert.pem')), /--tls-key/)
  assert.match(await refused(t, '--tls-cert', path('cert.pem'), '--tls-key', path('other.pem')), /không phải của chứng thư.*not that of/s)
  assert.match(await refused(t, '--tls-cert', path('key.pem'), '--tls-key', path('key.pem')), /key\.pem holds no certificate/)
  assert.match(await refused(t, '--tls-cert', path('cert.pem'), '--tls-key', path('cert.pem')), /cert\.pem holds no private key/)
  assert.match(await refused(t, '--tls-cert', path('nowhere.pem'), '--tls-key', path('key.pem')), /nowhere\.pem \(ENOENT\)/)
  assert.match((await runCommand(['tls', 'make', '--host', 'không được', '--out', folder])).said, /--host cần.*--host takes/s)
  assert.match(await refused(t, '--database', 'postgres://a:b@127.0.0.1:1/c', '--backup-folder', folder), /pg_dump/)
})
