/** How the body of a fact lies in the store: plain when short, zstd when that saves room. */
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import type { FactBody } from '@somay/shared/facts/spec.ts'

const PLAIN = 0
const ZSTD = 1

// Below this a frame header and poor statistics eat what compression saves (measured on 17 facts of real PCs).
const COMPRESS_FROM_BYTES = 700

// Level 3 gains 4 % more room than level 1 for a third more time. The tables made for long inputs cost more to set up than
// a short body costs to compress: with small ones a list of 150 programs takes half the time and the same room.
const SMALL = {
  [constants.ZSTD_c_compressionLevel]: 1,
  [constants.ZSTD_c_windowLog]: 14,
  [constants.ZSTD_c_hashLog]: 12,
}
const SMALL_UP_TO_BYTES = 1 << 14
const LARGE = { [constants.ZSTD_c_compressionLevel]: 1 }

/** Bodies are capped when they come in; this guards the reader against a damaged row. */
const MAX_DECODED_BYTES = 64 * 1024 * 1024

export function encodeBody(plain: Buffer): { encoding: number; bytes: Buffer } {
  if (plain.length < COMPRESS_FROM_BYTES) return { encoding: PLAIN, bytes: plain }
  const params = plain.length <= SMALL_UP_TO_BYTES ? SMALL : LARGE
  // One chunk of about the size that will come: buffers that are made and thrown away cost more than the compression.
  return { encoding: ZSTD, bytes: zstdCompressSync(plain, { params, chunkSize: plain.length >> 1 }) }
}

export type StoredBody = { readonly encoding: number; readonly body: Uint8Array }

export function decodeBody(stored: StoredBody): FactBody {
  return JSON.parse(plainBody(stored).toString('utf8')) as FactBody
}

/** The text a body's hash is of. */
export function plainBody({ encoding, body }: StoredBody): Buffer {
  const plain = encoding === ZSTD ? zstdDecompressSync(body, { maxOutputLength: MAX_DECODED_BYTES }) : body
  // What the writing thread read comes over as plain bytes, of which toString would make a list of numbers.
  return Buffer.from(plain.buffer, plain.byteOffset, plain.byteLength)
}
