/** Reads a JSON body as agents send it: plain or gzip, capped before and after inflating, strict UTF-8. */
import { isUtf8 } from 'node:buffer'
import { gunzip, gunzipSync } from 'node:zlib'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '../platform/problem.ts'
import { nestsWithin } from './nesting.ts'

/** A full report of 10,000 programs is about 0.2 MB compressed and 1.5 MB inflated. */
export const MAX_BODY_BYTES = 1024 * 1024
export const MAX_INFLATED_BYTES = 8 * 1024 * 1024

/** Real facts nest five levels inside the report's three; what a newer agent adds may nest a few more. */
export const MAX_LEVELS = 24

// Small bodies inflate faster than a hop to the thread pool takes; larger ones must not hold up everyone else.
const INFLATE_INLINE_BELOW_BYTES = 16 * 1024

const MIN_CHUNK_BYTES = 1024
const MAX_CHUNK_BYTES = 128 * 1024

// A key named __proto__ stays an ordinary key: nothing here copies bodies into other objects, and the scan for it costs a tenth of a report.
export function readAgentBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: MAX_BODY_BYTES },
    async (request: FastifyRequest, raw: Buffer) => {
      const text = decode(await inflated(raw, request.headers['content-encoding']))
      if (!nestsWithin(text, MAX_LEVELS)) throw new Problem('body-invalid', `nested deeper than ${MAX_LEVELS} levels`)
      try {
        return JSON.parse(text)
      } catch {
        throw new Problem('body-not-json')
      }
    },
  )
}

async function inflated(raw: Buffer, encoding: string | undefined): Promise<Buffer> {
  if (encoding === undefined || encoding === 'identity') return raw
  if (encoding !== 'gzip') throw new Problem('media-type-unsupported', `content-encoding ${encoding}`)
  const limit = { maxOutputLength: MAX_INFLATED_BYTES, chunkSize: chunkBytes(raw) }
  try {
    if (raw.length < INFLATE_INLINE_BELOW_BYTES) return gunzipSync(raw, limit)
    return await new Promise<Buffer>((resolve, reject) => {
      gunzip(raw, limit, (error, plain) => (error ? reject(error) : resolve(plain)))
    })
  } catch (error) {
    const tooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw tooLarge ? new Problem('report-too-large', `inflates to more than ${MAX_INFLATED_BYTES} bytes`) : new Problem('body-not-gzip')
  }
}

/**
 * Gzip ends with the size it inflates to; a chunk of that size takes a third of the time of several small ones put together.
 * The sender may lie, so it is only a hint, and nobody gets more than this much memory for saying so.
 */
function chunkBytes(raw: Buffer): number {
  const said = raw.length >= 4 ? raw.readUInt32LE(raw.length - 4) : 0
  return Math.min(Math.max(said + 1, MIN_CHUNK_BYTES), MAX_CHUNK_BYTES)
}

function decode(bytes: Buffer): string {
  if (!isUtf8(bytes)) throw new Problem('body-not-json', 'the text is not valid UTF-8')
  return bytes.toString('utf8')
}
