/** Gathers step by step how far this PC reaches, contacting only the configured collector and targets. */
import { isUnknown, type Unknown, unknown } from '@somay/shared/unknown.ts'
import { proxyVariables } from '../platform/http-agents.ts'
import type { Platform } from '../platform/platform.ts'
import { type Attempt, askCollector, askInternet, type InternetProbe } from './connectivity-attempts.ts'
import { readLinuxNetworkState } from './linux-network-state.ts'
import { readMacNetworkState } from './macos/network-state.ts'
import type { NetworkState } from './network-state.ts'
import type { Reach } from './probe.ts'
import { readNetworkState } from './windows/network-state.ts'

/** One step of the check: what was asked, how it ended and how long it took. */
export type Step = Attempt | { readonly step: 'network' | 'names'; readonly outcome: 'yes' | 'no' | 'unknown'; readonly tookMs: number }

export type ConnectivityEvidence = {
  readonly defaultRoute: boolean | Unknown
  /** Some adapter of the PC has a live link. */
  readonly link: boolean | Unknown
  readonly dns: boolean | Unknown
  readonly internet: InternetProbe | Unknown
  readonly target?: string
  readonly latencyMs?: number
  readonly collector: boolean | Unknown
  /** The collector runs on this very PC, so reaching it says nothing of any network. */
  readonly collectorIsHere: boolean
  /** The one this agent goes through; `authenticated` when it has a login or wants one. What a browser is set to is not read. */
  readonly proxy: 'none' | 'static' | 'pac' | 'authenticated' | Unknown
  /** By this PC's clock. */
  readonly startedAt: string
  readonly steps: readonly Step[]
}

const NOTHING_TO_REACH = unknown('turned-off', 'no address to reach is configured, so no proxy is used or not used')
const NO_NAMES = unknown('turned-off', 'no configured address has a name to resolve')

export async function gatherEvidence(platform: Platform, reach: Reach): Promise<ConnectivityEvidence> {
  const startedAt = new Date().toISOString()
  const [state, names, internet, collector] = await Promise.all([
    timed(() => readState(platform)),
    timed(() => readDns(platform, reach)),
    askInternet(platform, reach),
    askCollector(platform, reach),
  ])
  const attempts = [...internet.attempts, ...collector.attempts]
  const { link, defaultRoute } = state.found
  const isLinked = isUnknown(link) || isUnknown(defaultRoute) ? 'unknown' : yesNo(link && defaultRoute)
  return {
    defaultRoute,
    link,
    dns: names.found,
    internet: internet.internet,
    ...(internet.target !== undefined && { target: internet.target }),
    ...(internet.latencyMs !== undefined && { latencyMs: internet.latencyMs }),
    collector: collector.collector,
    collectorIsHere: collector.attempts.some(({ outcome, address }) => outcome === 'reached' && isHere(address)),
    proxy: proxyKind(reach, attempts),
    startedAt,
    steps: [
      { step: 'network', outcome: isLinked, tookMs: state.tookMs },
      { step: 'names', outcome: isUnknown(names.found) ? 'unknown' : yesNo(names.found), tookMs: names.tookMs },
      ...attempts,
    ],
  }
}

function readState(platform: Platform): Promise<NetworkState> {
  if (platform.os === 'windows') return readNetworkState(platform)
  return platform.os === 'macos' ? readMacNetworkState(platform) : readLinuxNetworkState(platform)
}

async function readDns(platform: Platform, { targets, collectorUrls, timeoutMs }: Reach): Promise<boolean | Unknown> {
  const hosts = [...targets.map(({ url }) => url), ...collectorUrls].map((url) => new URL(url).hostname)
  const results = await Promise.all([...new Set(hosts)].map((host) => platform.resolveName(host, timeoutMs)))
  if (results.includes('resolved')) return true
  return results.includes('not-resolved') ? false : NO_NAMES
}

async function timed<T>(work: () => Promise<T>): Promise<{ found: T; tookMs: number }> {
  const startedAt = performance.now()
  const found = await work()
  return { found, tookMs: Math.ceil(performance.now() - startedAt) }
}

function isHere(collectorUrl: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(collectorUrl).hostname)
}

function proxyKind({ network, targets, collectorUrls }: Reach, attempts: readonly Attempt[]): ConnectivityEvidence['proxy'] {
  if (targets.length === 0 && collectorUrls.length === 0) return NOTHING_TO_REACH
  if (attempts.some(({ outcome }) => outcome === 'proxy-login')) return 'authenticated'
  const { routes } = network
  if (routes?.problem !== undefined) return unknown('failed', routes.problem)
  const urls = routes
    ? Object.values(routes.by)
    : Object.entries(proxyVariables(network)).flatMap(([name, url]) => (isNoProxy(name) ? [] : [url]))
  if (urls.some((url) => /\/\/[^/]*@/.test(url))) return 'authenticated'
  if (routes) return routes.kind
  return urls.length === 0 ? 'none' : 'static'
}

const isNoProxy = (name: string): boolean => /^no_proxy$/i.test(name)

const yesNo = (is: boolean): 'yes' | 'no' => (is ? 'yes' : 'no')
