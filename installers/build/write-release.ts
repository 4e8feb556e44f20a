/** Writes beside a package of the agent what collector and agents must know of it, signed: `<package>.release.json`. */
import { createHash, createPrivateKey, sign } from 'node:crypto'
import { createReadStream, readFileSync } from 'node:fs'
import { stat, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type PackageKind, RELEASE_FORMAT, type ReleaseManifest, releaseText, type SignedRelease } from '../../shared/src/release.ts'

const KINDS: Readonly<Record<string, PackageKind>> = { msi: 'windows-msi-x64', deb: 'linux-deb-amd64', rpm: 'linux-rpm-x86_64' }

/** Undefined for what agents do not install by themselves: the EXE only carries the MSI. */
export function kindOf(path: string): PackageKind | undefined {
  return KINDS[path.split('.').at(-1) ?? '']
}

/** `keyFile`: the private key that `update-key make` wrote. The path of what was written. */
export async function writeRelease(path: string, kind: PackageKind, version: string, keyFile: string): Promise<string> {
  const key = createPrivateKey(readFileSync(keyFile))
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${keyFile} is no Ed25519 key: update-key make writes one.`)
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  const { size: sizeBytes } = await stat(path)
  const manifest: ReleaseManifest = {
    format: RELEASE_FORMAT,
    version,
    kind,
    fileName: basename(path),
    sizeBytes,
    sha256: hash.digest('hex'),
  }
  const release: SignedRelease = { manifest, signature: sign(null, Buffer.from(releaseText(manifest)), key).toString('base64url') }
  const out = `${path}.release.json`
  await writeFile(out, `${JSON.stringify(release, null, 2)}\n`)
  return out
}
