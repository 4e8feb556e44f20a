/** Parses what macOS says of one network adapter: its service in the settings and, for a wired one, its controller. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Reading } from '../../platform/reading.ts'
import { because } from '../because.ts'
import type { NetworkInterface } from './interfaces.ts'
import { isRow, type Row } from './profile.ts'
import { wordsOf } from './properties.ts'

type Adapter = FactValue<'network-adapters'>['adapters'][number]

export type FoundAdapter = {
  readonly bsdName: string
  readonly service: Row | undefined
  readonly controller: Row | undefined
  readonly controllers: Reading<Row[]>
}

const MAC = /^([0-9a-f]{2}:){5}[0-9a-f]{2}$/
const RADIO = /^(AirPort|IEEE80211|Wi-?Fi)$/i
/** Kinds of services that software makes; a VPN carries the name of its program behind it. */
const SOFTWARE = /^(Bridge|Bond|VLAN|6to4|IPSec|VPN|PPP|L2TP|PPTP|utun|ipsec)/i
const BITS_PER_MEGABIT = 1_000_000
/** Second bit of the first byte: given by software, not by the maker (IEEE 802). */
const LOCALLY_GIVEN = 0x02

export function isRadio({ service }: FoundAdapter): boolean {
  return ['hardware', 'type'].some((key) => RADIO.test((service && wordsOf(service, key)) ?? ''))
}

function isSoftware({ bsdName, service }: FoundAdapter): boolean {
  return SOFTWARE.test(bsdName) || SOFTWARE.test((service && wordsOf(service, 'type')) ?? '')
}

export function physicalOf(adapter: FoundAdapter): boolean | Unknown {
  if (adapter.controller !== undefined || isRadio(adapter)) return true
  if (isSoftware(adapter)) return false
  // A telephone on a cable and Bluetooth call themselves Ethernet as well.
  return adapter.controllers.kind === 'read'
    ? unknown('not-supported', 'macOS lists no controller behind this adapter')
    : because(adapter.controllers)
}

export function mediumOf(adapter: FoundAdapter, physical: boolean | Unknown): Adapter['medium'] {
  if (isRadio(adapter)) return 'wireless'
  if (typeof physical !== 'boolean') return physical
  return physical ? 'wired' : 'other'
}

/** Radios of Macs are built in; of the rest their controller tells, "spethernet_pcie" or "spethernet_usb". */
export function busOf(adapter: FoundAdapter, physical: boolean | Unknown): NonNullable<Adapter['bus']> {
  if (isRadio(adapter)) return 'built-in'
  if (physical !== true) return physical === false ? 'other' : physical
  const bus = adapter.controller && wordsOf(adapter.controller, 'spethernet_bus')
  if (bus === undefined) return unknown('not-supported', 'macOS does not tell how the adapter is attached')
  if (/usb/i.test(bus)) return 'usb'
  return /pci/i.test(bus) ? 'built-in' : 'other'
}

/** The one burnt in: macOS draws a private one for Wi-Fi, and a MAC drawn by chance would make a new PC of an old one. */
export function macOf(adapter: FoundAdapter, live: NetworkInterface | undefined): string | Unknown {
  const { service, controller } = adapter
  const ethernet = service && isRow(service.Ethernet) ? service.Ethernet : {}
  const told = (controller && wordsOf(controller, 'spethernet_mac_address')) ?? wordsOf(ethernet, 'MAC Address')
  const mac = (told ?? live?.mac)?.toLowerCase()
  if (mac === undefined) return unknown('not-supported', 'the adapter tells no address')
  if (!MAC.test(mac)) return unknown('failed', 'MAC Address: not understood')
  if (mac === '00:00:00:00:00:00') return unknown('not-supported', 'the adapter has no address')
  const isMadeUp = (Number.parseInt(mac.slice(0, 2), 16) & LOCALLY_GIVEN) !== 0
  return isMadeUp && (isRadio(adapter) || told === undefined) ? unknown('not-supported', 'the address was drawn by macOS') : mac
}

export function speedOf(adapter: FoundAdapter, live: NetworkInterface | undefined): number | Unknown {
  if (live?.up !== true) return unknown('not-supported', 'no link')
  // An inventory must not change with every step a person takes.
  if (isRadio(adapter)) return unknown('not-supported', 'the rate of a radio link changes by the moment')
  return live.megabits ? live.megabits * BITS_PER_MEGABIT : unknown('not-supported', 'the driver tells no speed')
}
