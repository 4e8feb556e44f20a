/** Gathers step by step how far this PC reaches, contacting only the configured collector and targets. Loaded in the resident process: types only from shared. */
import type { Target } from '@somay/shared/report.ts'
import type { Unknown } from '@somay/shared/unknown.ts'
import { proxyVariables } from '../platform/http-agents.ts'
import type { FetchResult } from '../platform/network.ts'
import type { Platform } from '../platform/platform.ts'
import type { TextReading, Unread } from '../platform/reading.ts'
import type { Reach } from './probe.ts'
import { parseHasRoute } from './routes.ts'
import { readNetworkState } from './windows/network-state.ts'

export type InternetProbe = 'reached' | 'unexpected-content' | 'refused' | 'no-answer'

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
  /** The one this agent goes through; what a browser is set to is not read. */
  readonly proxy: 'none' | 'static' | 'authenticated' | Unknown
}

const NO_TARGETS: Unknown = { unknown: 'turned-off', detail: 'no probe target is configured' }
const NO_COLLECTOR: Unknown = { unknown: 'turned-off', detail: 'no collector is configured' }
const NOTHING_TO_REACH: Unknown = { unknown: 'turned-off', detail: 'no address to reach is configured, so no proxy is used or not used' }
const NO_NAMES: Unknown = { unknown: 'turned-off', detail: 'no configured address has a name to resolve' }
const PROXY_WANTS_LOGIN = 407
const OVERLOADED = 503
const OK = 200

export async function gatherEvidence(platform: Platform, reach: Reach): Promise<ConnectivityEvidence> {
  const [{ defaultRoute, link }, dns, internet, collector] = await Promise.all([
    platform.os === 'windows' ? readNetworkState(platform) : readLinuxState(platform),
    readDns(platform, reach),
    probeInternet(platform, reach),
    probeCollector(platform, reach),
  ])
  return { defaultRoute, link, dns, ...internet, collector, collectorIsHere: isHere(reach.collectorUrl), proxy: proxyKind(reach) }
}

async function readLinuxState(platform: Platform): Promise<Pick<ConnectivityEvidence, 'defaultRoute' | 'link'>> {
  const [defaultRoute, link] = await Promise.all([readDefaultRoute(platform), readLink(platform)])
  return { defaultRoute, link }
}

async function readDefaultRoute(platform: Platform): Promise<boolean | Unknown> {
  if (platform.os !== 'linux') return { unknown: 'not-supported', detail: 'routes are read on Linux and Windows only so far' }
  const inet4 = await platform.readText('/proc/net/route')
  const inet6 = await platform.readText('/proc/net/ipv6_route')
  if (parseHasRoute(textOf(inet4), textOf(inet6))) return true
  if (inet4.kind !== 'read') return unreadable(inet4)
  // Without the table there is no IPv6; one that could not be read may hold the way out.
  return inet6.kind === 'read' || inet6.kind === 'absent' ? false : unreadable(inet6)
}

function textOf(reading: TextReading): string {
  return reading.kind === 'read' ? reading.value : ''
}

// Not because.ts: it brings the schema library, which the resident process does without.
function unreadable({ kind, detail }: Unread): Unknown {
  return { unknown: kind === 'denied' ? 'access-denied' : kind === 'absent' ? 'not-supported' : kind, detail }
}

async function readLink(platform: Platform): Promise<boolean | Unknown> {
  const names = await platform.listFolder('/sys/class/net')
  if (names.kind !== 'read') return unreadable(names)
  let open: Unknown | undefined
  for (const name of names.value) {
    const link = await linkOf(platform, name)
    if (link === true) return true
    if (link !== false) open ??= link
  }
  // "No link" decides that the PC is offline: it is said only when every adapter was read.
  return open ?? false
}

async function linkOf(platform: Platform, name: string): Promise<boolean | Unknown> {
  const device = await platform.listFolder(`/sys/class/net/${name}/device`)
  // Adapters made by software have no device behind them.
  if (device.kind === 'absent') return false
  if (device.kind !== 'read') return unreadable(device)
  const state = await platform.readText(`/sys/class/net/${name}/operstate`)
  if (state.kind !== 'read') return unreadable(state)
  // Drivers without link sensing say "unknown" while they carry traffic.
  return ['up', 'unknown'].includes(state.value.trim())
}

async function readDns(platform: Platform, { targets, collectorUrl, timeoutMs }: Reach): Promise<boolean | Unknown> {
  const hosts = [...targets.map(({ url }) => url), collectorUrl].flatMap((url) => (url ? [new URL(url).hostname] : []))
  const results = await Promise.all([...new Set(hosts)].map((host) => platform.resolveName(host, timeoutMs)))
  if (results.includes('resolved')) return true
  return results.includes('not-resolved') ? false : NO_NAMES
}

async function probeInternet(platform: Platform, reach: Reach): Promise<Pick<ConnectivityEvidence, 'internet' | 'target' | 'latencyMs'>> {
  let best: { internet: InternetProbe; target: string } | undefined
  for (const target of reach.targets) {
    const page = await platform.fetchSmallPage(target.url, reach.timeoutMs, reach.network)
    const internet = judge(page, target)
    if (internet === 'reached' && page.kind === 'answered') return { internet, target: target.url, latencyMs: page.latencyMs }
    if (!best || internet === 'unexpected-content') best = { internet, target: target.url }
  }
  return best ?? { internet: NO_TARGETS }
}

/** An empty expectation means an empty answer, as "generate 204" pages give. */
function judge(page: FetchResult, { expect }: Target): InternetProbe {
  if (page.kind !== 'answered') return page.kind
  if (page.status === PROXY_WANTS_LOGIN) return 'refused'
  const isExpected =
    expect === '' ? page.text === '' && page.status >= OK && page.status < 300 : page.status === OK && page.text.includes(expect)
  return isExpected ? 'reached' : 'unexpected-content'
}

/** A captive portal answers in HTML in place of the collector, so only its own JSON counts; "overloaded" is reached too. */
async function probeCollector(platform: Platform, { collectorUrl, timeoutMs, network }: Reach): Promise<boolean | Unknown> {
  if (!collectorUrl) return NO_COLLECTOR
  const page = await platform.fetchSmallPage(`${collectorUrl.replace(/\/+$/, '')}/healthz`, timeoutMs, network)
  return page.kind === 'answered' && (page.status === OK || page.status === OVERLOADED) && isJsonObject(page.text)
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null
  } catch {
    return false
  }
}

function isHere(collectorUrl: string | undefined): boolean {
  return collectorUrl !== undefined && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(collectorUrl).hostname)
}

function proxyKind({ network, targets, collectorUrl }: Reach): ConnectivityEvidence['proxy'] {
  if (targets.length === 0 && !collectorUrl) return NOTHING_TO_REACH
  const used = Object.entries(proxyVariables(network)).filter(([name]) => !/^no_proxy$/i.test(name))
  if (used.length === 0) return 'none'
  return used.some(([, url]) => /\/\/[^/]*@/.test(url)) ? 'authenticated' : 'static'
}
