/** A ZIP archive written as a stream: every file deflated as it comes, its sizes behind it, so that nothing is held in memory. */
import { pipeline, Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

export type ZipFile = { readonly name: string; readonly text: AsyncIterable<string> | Iterable<string> }

type Entry = { readonly name: Buffer; readonly offset: number; crc: number; size: number; packed: number }

// Sizes follow the data (bit 3), names are UTF-8 (bit 11).
const FLAGS = 0x0808
const VERSION = 20
const DEFLATED = 8
// 1 January 1980: the date says nothing, and the same rows give the same file.
const DATE = 0x21

/** Without the records of ZIP64 no file may be larger. */
const MAX_SIZE = 0xffff_ffff

export async function* zipOf(files: AsyncIterable<ZipFile> | Iterable<ZipFile>): AsyncGenerator<Buffer> {
  const entries: Entry[] = []
  let offset = 0
  for await (const file of files) {
    const entry: Entry = { name: Buffer.from(file.name), offset, crc: 0, size: 0, packed: 0 }
    entries.push(entry)
    const head = localHeader(entry)
    yield head
    for await (const chunk of deflated(file, entry)) {
      entry.packed += chunk.length
      yield chunk
    }
    if (entry.size > MAX_SIZE || offset > MAX_SIZE) throw new Error(`${file.name} is too large for one archive`)
    yield descriptor(entry)
    offset += head.length + entry.packed + DESCRIPTOR_LENGTH
  }
  const directory = Buffer.concat(entries.map(directoryRecord))
  yield directory
  yield endRecord(entries.length, directory.length, offset)
}

function deflated({ text }: ZipFile, entry: Entry): AsyncIterable<Buffer> {
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const piece of text) {
      const bytes = Buffer.from(piece)
      entry.crc = crc32(bytes, entry.crc)
      entry.size += bytes.length
      yield bytes
    }
  }
  // What fails on one side destroys the other; the reader sees the error when it takes the next chunk.
  return pipeline(Readable.from(counted()), createDeflateRaw({ level: 5 }), () => {})
}

function localHeader({ name }: Entry): Buffer {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(VERSION, 4)
  head.writeUInt16LE(FLAGS, 6)
  head.writeUInt16LE(DEFLATED, 8)
  head.writeUInt16LE(DATE, 12)
  head.writeUInt16LE(name.length, 26)
  return Buffer.concat([head, name])
}

const DESCRIPTOR_LENGTH = 16

function descriptor({ crc, packed, size }: Entry): Buffer {
  const record = Buffer.alloc(DESCRIPTOR_LENGTH)
  record.writeUInt32LE(0x08074b50, 0)
  record.writeUInt32LE(crc, 4)
  record.writeUInt32LE(packed, 8)
  record.writeUInt32LE(size, 12)
  return record
}

function directoryRecord({ name, offset, crc, packed, size }: Entry): Buffer {
  const record = Buffer.alloc(46)
  record.writeUInt32LE(0x02014b50, 0)
  record.writeUInt16LE(VERSION, 4)
  record.writeUInt16LE(VERSION, 6)
  record.writeUInt16LE(FLAGS, 8)
  record.writeUInt16LE(DEFLATED, 10)
  record.writeUInt16LE(DATE, 14)
  record.writeUInt32LE(crc, 16)
  record.writeUInt32LE(packed, 20)
  record.writeUInt32LE(size, 24)
  record.writeUInt16LE(name.length, 28)
  record.writeUInt32LE(offset, 42)
  return Buffer.concat([record, name])
}

function endRecord(count: number, length: number, offset: number): Buffer {
  const record = Buffer.alloc(22)
  record.writeUInt32LE(0x06054b50, 0)
  record.writeUInt16LE(count, 8)
  record.writeUInt16LE(count, 10)
  record.writeUInt32LE(length, 12)
  record.writeUInt32LE(offset, 16)
  return record
}
