/** `tls make`: a private authority and a certificate of it for this collector; called again it renews the certificate and keeps the authority. */
import { X509Certificate } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { SettingRefused } from '../config/read-settings.ts'
import { type Made, makeAuthority, makeServerCertificate } from '../tls/make-certificates.ts'
import { readPair } from '../tls/read-pair.ts'
import type { Command } from './index.ts'
import { namingFile } from './named-file.ts'
import { wholeNumber } from './token.ts'

/** Two years: browsers refuse certificates that are good for much longer. */
const DAYS = '730'

export const tlsMakeCommand: Command = {
  summary: 'make a private authority and a certificate (--host NAME[,ADDRESS...] --out FOLDER [--days N]); again: renew the certificate',
  flags: { host: { type: 'string' }, out: { type: 'string' }, days: { type: 'string' } },
  async run({ host, out, days = DAYS }) {
    const hosts = hostsOf(host)
    if (!out) throw new SettingRefused({ vi: 'Cần --out: thư mục chứa chứng thư.', en: '--out takes the folder for the certificates.' })
    const folder = resolve(out)
    await namingFile(out, () => mkdir(folder, { recursive: true }))
    const at = Date.now()
    const authority = await authorityIn(folder, hosts[0] as string, at)
    const server = makeServerCertificate(authority, hosts, wholeNumber('days', days), at)
    await put(join(folder, 'server-key.pem'), server.key, 0o640)
    await put(join(folder, 'server.pem'), server.certificate, 0o644)
    const { validTo, fingerprint256 } = new X509Certificate(authority.certificate)
    console.log(`SOMAY_TLS_CERT=${join(folder, 'server.pem')}\nSOMAY_TLS_KEY=${join(folder, 'server-key.pem')}`)
    console.log(
      `Máy trạm tin chứng thư này nhờ ${join(folder, 'ca.pem')} (CA_FILE khi cài). Cất ca-key.pem ở nơi kín: ai có tệp đó giả được máy chủ.`,
    )
    console.log(
      `PCs trust it by ${join(folder, 'ca.pem')} (CA_FILE at their installation). Lock ca-key.pem away: whoever has it can pose as the server.`,
    )
    console.log(`CA: SHA-256 ${fingerprint256}, ${new Date(validTo).toISOString().slice(0, 10)}`)
  },
}

async function authorityIn(folder: string, name: string, at: number): Promise<Made> {
  const files = { certificate: join(folder, 'ca.pem'), key: join(folder, 'ca-key.pem') }
  // A new one would shut out every PC that trusts the one before.
  if (existsSync(files.certificate) || existsSync(files.key)) return readPair(files)
  const authority = makeAuthority(`So May ${name} ${new Date(at).toISOString().slice(0, 10)}`, at)
  await put(files.key, authority.key, 0o600)
  await put(files.certificate, authority.certificate, 0o644)
  return { certificate: await readFile(files.certificate, 'utf8'), key: authority.key }
}

/** In one step: a collector that runs reads it in the middle of this. */
async function put(path: string, text: string, mode: number): Promise<void> {
  await namingFile(path, () => writeFile(`${path}.new`, text, { mode }))
  await chmod(`${path}.new`, mode)
  await rename(`${path}.new`, path)
}

const NAME = /^(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/i

function hostsOf(given = ''): string[] {
  const hosts = given.split(',').map((host) => host.trim())
  if (hosts.every((host) => isIP(host) !== 0 || (NAME.test(host) && host.length <= 253))) return hosts
  throw new SettingRefused({
    vi: '--host cần tên máy chủ và địa chỉ mà máy trạm dùng, cách nhau bằng dấu phẩy: somay.tinh.gov.vn,10.1.2.3.',
    en: '--host takes the names and addresses that PCs use, with commas between: somay.example.org,10.1.2.3.',
  })
}
