/** Whether this Windows has a way out and a live link, cheaply enough for every sample. */
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Platform } from '../../platform/platform.ts'
import { because } from '../because.ts'
import type { NetworkState } from '../network-state.ts'

const ROUTE_LIMIT_MS = 5_000
/** Destination, mask, gateway, own address, metric; routes kept for later starts stand further down without the own address. */
const ANY4 = /^\s*0\.0\.0\.0\s+0\.0\.0\.0\s+\S.*\s\d{1,3}(\.\d{1,3}){3}\s+\d+\s*$/m
/** Number of the adapter, metric, destination; kept routes have 0 in place of the adapter. */
const ANY6 = /^\s*[1-9]\d*\s+\d+\s+::\/0(\s|$)/m
const LOOPBACK = /^(127\.|::1$)/
const CANNOT_TELL = unknown('not-supported', 'an adapter is up, but whether it is a real one is not told without a whole inventory')

export async function readNetworkState(platform: Platform): Promise<NetworkState> {
  const printed = await platform.runCommand('route.exe', ['print'], { timeoutMs: ROUTE_LIMIT_MS })
  const addresses = platform.addressesOfAdapters().map(({ address }) => address)
  if (printed.kind === 'ok') return parseNetworkState(printed.stdout, addresses)
  return { defaultRoute: because(printed), link: linkBy(addresses) }
}

/** The words of `route print` are in the language of the system; its numbers are not. */
export function parseNetworkState(printed: string, addresses: readonly string[]): NetworkState {
  // Loopback and multicast stand in the table of every PC that has IP at all.
  if (!/^\s*(127\.0\.0\.0|224\.0\.0\.0)\s/m.test(printed))
    return { defaultRoute: unknown('failed', 'route print: not understood'), link: linkBy(addresses) }
  const defaultRoute = ANY4.test(printed) || ANY6.test(printed)
  // Windows takes the routes of an adapter out of the table when its link goes.
  return { defaultRoute, link: defaultRoute ? true : linkBy(addresses) }
}

// Only adapters that are up have addresses here, but those of virtual machines and VPNs are up without any cable.
function linkBy(addresses: readonly string[]): boolean | Unknown {
  return addresses.some((address) => !LOOPBACK.test(address)) ? CANNOT_TELL : false
}
