/** The HTTP agent for one address, with the configured proxy and the trusted certificates, for the probe and for sending alike. */
import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { trustedContext } from './trust.ts'

/** The way to each configured address as the system's settings or a PAC file say. */
export type ProxyRoutes = {
  readonly kind: 'none' | 'static' | 'pac'
  /** Origin to proxy; an origin that is not here is reached directly. */
  readonly by: Readonly<Record<string, string>>
  /** Why the way could not be found out; everything is tried directly then. */
  readonly problem?: string
}

export type NetworkSettings = {
  /** `http://[user:password@]host:port`, `pac+` before the address of a PAC file; empty for none, undefined to take the environment's or the system's. */
  readonly proxy?: string | undefined
  /** PEM file of the agency's own certificate authority, trusted beside the public ones and the system's. */
  readonly caFile?: string | undefined
  /** Found out by a short-lived process, so that the resident one needs neither the registry nor a PAC file. */
  readonly routes?: ProxyRoutes | undefined
}

const PROXY_VARIABLES = ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy'] as const

/** Node's agents throw at any other, with the password in what they say. */
export function isProxyAddress(text: string): boolean {
  try {
    const { protocol, username, password } = new URL(text)
    decodeURIComponent(username + password)
    return protocol === 'http:' || protocol === 'https:'
  } catch {
    return false
  }
}

// A collector or a probe target on this very PC is never reached through a proxy.
// Node compares an address of version 6 without its brackets.
const NEVER_PROXIED = 'localhost,127.0.0.1,::1'

/** The proxy variables Node's own agents understand (since 24.5), from the setting or from the environment. */
export function proxyVariables({ proxy }: NetworkSettings, environment: NodeJS.ProcessEnv = process.env): Record<string, string> {
  if (proxy === '' || proxy?.startsWith('pac+')) return {}
  if (proxy !== undefined) return variablesFor(proxy)
  const found: Record<string, string> = {}
  for (const name of PROXY_VARIABLES) {
    // Without a scheme, as other programs take it too.
    const value = environment[name]?.replace(/^(?!.*:\/\/)(?=.)/, 'http://')
    if (value && isProxyAddress(value)) found[name] = value
  }
  if (Object.keys(found).length === 0) return {}
  const bypassed = [environment.no_proxy, environment.NO_PROXY, NEVER_PROXIED].filter(Boolean).join(',')
  return { ...found, NO_PROXY: bypassed, no_proxy: bypassed }
}

/** For Node's agents: what stands between this PC and that address. */
function variablesOnTheWayTo(url: string, settings: NetworkSettings): Record<string, string> {
  const { routes } = settings
  const route = routes?.by[new URL(url).origin]
  return routes ? (route === undefined ? {} : variablesFor(route)) : proxyVariables(settings)
}

/** Where a connection to that address begins: the proxy or the address itself, as `http://host:port` without path and password. */
export function firstPointTo(url: string, settings: NetworkSettings): string {
  const found = variablesOnTheWayTo(url, settings)
  const names = url.startsWith('https:') ? ['https_proxy', 'HTTPS_PROXY'] : ['http_proxy', 'HTTP_PROXY']
  const proxy = names.map((name) => found[name]).find(Boolean)
  return new URL(proxy ?? url).origin
}

export function agentFor(url: string, settings: NetworkSettings, { keepAlive }: { keepAlive: boolean }): HttpAgent {
  const proxyEnv = variablesOnTheWayTo(url, settings)
  return url.startsWith('https:')
    ? new HttpsAgent({ keepAlive, proxyEnv, secureContext: trustedContext(settings.caFile) })
    : new HttpAgent({ keepAlive, proxyEnv })
}

function variablesFor(proxy: string): Record<string, string> {
  if (!isProxyAddress(proxy)) return {}
  return { HTTP_PROXY: proxy, HTTPS_PROXY: proxy, NO_PROXY: NEVER_PROXIED }
}
