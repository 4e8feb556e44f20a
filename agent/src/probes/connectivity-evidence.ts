/** Gathers step by step how far this PC reaches, contacting only the configured collector and targets. Loaded in the resident process: types only from shared. */
import type { Target } from '@somay/shared/report.ts'
import type { Unknown } from '@somay/shared/unknown.ts'
import { proxyVariables } from '../platform/http-agents.ts'
import type { FetchResult } from '../platform/network.ts'
import type { Platform } from '../platform/platform.ts'
import type { Unread } from '../platform/reading.ts'
import type { Reach } from './probe.ts'
import { parseHasRoute } from './routes.ts'

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
  readonly proxy: 'none' | 'static' | 'authenticated'
}

const NO_TARGETS: Unknown = { unknown: 'turned-off', detail: 'no probe target is configured' }
const NO_COLLECTOR: Unknown = { unknown: 'turned-off', detail: 'no collector is configured' }
const NO_NAMES: Unknown = { unknown: 'turned-off', detail: 'no configured address has a name to resolve' }
const PROXY_WANTS_LOGIN = 407
const OVERLOADED = 503
const OK = 200

export async function gatherEvidence(platform: Platform, reach: Reach): Promise<ConnectivityEvidence> {
  const [defaultRoute, link, dns, internet, collector] = await Promise.all([
    readDefaultRoute(platform),
    readLink(platform),
    readDns(platform, reach),
    probeInternet(platform, reach),
    probeCollector(platform, reach),
  ])
  return { defaultRoute, link, dns, ...internet, collector, collectorIsHere: isHere(reach.collectorUrl), proxy: proxyKind(reach) }
}

async function readDefaultRoute(platform: Platform): Promise<boolean | Unknown> {
  if (platform.os !== 'linux') return { unknown: 'not-supported', detail: 'routes are read on Linux only so far' }
  const inet4 = await platform.readText('/proc/net/route')
  const inet6 = await platform.readText('/proc/net/ipv6_route')
  if (inet4.kind !== 'read') return unreadable(inet4)
  return parseHasRoute(inet4.value, inet6.kind === 'read' ? inet6.value : '')
}

// Not because.ts: it brings the schema library, which the resident process does without.
function unreadable({ kind, detail }: Unread): Unknown {
  return { unknown: kind === 'denied' ? 'access-denied' : kind === 'absent' ? 'not-supported' : kind, detail }
}

async function readLink(platform: Platform): Promise<boolean | Unknown> {
  const names = await platform.listFolder('/sys/class/net')
  if (names.kind !== 'read') return unreadable(names)
  for (const name of names.value) {
    const isDevice = (await platform.listFolder(`/sys/class/net/${name}/device`)).kind === 'read'
    const state = isDevice ? await platform.readText(`/sys/class/net/${name}/operstate`) : undefined
    // Drivers without link sensing say "unknown" while they carry traffic.
    if (state?.kind === 'read' && ['up', 'unknown'].includes(state.value.trim())) return true
  }
  return false
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

/** The proxy this agent uses; what a browser is set to is not read. */
function proxyKind({ network }: Reach): ConnectivityEvidence['proxy'] {
  const used = Object.entries(proxyVariables(network)).filter(([name]) => !/^no_proxy$/i.test(name))
  if (used.length === 0) return 'none'
  return used.some(([, url]) => /\/\/[^/]*@/.test(url)) ? 'authenticated' : 'static'
}
