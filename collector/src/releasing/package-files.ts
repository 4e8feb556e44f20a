/** The packages of releases as files of the data folder, by their SHA-256; streamed in and out, never whole in memory. */
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReleaseManifest } from '@somay/shared/release.ts'

export type PackageFiles = {
  /** Whether the stream was the package; it lies here then. */
  take(source: AsyncIterable<Buffer> | NodeJS.ReadableStream, manifest: Pick<ReleaseManifest, 'sha256' | 'sizeBytes'>): Promise<boolean>
  /** Undefined when it is not here. */
  size(sha256: string): Promise<number | undefined>
  /** The bytes from `from` on. */
  read(sha256: string, from: number): NodeJS.ReadableStream
  remove(sha256: string): Promise<void>
}

export function packageFiles(dataFolder: string): PackageFiles {
  const folder = join(dataFolder, 'releases')
  const at = (sha256: string) => join(folder, sha256)
  return {
    async take(source, { sha256, sizeBytes }) {
      await mkdir(folder, { recursive: true })
      const coming = join(folder, `${sha256}.${randomUUID()}.new`)
      const hash = createHash('sha256')
      let left = sizeBytes
      const measured = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          left -= chunk.length
          hash.update(chunk)
          done(left < 0 ? new TooLong() : null, chunk)
        },
      })
      try {
        await pipeline(source, measured, createWriteStream(coming, { flags: 'wx', flush: true }))
        if (left !== 0 || hash.digest('hex') !== sha256) return false
        await rename(coming, at(sha256))
        return true
      } catch (error) {
        if (error instanceof TooLong) return false
        throw error
      } finally {
        await rm(coming, { force: true })
      }
    },
    size: (sha256) =>
      stat(at(sha256)).then(
        ({ size }) => size,
        () => undefined,
      ),
    read: (sha256, from) => createReadStream(at(sha256), { start: from }),
    remove: (sha256) => rm(at(sha256), { force: true }),
  }
}

class TooLong extends Error {}
