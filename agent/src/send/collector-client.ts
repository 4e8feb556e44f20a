/** Speaks to the collector over HTTP: JSON in, JSON out, gzip when worth it; never follows a redirect, so the credential goes nowhere else. */
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { GZIP_FROM_BYTES } from '@somay/shared/report.ts'
import axios from 'axios'
import { httpAgents, type NetworkSettings } from '../platform/http-agents.ts'
import { AGENT_VERSION } from '../version.ts'

export type Reply =
  | { readonly kind: 'reply'; readonly status: number; readonly body: unknown; readonly retryAfter: unknown }
  | { readonly kind: 'no-reply'; readonly sentence: string }

export type CollectorClient = {
  post(path: string, body: unknown, credential?: string): Promise<Reply>
  close(): void
}

export type ClientSettings = {
  readonly collectorUrl: string
  readonly network: NetworkSettings
  readonly timeoutMs: number
  readonly language?: string
}

const compress = promisify(gzip)
const MAX_ANSWER_BYTES = 1_000_000

export function collectorClient({ collectorUrl, network, timeoutMs, language = 'vi' }: ClientSettings): CollectorClient {
  const agents = httpAgents(network, { keepAlive: true })
  const http = axios.create({
    baseURL: collectorUrl.replace(/\/+$/, ''),
    httpAgent: agents.http,
    httpsAgent: agents.https,
    // No `proxy` here, not even false: axios then leaves proxies to these agents, which carry proxyEnv.
    maxRedirects: 0,
    maxContentLength: MAX_ANSWER_BYTES,
    validateStatus: () => true,
    responseType: 'text',
    transformResponse: (text: unknown) => text,
    transformRequest: (data: unknown) => data,
    headers: {
      'user-agent': `somay-agent/${AGENT_VERSION}`,
      'content-type': 'application/json',
      accept: 'application/json',
      'accept-language': language,
    },
  })
  return {
    async post(path, body, credential) {
      const plain = Buffer.from(JSON.stringify(body))
      const isLarge = plain.length > GZIP_FROM_BYTES
      try {
        const answer = await http.post(path, isLarge ? await compress(plain) : plain, {
          // A deadline for the whole exchange; axios's own timeout starts anew with every packet.
          signal: AbortSignal.timeout(timeoutMs),
          headers: { ...(isLarge && { 'content-encoding': 'gzip' }), ...(credential && { authorization: `Bearer ${credential}` }) },
        })
        return { kind: 'reply', status: answer.status, body: jsonIn(answer.data), retryAfter: answer.headers['retry-after'] }
      } catch (error) {
        return { kind: 'no-reply', sentence: sentenceOf(error, timeoutMs) }
      }
    },
    close() {
      agents.http.destroy()
      agents.https.destroy()
    },
  }
}

function jsonIn(text: unknown): unknown {
  try {
    return JSON.parse(String(text))
  } catch {
    return undefined
  }
}

// Only code and message: the error object of axios carries the credential.
function sentenceOf(error: unknown, timeoutMs: number): string {
  if (axios.isCancel(error)) return `no answer within ${timeoutMs} ms`
  const { code, message } = error as { code?: string; message?: string }
  return [code, message].filter(Boolean).join(': ') || 'the connection failed'
}
