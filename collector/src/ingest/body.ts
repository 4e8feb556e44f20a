/** Reads a JSON body as agents send it: plain or gzip, capped before and after inflating, strict UTF-8. */
import { gunzip, gunzipSync } from 'node:zlib'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '../platform/problem.ts'

/** A full report of 10,000 programs is about 0.2 MB compressed and 1.5 MB inflated. */
export const MAX_BODY_BYTES = 1024 * 1024
export const MAX_INFLATED_BYTES = 8 * 1024 * 1024

// Small bodies inflate faster than a hop to the thread pool takes; larger ones must not hold up everyone else.
const INFLATE_INLINE_BELOW_BYTES = 16 * 1024

const utf8 = new TextDecoder('utf-8', { fatal: true })

// A key named __proto__ stays an ordinary key: nothing here copies bodies into other objects, and the scan for it costs a tenth of a report.
export function readAgentBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: MAX_BODY_BYTES },
    async (request: FastifyRequest, raw: Buffer) => {
      const text = decode(await inflated(raw, request.headers['content-encoding']))
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
  const limit = { maxOutputLength: MAX_INFLATED_BYTES }
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

function decode(bytes: Buffer): string {
  try {
    return utf8.decode(bytes)
  } catch {
    throw new Problem('body-not-json', 'the text is not valid UTF-8')
  }
}
