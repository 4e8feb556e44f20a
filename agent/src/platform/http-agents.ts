/** HTTP agents with the configured proxy and private certificates, for the probe and for sending alike. */
import { readFileSync } from 'node:fs'
import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { rootCertificates } from 'node:tls'

export type NetworkSettings = {
  /** `http://[user:password@]host:port`; empty for none, undefined to take the environment's. */
  readonly proxy?: string | undefined
  /** PEM file of the agency's own certificate authority, trusted beside the public ones. */
  readonly caFile?: string | undefined
}

export type HttpAgents = { readonly http: HttpAgent; readonly https: HttpsAgent }

const PROXY_VARIABLES = ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy', 'NO_PROXY', 'no_proxy'] as const

// A collector or a probe target on this very PC is never reached through a proxy.
const NEVER_PROXIED = 'localhost,127.0.0.1,[::1]'

/** The proxy variables Node's own agents understand (since 24.5), from the setting or from the environment. */
export function proxyVariables({ proxy }: NetworkSettings, environment: NodeJS.ProcessEnv = process.env): Record<string, string> {
  if (proxy === '') return {}
  if (proxy !== undefined) return { HTTP_PROXY: proxy, HTTPS_PROXY: proxy, NO_PROXY: NEVER_PROXIED }
  const found: Record<string, string> = {}
  for (const name of PROXY_VARIABLES) {
    const value = environment[name]
    if (value) found[name] = value
  }
  return found
}

export function httpAgents(settings: NetworkSettings, { keepAlive }: { keepAlive: boolean }): HttpAgents {
  const proxyEnv = proxyVariables(settings)
  const ca = settings.caFile === undefined ? undefined : [...rootCertificates, readFileSync(settings.caFile, 'utf8')]
  return {
    http: new HttpAgent({ keepAlive, proxyEnv }),
    https: new HttpsAgent({ keepAlive, proxyEnv, ...(ca && { ca }) }),
  }
}
