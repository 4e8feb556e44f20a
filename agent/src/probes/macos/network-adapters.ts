/** Network adapters a person sees in the settings, physical ones told from virtual; never the names of Wi-Fi networks. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { unknown } from '@somay/shared/unknown.ts'
import { because } from '../because.ts'
import { inOrder } from '../order.ts'
import { type NetworkInterface, parseInterfaces } from './interfaces.ts'
import { busOf, type FoundAdapter, isRadio, macOf, mediumOf, physicalOf, speedOf } from './network-adapter.ts'
import { type MacReading, type Row, rowsOf, textOf } from './profile.ts'
import { wordsOf } from './properties.ts'

type Adapter = FactValue<'network-adapters'>['adapters'][number]

const MAX_ADAPTERS = 128
const MAX_ADDRESSES = 32

export function parseNetworkAdaptersOnMac(mac: MacReading | undefined): FactBody<FactValue<'network-adapters'>> {
  const services = rowsOf(mac, 'SPNetworkDataType')
  const controllers = rowsOf(mac, 'SPEthernetDataType')
  const interfaces = parseInterfaces(textOf(mac, 'interfaces'))
  if (services.kind !== 'read') return because(services)
  if (services.value.length === 0) return unknown('failed', 'SPNetworkDataType: the report is empty')
  const wired = byInterface(controllers.kind === 'read' ? controllers.value : [], 'spethernet_BSD_Device_Name', 'spethernet_BSD_Name')
  const names = byInterface(services.value, 'interface')
  const found = [...new Set([...names.keys(), ...wired.keys()])].flatMap((bsdName): FoundAdapter[] => {
    const adapter = { bsdName, service: names.get(bsdName), controller: wired.get(bsdName), controllers }
    return isPresent(adapter, interfaces.kind === 'read' ? interfaces.value : undefined) ? [adapter] : []
  })
  const adapters = found.map((adapter) => adapterOf(adapter, interfaces))
  return {
    known: { adapters: inOrder(adapters, ({ name }) => name).slice(0, MAX_ADAPTERS) },
    source: 'SPNetworkDataType, SPEthernetDataType, ifconfig',
  }
}

/** Of several services over one interface the first in the order a person has given them. */
function byInterface(rows: readonly Row[], ...keys: readonly string[]): Map<string, Row> {
  const found = new Map<string, Row>()
  for (const row of rows) {
    const name = keys.map((key) => wordsOf(row, key, 40)).find((one) => one !== undefined)
    if (name !== undefined && !found.has(name)) found.set(name, row)
  }
  return found
}

/** The service of an adapter that was unplugged years ago is still in the settings; without ifconfig only sure hardware is left. */
function isPresent(adapter: FoundAdapter, interfaces: ReadonlyMap<string, NetworkInterface> | undefined): boolean {
  return interfaces ? interfaces.has(adapter.bsdName) : adapter.controller !== undefined || isRadio(adapter)
}

function adapterOf(adapter: FoundAdapter, interfaces: ReturnType<typeof parseInterfaces>): Adapter {
  const why = interfaces.kind === 'read' ? undefined : because(interfaces)
  const live = interfaces.kind === 'read' ? interfaces.value.get(adapter.bsdName) : undefined
  const physical = physicalOf(adapter)
  const up = why ?? live?.up ?? unknown('not-supported', 'the interface does not sense a link')
  return {
    name: (adapter.service && wordsOf(adapter.service, '_name')) ?? adapter.bsdName,
    mac: macOf(adapter, live),
    physical,
    medium: mediumOf(adapter, physical),
    bus: busOf(adapter, physical),
    up,
    speedBitS: why ?? speedOf(adapter, live),
    addresses: why ?? [...new Set(live?.addresses)].sort().slice(0, MAX_ADDRESSES),
  }
}
