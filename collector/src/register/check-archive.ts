/** Looks through a workbook before anybody opens it: how much it holds, counted while it is inflated and thrown away, never believed. */
import type { Readable } from 'node:stream'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { ListRefused } from './list-refused.ts'

const MAX_ENTRIES = 2_000
/** A list of 100,000 rows and 20 columns inflates to about 120 MB. */
export const MAX_INFLATED_BYTES = 200 * 1024 * 1024

/** A zip bomb of a megabyte costs time for what fits the limit, and no memory. */
export async function checkArchive(file: Buffer): Promise<void> {
  const archive = await opened(file)
  let left = MAX_INFLATED_BYTES
  let entries = 0
  for await (const entry of entriesOf(archive)) {
    if (++entries > MAX_ENTRIES) throw new ListRefused('too-large')
    if (entry.isEncrypted()) throw new ListRefused('protected')
    if (entry.uncompressedSize > left) throw new ListRefused('too-large')
    left -= await inflatedBytes(archive, entry, left)
    if (left < 0) throw new ListRefused('too-large')
  }
}

function opened(file: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(file, { lazyEntries: true, validateEntrySizes: true }, (error, archive) =>
      error ? reject(new ListRefused('not-a-list', error)) : resolve(archive),
    )
  })
}

async function* entriesOf(archive: ZipFile): AsyncGenerator<Entry> {
  let give: ((next: Entry | undefined) => void) | undefined
  let fail: ((error: Error) => void) | undefined
  archive.on('entry', (entry: Entry) => give?.(entry))
  archive.on('end', () => give?.(undefined))
  archive.on('error', (error: Error) => fail?.(new ListRefused('not-a-list', error)))
  for (;;) {
    const entry = await new Promise<Entry | undefined>((resolve, reject) => {
      give = resolve
      fail = reject
      archive.readEntry()
    })
    if (!entry) return
    yield entry
  }
}

async function inflatedBytes(archive: ZipFile, entry: Entry, most: number): Promise<number> {
  const stream = await new Promise<Readable>((resolve, reject) => {
    archive.openReadStream(entry, (error, readable) => (error ? reject(new ListRefused('not-a-list', error)) : resolve(readable)))
  })
  let bytes = 0
  try {
    for await (const chunk of stream) {
      bytes += (chunk as Buffer).length
      if (bytes > most) break
    }
  } catch (error) {
    throw new ListRefused('not-a-list', error)
  }
  return bytes
}
