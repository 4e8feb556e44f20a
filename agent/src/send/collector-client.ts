/** Speaks to the collector over HTTP: JSON in, JSON out, gzip when worth it; never follows a redirect, so the credential goes nowhere else. */
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { GZIP_FROM_BYTES } from '@somay/shared/report.ts'
import axios from 'axios'
import { fetchFailure } from '../platform/fetch-failure.ts'
import { agentFor, type NetworkSettings } from '../platform/http-agents.ts'
import { problemOfAuthorities } from '../platform/trust.ts'
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

/** What to do about the errors whose own words do not say it. */
const HINTS: Readonly<Record<string, string>> = {
  untrusted: "nobody this PC trusts vouches for who answered: is the agency's certificate authority in the system's store or in caFile?",
  'wrong-time': "the certificate is not valid at this PC's time: is its clock right?",
  'proxy-login': 'the proxy wants a login: put it into the setting proxy',
}

const MAX_ANSWER_BYTES = 1_000_000

export function collectorClient({ collectorUrl, network, timeoutMs, language = 'vi' }: ClientSettings): CollectorClient {
  const agent = agentFor(collectorUrl, network, { keepAlive: true })
  const http = axios.create({
    baseURL: collectorUrl.replace(/\/+$/, ''),
    httpAgent: agent,
    httpsAgent: agent,
    // No `proxy` here, not even false: axios then leaves proxies to this agent, which carries proxyEnv.
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
        return { kind: 'no-reply', sentence: sentenceOf(error, timeoutMs, network.caFile) }
      }
    },
    close() {
      agent.destroy()
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
function sentenceOf(error: unknown, timeoutMs: number, caFile: string | undefined): string {
  if (axios.isCancel(error)) return `no answer within ${timeoutMs} ms`
  const { code, message, name = '' } = error as { code?: string; message?: string; name?: string }
  const { cause } = error as { cause?: { statusCode?: number } }
  const { kind } = fetchFailure({ name, ...(code && { code }), ...(cause?.statusCode && { statusCode: cause.statusCode }) })
  const said = [code, message].filter(Boolean).join(': ') || 'the connection failed'
  const unread = kind === 'untrusted' && caFile !== undefined ? problemOfAuthorities(caFile) : undefined
  return [said, HINTS[kind], unread && `the setting caFile could not be used: ${unread}`].filter(Boolean).join('; ')
}
