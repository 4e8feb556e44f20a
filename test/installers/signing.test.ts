/** Signing: what is signed proves where it is from, and a changed byte is found out. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { sign } from '../../installers/windows/sign.ts'
import { buildServiceHost } from '../../installers/windows/stage-agent.ts'
import { makeAuthority } from '../certificates.ts'

const lacks = ['osslsigncode', 'openssl', 'x86_64-w64-mingw32-gcc'].filter((tool) => spawnSync(tool, ['version']).error !== undefined)
const skip = lacks.length > 0 ? `NOT RUN: ${lacks.join(' and ')} not installed` : false

test('what is signed proves where it is from, and a changed byte is found out', { skip }, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'somay-sign-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const at = (name: string) => join(folder, name)
  const { certificate, key } = makeAuthority('Thu ky')
  writeFileSync(at('key.pem'), key)
  const pack = ['pkcs12', '-export', '-inkey', at('key.pem'), '-in', at('root.pem'), '-out', at('key.pfx'), '-passout', 'pass:mat khau']
  writeFileSync(at('password'), 'mat khau')
  writeFileSync(at('root.pem'), certificate)
  assert.equal(spawnSync('openssl', pack).status, 0)
  await buildServiceHost(at('host.exe'))
  const verify = () => spawnSync('osslsigncode', ['verify', '-CAfile', at('root.pem'), '-in', at('host.exe')])
  assert.notEqual(verify().status, 0)
  await sign(at('host.exe'), { pfx: at('key.pfx'), passwordFile: at('password'), timestampUrl: undefined })
  assert.match(verify().stdout.toString(), /Signature verification: ok/)
  const bytes = readFileSync(at('host.exe'))
  bytes.writeUInt8(bytes.readUInt8(0x400) ^ 1, 0x400)
  writeFileSync(at('host.exe'), bytes)
  assert.doesNotMatch(verify().stdout.toString(), /Signature verification: ok/)
  await assert.rejects(
    sign(at('host.exe'), { pfx: at('key.pfx'), passwordFile: at('root.pem'), timestampUrl: undefined }),
    /osslsigncode ended with/,
  )
})
