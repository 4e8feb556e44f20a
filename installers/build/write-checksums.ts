/** Writes the SHA-256 of each artifact, in the form `sha256sum --check` reads. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'

/** A line for each artifact: its sum, name and size in megabytes. */
export async function writeChecksums(folder: string, paths: readonly string[]): Promise<string[]> {
  const sums = await Promise.all(
    [...new Set(paths)].sort().map(async (path) => {
      const hash = createHash('sha256')
      await pipeline(createReadStream(path), hash)
      return { name: basename(path), sum: hash.digest('hex'), megabytes: (await stat(path)).size / 1e6 }
    }),
  )
  await writeFile(join(folder, 'SHA256SUMS'), sums.map(({ sum, name }) => `${sum}  ${name}\n`).join(''))
  return sums.map(({ name, sum, megabytes }) => `${name}  ${megabytes.toFixed(1)} MB  ${sum}`)
}
