/** Reads the network adapters with MAC and IP addresses; never the names of Wi-Fi networks. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import type { Platform } from '../platform/platform.ts'
import { because } from './because.ts'
import { parseNetworkAdaptersOnMac } from './macos/network-adapters.ts'
import { type NetworkAdapterReading, type NetworkAdaptersReading, parseAdapter, SET_MAC } from './network-adapter.ts'
import { FILES_LIMIT_MS, type Probe } from './probe.ts'
import { parseNetworkAdaptersOnWindows } from './windows/network-adapters.ts'

const NET_FOLDER = '/sys/class/net'
const IP_TIMEOUT_MS = 5_000

export async function readNetworkAdapters(platform: Platform): Promise<NetworkAdaptersReading> {
  const names = await platform.listFolder(NET_FOLDER)
  const found =
    names.kind === 'read' ? await Promise.all(names.value.filter((name) => name !== 'lo').map((name) => readAdapter(platform, name))) : []
  const isSet = found.some(({ assignment }) => assignment.kind === 'read' && assignment.value.trim() === SET_MAC)
  return {
    adapters: names.kind === 'read' ? { kind: 'read', value: found } : names,
    addresses: platform.addressesOfAdapters(),
    inet6: await platform.readText('/proc/net/if_inet6'),
    links: isSet ? await platform.runCommand('ip', ['-json', 'link', 'show'], { timeoutMs: IP_TIMEOUT_MS }) : undefined,
  }
}

async function readAdapter(platform: Platform, name: string): Promise<NetworkAdapterReading> {
  const at = `${NET_FOLDER}/${name}`
  const file = (file: string) => platform.readText(`${at}/${file}`)
  return {
    name,
    address: await file('address'),
    assignment: await file('addr_assign_type'),
    type: await file('type'),
    operstate: await file('operstate'),
    speed: await file('speed'),
    uevent: await file('uevent'),
    deviceUevent: await file('device/uevent'),
    hasDevice: await platform.listFolder(`${at}/device`),
    entries: await platform.listFolder(at),
  }
}

export function parseNetworkAdapters(reading: NetworkAdaptersReading): FactBody<FactValue<'network-adapters'>> {
  if (reading.adapters.kind !== 'read') return because(reading.adapters)
  const adapters = reading.adapters.value.filter(lasts).map((adapter) => parseAdapter(adapter, reading))
  return { known: { adapters: adapters.slice(0, 128) }, source: 'sysfs net' }
}

// Container and traffic-shaping links come and go with names and MACs of the moment; they say nothing of the PC.
function lasts({ hasDevice, entries, uevent }: NetworkAdapterReading): boolean {
  if (hasDevice.kind !== 'absent') return true
  const isTunnel = entries.kind === 'read' && entries.value.some((entry) => ['bridge', 'bonding', 'tun_flags'].includes(entry))
  return isTunnel || (uevent.kind === 'read' && /^DEVTYPE=(vlan|wireguard|bond|bridge)$/m.test(uevent.value))
}

export const networkAdaptersProbe: Probe<'network-adapters'> = {
  fact: 'network-adapters',
  timeLimitMs: FILES_LIMIT_MS,
  linux: async ({ platform }) => parseNetworkAdapters(await readNetworkAdapters(platform)),
  windows: async ({ windows }) => parseNetworkAdaptersOnWindows(windows),
  macos: async ({ macos }) => parseNetworkAdaptersOnMac(macos),
}
