/** Finds the way to each address: by the setting, the environment, the system's own settings or a PAC file. Runs in short-lived processes only. */
import { isProxyAddress, type NetworkSettings, type ProxyRoutes, proxyVariables } from '../platform/http-agents.ts'
import type { Platform } from '../platform/platform.ts'
import { isBypassed } from './bypass.ts'
import { askPac } from './pac.ts'
import { readSystemProxy } from './read-system-proxy.ts'
import type { SystemProxy } from './system-proxy.ts'

const PAC = /^pac\+/

/** Undefined where the setting or the environment says it all. */
export async function findRoutes(
  platform: Platform,
  network: NetworkSettings,
  urls: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
): Promise<ProxyRoutes | undefined> {
  const { proxy } = network
  if (proxy !== undefined && PAC.test(proxy)) return byPac(platform, proxy.replace(PAC, ''), urls, network)
  if (proxy !== undefined || Object.keys(proxyVariables(network, environment)).length > 0) return undefined
  const system = await readSystemProxy(platform)
  if (!system) return undefined
  if (system.kind === 'pac') return byPac(platform, system.url, urls, network)
  if (system.kind === 'none') return { kind: 'none', by: {} }
  const bypass = [...system.bypass, ...bypassedBy(environment)]
  return bySettings({ ...system, bypass }, urls)
}

/** Set alone beside a proxy of the system, it means that proxy. */
function bypassedBy({ NO_PROXY, no_proxy }: NodeJS.ProcessEnv): string[] {
  return `${NO_PROXY ?? ''},${no_proxy ?? ''}`.split(/[,\s]+/).filter(Boolean)
}

async function byPac(platform: Platform, pacUrl: string, urls: readonly string[], network: NetworkSettings): Promise<ProxyRoutes> {
  const answers = await askPac(platform, pacUrl, urls, network)
  return 'problem' in answers ? { kind: 'pac', by: {}, problem: answers.problem } : { kind: 'pac', by: answers.by }
}

function bySettings({ http, https, bypass }: Extract<SystemProxy, { kind: 'static' }>, urls: readonly string[]): ProxyRoutes {
  const by: Record<string, string> = {}
  for (const url of urls) {
    const { protocol, hostname, origin } = new URL(url)
    const proxy = protocol === 'https:' ? https : http
    if (proxy === undefined || isBypassed(hostname, bypass)) continue
    const address = proxy.includes('://') ? proxy : `http://${proxy}`
    if (!isProxyAddress(address)) return { kind: 'static', by: {}, problem: 'what the system has for a proxy is no address' }
    by[origin] = address
  }
  return { kind: 'static', by }
}
