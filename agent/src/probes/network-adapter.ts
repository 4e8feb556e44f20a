/** Parses what was read of one network adapter. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import { isUnknown, type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { AddressOfAdapter } from '../platform/network.ts'
import type { Reading, TextReading } from '../platform/reading.ts'
import type { CommandResult } from '../platform/run-command.ts'
import { because, valueFrom } from './because.ts'

export type NetworkAdapterReading = {
  readonly name: string
  readonly address: TextReading
  readonly assignment: TextReading
  readonly type: TextReading
  readonly operstate: TextReading
  readonly speed: TextReading
  readonly uevent: TextReading
  /** Of the device behind it, not of the link. */
  readonly deviceUevent: TextReading
  readonly hasDevice: Reading<unknown>
  readonly entries: Reading<string[]>
}

export type NetworkAdaptersReading = {
  readonly adapters: Reading<NetworkAdapterReading[]>
  readonly addresses: readonly AddressOfAdapter[]
  readonly inet6: TextReading
  /** `ip -json link`, asked only when some MAC was set by software, for the one burnt in. */
  readonly links: CommandResult | undefined
}

type Adapter = FactValue<'network-adapters'>['adapters'][number]

/** addr_assign_type of the kernel (Documentation/ABI/testing/sysfs-class-net): 1 random, 3 set by someone. */
const RANDOM_MAC = '1'
export const SET_MAC = '3'

const MAC = /^([0-9a-f]{2}:){5}[0-9a-f]{2}$/
// ARPHRD_ETHER of the kernel; Wi-Fi adapters have it too.
const ETHERNET_TYPE = '1'
const BITS_PER_MEGABIT = 1_000_000
// Columns of /proc/net/if_inet6: address, index, prefix length, scope, flags, name. Scope 0x20 is link-local, flag 0x01 a temporary address.
const LINK_SCOPE = '20'
const TEMPORARY_FLAG = 0x01
const MAX_ADDRESSES = 32

export function parseAdapter(adapter: NetworkAdapterReading, { addresses, inet6, links }: NetworkAdaptersReading): Adapter {
  const physical = adapter.hasDevice.kind === 'read' ? true : adapter.hasDevice.kind === 'absent' ? false : because(adapter.hasDevice)
  const up = valueFrom(adapter.operstate, parseUp, 'operstate')
  return {
    name: adapter.name,
    mac: macOf(adapter, links),
    physical,
    medium: mediumOf(adapter, physical),
    bus: busOf(adapter, physical),
    up,
    speedBitS: speedOf(adapter.speed, up),
    addresses: addressesOf(adapter.name, addresses, inet6),
  }
}

function addressesOf(name: string, all: NetworkAdaptersReading['addresses'], inet6: TextReading): Adapter['addresses'] {
  // Absent means that IPv6 is off; any other failure would make the list look complete when it is not.
  if (inet6.kind === 'denied' || inet6.kind === 'failed') return because(inet6)
  const inet4 = all.filter(({ adapter, family }) => adapter === name && family === 'IPv4').map(({ address }) => address)
  return [...inet4, ...lastingInet6(inet6, name)].sort().slice(0, MAX_ADDRESSES)
}

/** Only an address that came with the device is evidence; one drawn at every start would make a new PC of an old one. */
function macOf({ name, address, assignment }: NetworkAdapterReading, links: NetworkAdaptersReading['links']): string | Unknown {
  if (assignment.kind !== 'read') return because(assignment)
  if (assignment.value.trim() === RANDOM_MAC) return unknown('not-supported', 'the system draws this address by chance')
  if (assignment.value.trim() === SET_MAC) return permanentMac(name, links)
  return valueFrom(address, (text) => realMac(text.trim().toLowerCase()), 'address')
}

function permanentMac(name: string, links: NetworkAdaptersReading['links']): string | Unknown {
  if (!links) return unknown('not-supported', 'the address was set by software')
  if (links.kind !== 'ok') return because(links)
  try {
    const found = (JSON.parse(links.stdout) as { ifname?: string; permaddr?: string }[]).find(({ ifname }) => ifname === name)?.permaddr
    return found === undefined
      ? unknown('not-supported', 'the address was set by software')
      : (realMac(found) ?? unknown('failed', 'permaddr'))
  } catch {
    return unknown('failed', 'ip: not understood')
  }
}

function realMac(text: string): string | Unknown | undefined {
  if (text === '' || /^0+(:0+)*$/.test(text)) return unknown('not-supported', 'the adapter has no address')
  return MAC.test(text) ? text : undefined
}

function mediumOf({ entries, type }: NetworkAdapterReading, physical: boolean | Unknown): Adapter['medium'] {
  if (entries.kind !== 'read') return because(entries)
  if (entries.value.includes('wireless') || entries.value.includes('phy80211')) return 'wireless'
  if (isUnknown(physical)) return physical
  return valueFrom(type, (text) => (text.trim() === ETHERNET_TYPE && physical ? ('wired' as const) : ('other' as const)), 'type')
}

/** What the bus writes into the device's uevent (Documentation/ABI, drivers of each bus): DEVTYPE=usb_interface, PCI_ID=, SDIO_ID=, MODALIAS=virtio:. */
function busOf({ deviceUevent }: NetworkAdapterReading, physical: boolean | Unknown): NonNullable<Adapter['bus']> {
  if (physical !== true) return physical === false ? 'other' : physical
  return valueFrom(
    deviceUevent,
    (text) => {
      if (/^DEVTYPE=usb_|^MODALIAS=usb:/m.test(text)) return 'usb' as const
      return /^(PCI_ID|SDIO_ID|OF_NAME)=|^MODALIAS=(pci|sdio|of|platform|virtio|vmbus|xen|acpi):/m.test(text)
        ? ('built-in' as const)
        : unknown('not-supported', 'the bus of the adapter is not known')
    },
    'device/uevent',
  )
}

/** "unknown" is what drivers without link sensing say (RFC 2863). */
function parseUp(text: string): boolean | Unknown {
  const state = text.trim()
  if (state === 'unknown') return unknown('not-supported', 'the driver does not sense the link')
  return state === 'up'
}

function speedOf(speed: TextReading, up: boolean | Unknown): number | Unknown {
  if (up !== true) return unknown('not-supported', 'no link')
  if (speed.kind !== 'read') return unknown('not-supported', 'the driver tells no speed')
  const megabits = Number(speed.value.trim())
  // -1 is SPEED_UNKNOWN of ethtool.
  return Number.isInteger(megabits) && megabits > 0 ? megabits * BITS_PER_MEGABIT : unknown('not-supported', 'the driver tells no speed')
}

// Temporary addresses (RFC 8981) change every day and say nothing of the PC.
function lastingInet6(inet6: TextReading, name: string): string[] {
  if (inet6.kind !== 'read') return []
  return inet6.value.split('\n').flatMap((line) => {
    const [address, , , scope, flags, adapter] = line.trim().split(/\s+/)
    if (adapter !== name || address === undefined || scope === LINK_SCOPE) return []
    if ((Number.parseInt(flags ?? '0', 16) & TEMPORARY_FLAG) !== 0) return []
    return [shortInet6(address)]
  })
}

function shortInet6(digits: string): string {
  const groups = digits.match(/.{4}/g) ?? []
  // The URL parser writes IPv6 in its one short form (RFC 5952).
  return new URL(`http://[${groups.join(':')}]/`).hostname.slice(1, -1)
}
