/**
 * Looks through a workbook before anybody opens it: how much it holds, counted while it is inflated and thrown away, never believed. What is given
 * to the reader is put together anew from the entries that were looked at: two programs may find different ones in one archive.
 */
import type { Readable } from 'node:stream'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { FarCells } from './far-cells.ts'
import { ListRefused } from './list-refused.ts'
import { type PackedEntry, packed } from './packed-archive.ts'

const MAX_ENTRIES = 2_000
/** A list of 100,000 rows and 20 columns inflates to about 120 MB. */
export const MAX_INFLATED_BYTES = 200 * 1024 * 1024
/** More than any workbook needs to name its sheets and styles. */
const MAX_KEPT_XML_BYTES = 4 * 1024 * 1024

const WORKBOOK = 'xl/workbook.xml'
const RELATIONS = 'xl/_rels/workbook.xml.rels'
const STYLES = 'xl/styles.xml'
const KEPT: readonly string[] = [WORKBOOK, RELATIONS, STYLES]

/** XML of the workbook, empty where there is none: what names its sheets, which part each of them is, and the styles of cells. */
export type CheckedArchive = {
  readonly file: Buffer
  readonly workbook: string
  readonly relations: string
  readonly styles: string
}

/** A zip bomb of a megabyte costs time for what fits the limit, and no memory. */
export async function checkedArchive(file: Buffer): Promise<CheckedArchive> {
  const archive = await opened(file)
  const entries = new Map<string, PackedEntry>()
  let left = MAX_INFLATED_BYTES
  const texts = new Map<string, string>()
  for await (const entry of entriesOf(archive)) {
    if (entries.size >= MAX_ENTRIES) throw new ListRefused('too-large')
    if (entry.isEncrypted()) throw new ListRefused('protected')
    if (entries.has(entry.fileName)) throw new ListRefused('not-a-list')
    if (entry.uncompressedSize > left) throw new ListRefused('too-large')
    const inflated = await look(archive, entry, left)
    left -= inflated.bytes
    if (left < 0) throw new ListRefused('too-large')
    texts.set(entry.fileName, inflated.text)
    const bytes = await readAll(await streamOf(archive, entry, RAW))
    const { fileName, compressionMethod, crc32 } = entry
    entries.set(fileName, { name: fileName, method: compressionMethod, crc: crc32, size: inflated.bytes, bytes })
  }
  const [workbook = '', relations = '', styles = ''] = KEPT.map((name) => texts.get(name))
  return { file: packed([...entries.values()]), workbook, relations, styles }
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

const RAW = { decodeFileData: false }

function streamOf(archive: ZipFile, entry: Entry, options?: typeof RAW): Promise<Readable> {
  return new Promise((resolve, reject) => {
    const take = (error: Error | null, stream: Readable) => (error ? reject(new ListRefused('not-a-list', error)) : resolve(stream))
    try {
      if (options) archive.openReadStream(entry, options, take)
      else archive.openReadStream(entry, take)
    } catch (error) {
      reject(new ListRefused('not-a-list', error))
    }
  })
}

/** How much it inflates to, up to a chunk beyond `most`; of what is kept the text too. */
async function look(archive: ZipFile, entry: Entry, most: number): Promise<{ readonly bytes: number; readonly text: string }> {
  const stream = await streamOf(archive, entry)
  const far = new FarCells()
  const kept: Buffer[] = []
  const isXml = /\.xml$/i.test(entry.fileName)
  let bytes = 0
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > most) break
      if (isXml) far.see(chunk)
      if (KEPT.includes(entry.fileName) && bytes <= MAX_KEPT_XML_BYTES) kept.push(chunk)
    }
  } catch (error) {
    throw error instanceof ListRefused ? error : new ListRefused('not-a-list', error)
  }
  return { bytes, text: Buffer.concat(kept).toString() }
}

/** One entry of an archive that was checked, piece by piece. */
export async function* piecesOf(file: Buffer, name: string): AsyncGenerator<Buffer> {
  const archive = await opened(file)
  for await (const entry of entriesOf(archive)) if (entry.fileName === name) yield* await streamOf(archive, entry)
}

async function readAll(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk)
  } catch (error) {
    throw new ListRefused('not-a-list', error)
  }
  return Buffer.concat(chunks)
}
