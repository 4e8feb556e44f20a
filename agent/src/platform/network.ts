/** The only outbound contact outside send/: resolve one configured name, fetch one small configured page. Redirects are not followed. */
import { lookup } from 'node:dns/promises'
import { type Agent, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { connect, isIP } from 'node:net'
import { networkInterfaces } from 'node:os'
import { type FetchFailure, fetchFailure } from './fetch-failure.ts'
import { agentFor, type NetworkSettings } from './http-agents.ts'

export type FetchResult =
  | { readonly kind: 'answered'; readonly status: number; readonly text: string; readonly latencyMs: number }
  | FetchFailure

export type NameResult = 'resolved' | 'not-resolved' | 'numeric'

export type AddressOfAdapter = { readonly adapter: string; readonly address: string; readonly family: 'IPv4' | 'IPv6' }

/** Enough for the PAC files of large offices, too. */
const MAX_PAGE_BYTES = 256 * 1024

export async function resolveName(hostName: string, timeoutMs: number): Promise<NameResult> {
  const bare = hostName.replace(/^\[|\]$/g, '')
  if (isIP(bare) !== 0 || bare === 'localhost') return 'numeric'
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'not-resolved'>((resolve) => {
    timer = setTimeout(resolve, timeoutMs, 'not-resolved')
  })
  const found = lookup(bare).then(
    () => 'resolved' as const,
    () => 'not-resolved' as const,
  )
  return Promise.race([found, late]).finally(() => clearTimeout(timer))
}

/** Whether something listens there; nothing is said to it. */
export function takesConnection(hostName: string, port: number, timeoutMs: number): Promise<boolean> {
  const socket = connect({ host: hostName.replace(/^\[|\]$/g, ''), port, timeout: timeoutMs })
  return new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true))
    socket.once('timeout', () => resolve(false))
    socket.once('error', () => resolve(false))
  }).finally(() => socket.destroy())
}

export async function fetchSmallPage(url: string, timeoutMs: number, settings: NetworkSettings): Promise<FetchResult> {
  const agent = agentFor(url, settings, { keepAlive: false })
  try {
    return await fetchThrough(agent, url, timeoutMs)
  } finally {
    agent.destroy()
  }
}

function fetchThrough(agent: Agent, url: string, timeoutMs: number): Promise<FetchResult> {
  const startedAt = performance.now()
  const send = url.startsWith('https:') ? requestHttps : requestHttp
  return new Promise((resolve) => {
    const asked = send(
      url,
      {
        agent,
        signal: AbortSignal.timeout(timeoutMs),
        headers: { 'user-agent': 'somay-agent', 'cache-control': 'no-cache' },
      },
      (answer) => {
        const latencyMs = Math.round(performance.now() - startedAt)
        let text = ''
        answer.setEncoding('utf8')
        answer.on('data', (chunk: string) => {
          text += chunk
          if (text.length > MAX_PAGE_BYTES) answer.destroy()
        })
        answer.on('error', () => {})
        answer.on('close', () => {
          // A page cut off by a weak line is no evidence of a captive portal.
          if (!answer.complete && text.length <= MAX_PAGE_BYTES) return resolve({ kind: 'no-answer', detail: 'the answer broke off' })
          resolve({ kind: 'answered', status: answer.statusCode ?? 0, text: text.slice(0, MAX_PAGE_BYTES), latencyMs })
        })
      },
    )
    asked.on('error', (error) => resolve(fetchFailure(error)))
    asked.end()
  })
}

export function addressesOfAdapters(): AddressOfAdapter[] {
  return Object.entries(networkInterfaces()).flatMap(([adapter, found]) =>
    (found ?? []).map(({ address, family }) => ({ adapter, address, family: family as 'IPv4' | 'IPv6' })),
  )
}
