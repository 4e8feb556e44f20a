/** Proves a package by its size and SHA-256, and copies one while proving it; streamed, never whole in memory. */
import { createHash } from 'node:crypto'
import { constants, createReadStream, createWriteStream, fstatSync, openSync, rmSync } from 'node:fs'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReleaseManifest } from '@somay/shared/release.ts'

type Proved = Pick<ReleaseManifest, 'sizeBytes' | 'sha256'>

export async function isPackage(path: string, { sizeBytes, sha256 }: Proved): Promise<boolean> {
  const hash = createHash('sha256')
  try {
    const source = opened(path, sizeBytes)
    if (!source) return false
    await pipeline(source, hash)
  } catch {
    return false
  }
  return hash.digest('hex') === sha256
}

/** What lies at `to` afterwards is the package, or nothing: whoever can change the source meanwhile gains nothing. */
export async function copyProved(from: string, to: string, { sizeBytes, sha256 }: Proved): Promise<boolean> {
  const hash = createHash('sha256')
  try {
    const source = opened(from, sizeBytes)
    if (!source) return false
    let left = sizeBytes
    const measured = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        left -= chunk.length
        hash.update(chunk)
        done(left < 0 ? new Error('it grew') : null, chunk)
      },
    })
    rmSync(to, { force: true })
    await pipeline(source, measured, createWriteStream(to, { flags: 'wx', mode: 0o600, flush: true }))
    if (left === 0 && hash.digest('hex') === sha256) return true
  } catch {
    // Gone, unreadable, or no room: no package either way.
  }
  rmSync(to, { force: true })
  return false
}

/** A plain file of that size; no link is followed and no pipe waited for. */
function opened(path: string, sizeBytes: number) {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
  const stream = createReadStream('', { fd: file })
  const about = fstatSync(file)
  if (about.isFile() && about.size === sizeBytes) return stream
  stream.destroy()
  return undefined
}
