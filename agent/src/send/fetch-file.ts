/** Fetches a file of known size over the agent's own way out, going on where an earlier try broke off; never longer than it may. */
import { closeSync, fsyncSync, openSync, statSync, truncateSync, writeSync } from 'node:fs'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
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
    return { kind: 'nothing', sentence: sentenceOf(undefined, error) }
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
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
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
    const got = await written(answer, into, sizeBytes - (goesOn ? from : 0))
    return got === 'whole'
      ? { kind: 'whole' }
      : { kind: bytesOf(into) > from ? 'partly' : 'nothing', sentence: sentenceOf(stop.signal, got) }
  } finally {
    clearTimeout(timer)
    clearInterval(looking)
  }
}

/** Each piece is on its way to the disk as it comes, so that a line that breaks costs nothing of what it brought. */
function written(answer: IncomingMessage, into: string, sizeBytes: number): Promise<'whole' | Error> {
  const file = openSync(into, 'a', PRIVATE_FILE_MODE)
  let left = sizeBytes
  let failure: Error | undefined
  return new Promise<'whole' | Error>((resolve) => {
    answer.on('data', (chunk: Buffer) => {
      try {
        if (chunk.length > left) throw new Error(`more than ${sizeBytes} bytes`)
        for (let at = 0; at < chunk.length; ) at += writeSync(file, chunk, at)
        left -= chunk.length
      } catch (error) {
        failure ??= error as Error
        answer.destroy()
      }
    })
    answer.on('error', (error) => {
      failure ??= error
    })
    answer.on('close', () => resolve(left === 0 && !failure ? 'whole' : (failure ?? new Error('the answer broke off'))))
  }).finally(() => {
    fsyncSync(file)
    closeSync(file)
  })
}

function sentenceOf(signal: AbortSignal | undefined, error: unknown): string {
  const { code, message, name } = (signal?.aborted ? signal.reason : error) as NodeJS.ErrnoException
  return [code ?? (name === 'Error' ? undefined : name), message].filter(Boolean).join(': ')
}

function bytesOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}
