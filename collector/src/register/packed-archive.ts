/** An archive put together of entries that are packed already, with nothing beside them: no comment, no extra field, no second directory. Pure. */

/** `bytes` as they are packed by `method`; `size` of what they inflate to. */
export type PackedEntry = {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly size: number
  readonly bytes: Buffer
}

// Names are UTF-8 (bit 11).
const FLAGS = 0x0800
const VERSION = 20

export function packed(entries: readonly PackedEntry[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.name)
    const about = aboutOf(entry, name)
    files.push(withSignature(0x04034b50, about), name, entry.bytes)
    directory.push(recordOf(about, offset), name)
    offset += 4 + about.length + name.length + entry.bytes.length
  }
  const index = Buffer.concat(directory)
  return Buffer.concat([...files, index, endOf(entries.length, index.length, offset)])
}

/** What a file's own head and its line in the directory say alike. */
function aboutOf({ method, crc, size, bytes }: PackedEntry, name: Buffer): Buffer {
  const about = Buffer.alloc(26)
  about.writeUInt16LE(VERSION, 0)
  about.writeUInt16LE(FLAGS, 2)
  about.writeUInt16LE(method, 4)
  about.writeUInt32LE(crc, 10)
  about.writeUInt32LE(bytes.length, 14)
  about.writeUInt32LE(size, 18)
  about.writeUInt16LE(name.length, 22)
  return about
}

function recordOf(about: Buffer, offset: number): Buffer {
  const made = Buffer.alloc(2)
  made.writeUInt16LE(VERSION)
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE(offset, 10)
  return withSignature(0x02014b50, Buffer.concat([made, about, rest]))
}

function endOf(count: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(18)
  end.writeUInt16LE(count, 4)
  end.writeUInt16LE(count, 6)
  end.writeUInt32LE(length, 8)
  end.writeUInt32LE(offset, 12)
  return withSignature(0x06054b50, end)
}

function withSignature(signature: number, rest: Buffer): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt32LE(signature)
  return Buffer.concat([head, rest])
}
