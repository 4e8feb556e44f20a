/** Whether this Linux has a way out and a live link, from sysfs and /proc. */
import type { Unknown } from '@somay/shared/unknown.ts'
import type { Platform } from '../platform/platform.ts'
import type { TextReading } from '../platform/reading.ts'
import { because } from './because.ts'
import type { NetworkState } from './network-state.ts'
import { parseHasRoute } from './routes.ts'

export async function readLinuxNetworkState(platform: Platform): Promise<NetworkState> {
  const [defaultRoute, link] = await Promise.all([readDefaultRoute(platform), readLink(platform)])
  return { defaultRoute, link }
}

async function readDefaultRoute(platform: Platform): Promise<boolean | Unknown> {
  const inet4 = await platform.readText('/proc/net/route')
  const inet6 = await platform.readText('/proc/net/ipv6_route')
  if (parseHasRoute(textOf(inet4), textOf(inet6))) return true
  if (inet4.kind !== 'read') return because(inet4)
  // Without the table there is no IPv6; one that could not be read may hold the way out.
  return inet6.kind === 'read' || inet6.kind === 'absent' ? false : because(inet6)
}

function textOf(reading: TextReading): string {
  return reading.kind === 'read' ? reading.value : ''
}

async function readLink(platform: Platform): Promise<boolean | Unknown> {
  const names = await platform.listFolder('/sys/class/net')
  if (names.kind !== 'read') return because(names)
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
  if (device.kind !== 'read') return because(device)
  const state = await platform.readText(`/sys/class/net/${name}/operstate`)
  if (state.kind !== 'read') return because(state)
  // Drivers without link sensing say "unknown" while they carry traffic.
  return ['up', 'unknown'].includes(state.value.trim())
}
