/** Fetches a file of known size over the agent's own way out, going on where an earlier try broke off; never longer than it may. */
import { createWriteStream, statSync, truncateSync } from 'node:fs'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { PRIVATE_FILE_MODE } from '../platform/atomic-file.ts'
import { agentFor, type NetworkSettings } from '../platform/http-agents.ts'
import { AGENT_VERSION } from '../version.ts'

export type Fetching = {
  readonly url: string
  readonly credential: string
  readonly network: NetworkSettings
  readonly into: string
  readonly sizeBytes: number
  /** Of this try; the next goes on from there. */
  readonly limitMs: number
  /** No byte for so long: the line is broken. */
  readonly idleMs: number
  /** Asked now and again: something more important waits. */
  readonly givesWay: () => boolean
}

/** `partly`: more came and is kept. `nothing`: the line is down, or the collector has no such file or no time now. */
export type Fetched = { readonly kind: 'whole' } | { readonly kind: 'partly' | 'nothing'; readonly sentence: string }

const LOOK_EVERY_MS = 1_000

export async function fetchFile(fetching: Fetching): Promise<Fetched> {
  const { url, network, sizeBytes, into } = fetching
  const had = bytesOf(into)
  if (had === sizeBytes) return { kind: 'whole' }
  if (had > sizeBytes) truncateSync(into, 0)
  const agent = agentFor(url, network, { keepAlive: false })
  try {
    return await fetchFrom(bytesOf(into), agent, fetching)
  } catch (error) {
    const { code, message, name } = error as NodeJS.ErrnoException
    return { kind: bytesOf(into) > had ? 'partly' : 'nothing', sentence: [code ?? name, message].filter(Boolean).join(': ') }
  } finally {
    agent.destroy()
  }
}

async function fetchFrom(from: number, agent: ReturnType<typeof agentFor>, fetching: Fetching): Promise<Fetched> {
  const { url, credential, into, sizeBytes, limitMs, idleMs, givesWay } = fetching
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(new Error(`after ${limitMs} ms the rest waits`)), limitMs)
  const looking = setInterval(() => givesWay() && stop.abort(new Error('a report waits')), LOOK_EVERY_MS)
  try {
    const answer = await new Promise<import('node:http').IncomingMessage>((resolve, reject) => {
      const asked = (url.startsWith('https:') ? requestHttps : requestHttp)(url, {
        agent,
        signal: stop.signal,
        timeout: idleMs,
        headers: {
          'user-agent': `somay-agent/${AGENT_VERSION}`,
          authorization: `Bearer ${credential}`,
          ...(from > 0 && { range: `bytes=${from}-` }),
        },
      })
      asked.on('timeout', () => asked.destroy(new Error(`no byte for ${idleMs} ms`)))
      asked.on('response', resolve).on('error', reject).end()
    })
    const { statusCode = 0 } = answer
    if (statusCode !== 200 && statusCode !== 206) {
      answer.destroy()
      return { kind: 'nothing', sentence: `HTTP ${statusCode}` }
    }
    const goesOn = statusCode === 206 && answer.headers['content-range']?.startsWith(`bytes ${from}-`) === true
    if (from > 0 && !goesOn) truncateSync(into, 0)
    let room = sizeBytes - (goesOn ? from : 0)
    const bounded = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        room -= chunk.length
        done(room < 0 ? new Error(`more than ${sizeBytes} bytes`) : null, chunk)
      },
    })
    await pipeline(answer, bounded, createWriteStream(into, { flags: 'a', mode: PRIVATE_FILE_MODE }), { signal: stop.signal })
    return room === 0 ? { kind: 'whole' } : { kind: 'partly', sentence: 'the answer broke off' }
  } finally {
    clearTimeout(timer)
    clearInterval(looking)
  }
}

function bytesOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}
