/** What a PAC file answers, `PROXY host:port; SOCKS host:port; DIRECT`: the ways this agent can take, and the first of them that is open. */
import { isProxyAddress } from '../platform/http-agents.ts'
import type { Platform } from '../platform/platform.ts'

/** An address of a proxy, or directly. */
export type Way = { readonly kind: 'proxy'; readonly address: string } | { readonly kind: 'direct' }

const CONNECT_LIMIT_MS = 3_000
const DEFAULT_PORTS: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 }

/** In the order in which they are to be tried; none where every one is of a kind this agent does not know. Nothing at all is directly. */
export function waysIn(answer: string): readonly Way[] {
  const parts = answer
    .split(';')
    .map((one) => one.trim())
    .filter(Boolean)
  return parts.length === 0 ? [{ kind: 'direct' }] : parts.flatMap(wayOf)
}

function wayOf(part: string): Way[] {
  if (/^DIRECT$/i.test(part)) return [{ kind: 'direct' }]
  const [, kind = '', host] = /^(PROXY|HTTP|HTTPS)\s+(\S+)$/i.exec(part) ?? []
  if (host === undefined) return []
  const address = `${kind.toUpperCase() === 'HTTPS' ? 'https' : 'http'}://${host}`
  return isProxyAddress(address) ? [{ kind: 'proxy', address }] : []
}

/** As browsers do: the next when a proxy is not there. The last is taken untried, for there is nothing after it. */
export async function firstOpen(ways: readonly Way[], isOpen: (proxy: string) => Promise<boolean>): Promise<Way | undefined> {
  for (const way of ways.slice(0, -1)) if (way.kind === 'direct' || (await isOpen(way.address))) return way
  return ways.at(-1)
}

/** Each proxy is knocked at once a run, however many addresses lead to it. */
export function openProxies(platform: Platform): (proxy: string) => Promise<boolean> {
  const known = new Map<string, Promise<boolean>>()
  return (proxy) => {
    const { protocol, hostname, port } = new URL(proxy)
    const found = known.get(proxy) ?? platform.takesConnection(hostname, Number(port || DEFAULT_PORTS[protocol]), CONNECT_LIMIT_MS)
    known.set(proxy, found)
    return found
  }
}
