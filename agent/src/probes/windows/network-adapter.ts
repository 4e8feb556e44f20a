/** Parses what Windows says of one network adapter; `detail` is its row of the newer class, missing on Windows 7. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Reading } from '../../platform/reading.ts'
import { because } from '../because.ts'
import type { Row } from './inventory.ts'
import { notTold, numberOf, textOf, yesNoOf } from './properties.ts'

type Adapter = FactValue<'network-adapters'>['adapters'][number]

const MAC = /^([0-9a-f]{2}:){5}[0-9a-f]{2}$/
/** NDIS_PHYSICAL_MEDIUM: 1 and 9 are Wi-Fi, 8 a mobile network, 10 Bluetooth, 14 Ethernet. */
const WIRELESS = [1, 8, 9]
const ETHERNET = 14
const BLUETOOTH = 10
/** Names of buses in PNPDeviceID: what hangs on these is a device one can touch. */
const TOUCHABLE = /^(PCI|USB|PCMCIA|SD|EISA)\\/i
const SOFTWARE = /^(ROOT|SWD|BTH|VMBUS|\{|COMPOSITEBUS|VMS_MP|UMB|HTREE)/i
/** Win32_NetworkAdapter.NetConnectionStatus: 2 connected, 7 media disconnected, 0 and 4 to 6 not connected for other reasons. */
const CONNECTED = 2
const NOT_CONNECTED = [0, 4, 5, 6, 7]
/** Windows writes the largest number there is where a speed is not known. */
const LARGEST_SPEED_BIT_S = 1_000_000_000_000

export function physicalOf(row: Row, detail: Row | undefined): boolean | Unknown {
  const told = detail && yesNoOf(detail, 'HardwareInterface')
  if (told !== undefined) return told
  // PhysicalAdapter of the older class is true for VirtualBox and VPNs too; the bus tells more.
  const device = textOf(row, 'PNPDeviceID', 1_000) ?? ''
  if (TOUCHABLE.test(device)) return true
  if (SOFTWARE.test(device)) return false
  return unknown('not-supported', 'this Windows does not tell a device from software here')
}

/** Docks hang on USB; a virtual PC's own adapter on VMBUS or XEN. */
export function busOf(row: Row, physical: boolean | Unknown): NonNullable<Adapter['bus']> {
  if (physical !== true) return physical === false ? 'other' : physical
  const device = textOf(row, 'PNPDeviceID', 1_000)
  if (device === undefined) return notTold(row, 'PNPDeviceID')
  if (/^USB\\/i.test(device)) return 'usb'
  return /^(PCI|PCMCIA|SD|EISA|VMBUS|XEN|XENVIF|ACPI)\\/i.test(device) ? 'built-in' : 'other'
}

/** The one burnt in, where Windows tells it: a MAC set by software or drawn by chance would make a new PC of an old one. */
export function macOf(row: Row, detail: Row | undefined, hardware: Reading<unknown>): string | Unknown {
  // What the newer class was not able to tell may be an address drawn by chance; only a Windows that has no such class is believed without.
  if (!detail && hardware.kind !== 'read' && hardware.kind !== 'absent') return because(hardware)
  const burnt = detail && textOf(detail, 'PermanentAddress')
  const text = burnt === undefined ? textOf(row, 'MACAddress') : burnt.replace(/[^0-9a-f]/gi, '').replace(/(..)(?=.)/g, '$1:')
  if (text === undefined) return unknown('not-supported', 'the adapter tells no address')
  const mac = text.toLowerCase().replaceAll('-', ':')
  if (/^(00:?)+$/.test(mac)) return unknown('not-supported', 'the adapter has no address')
  return MAC.test(mac) ? mac : unknown('failed', 'MACAddress: not understood')
}

export function mediumOf(row: Row, detail: Row | undefined, physical: boolean | Unknown): Adapter['medium'] {
  const medium = detail && numberOf(detail, 'NdisPhysicalMedium')
  if (medium !== undefined && WIRELESS.includes(medium)) return 'wireless'
  if (medium === BLUETOOTH || physical === false) return 'other'
  if (medium === ETHERNET) return 'wired'
  // The older class calls Wi-Fi "Ethernet 802.3" as well, so only the device's own name is left, which is English.
  const name = textOf(row, 'Name') ?? ''
  if (/wi-?fi|wireless|802\.11|wlan/i.test(name)) return 'wireless'
  if (/ethernet|gigabit|gbe|\blan\b|pcie? (fe|ge)/i.test(name)) return 'wired'
  return unknown('not-supported', 'this Windows does not tell the kind of network')
}

export function upOf(row: Row): boolean | Unknown {
  const status = numberOf(row, 'NetConnectionStatus')
  if (status === CONNECTED) return true
  if (status !== undefined && NOT_CONNECTED.includes(status)) return false
  return status === undefined ? notTold(row, 'NetConnectionStatus') : unknown('not-supported', 'the adapter is just changing its state')
}

export function speedOf(row: Row, up: boolean | Unknown, medium: Adapter['medium']): number | Unknown {
  if (up !== true) return unknown('not-supported', 'no link')
  // An inventory must not change with every step a person takes.
  if (medium === 'wireless') return unknown('not-supported', 'the rate of a radio link changes by the moment')
  const speed = numberOf(row, 'Speed')
  return speed && speed < LARGEST_SPEED_BIT_S ? speed : unknown('not-supported', 'the driver tells no speed')
}
