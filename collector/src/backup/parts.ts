/** The steps a backup and its way back share: packing and unpacking a file with proof, and making both last on disk. */
import { createHash, type Hash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib'

const CHUNK = 1 << 20

// Level 3 packs a ledger of 130 MB to 41 MB in half a second, where gzip takes 2 s to 43 MB; the checksum finds a damaged file.
const PACKING = { chunkSize: CHUNK, params: { [constants.ZSTD_c_compressionLevel]: 3, [constants.ZSTD_c_checksumFlag]: 1 } }

const reading = (path: string) => createReadStream(path, { highWaterMark: CHUNK })

/** SHA-256 of what was packed, hexadecimal. */
export async function pack(from: string, to: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(reading(from), passing(hash), createZstdCompress(PACKING), createWriteStream(to, { flags: 'wx' }))
  await toDisk(to)
  return hash.digest('hex')
}

/** SHA-256 of what comes out, which is kept nowhere. */
export async function hashUnpacked(from: string): Promise<string> {
  const hash = createHash('sha256')
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done()
    },
  })
  await pipeline(reading(from), createZstdDecompress({ chunkSize: CHUNK }), sink)
  return hash.digest('hex')
}

export async function unpack(from: string, to: string): Promise<void> {
  await pipeline(reading(from), createZstdDecompress({ chunkSize: CHUNK }), createWriteStream(to, { flags: 'wx' }))
  await toDisk(to)
}

/** A file, or a folder whose names changed. Windows has no such thing for folders, and needs none. */
export async function toDisk(path: string, what: 'file' | 'folder' = 'file'): Promise<void> {
  if (what === 'folder' && process.platform === 'win32') return
  const handle = await open(path, what === 'folder' ? 'r' : 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function passing(hash: Hash): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
}
