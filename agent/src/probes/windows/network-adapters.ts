/** Network adapters a person sees under Network Connections, physical ones told from virtual. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import type { Reading } from '../../platform/reading.ts'
import { because } from '../because.ts'
import { inOrder } from '../order.ts'
import { addressesOf } from './addresses.ts'
import { type Row, rowsOf, type WindowsReading } from './inventory.ts'
import { busOf, macOf, mediumOf, physicalOf, speedOf, upOf } from './network-adapter.ts'
import { textOf, yesNoOf } from './properties.ts'

type Adapter = FactValue<'network-adapters'>['adapters'][number]

const MAX_ADAPTERS = 128

export function parseNetworkAdaptersOnWindows(windows: WindowsReading | undefined): FactBody<FactValue<'network-adapters'>> {
  const rows = rowsOf(windows, 'network', 'adapters')
  if (rows.kind !== 'read') return because(rows)
  const hardware = rowsOf(windows, 'network', 'hardware')
  const configurations = rowsOf(windows, 'network', 'configurations')
  const addresses = rowsOf(windows, 'network', 'addresses')
  const adapters = rows.value.flatMap((row): Adapter[] => {
    const detail = detailOf(row, hardware)
    const name = textOf(row, 'NetConnectionID') ?? textOf(row, 'Name')
    if (name === undefined || !isShown(row, detail)) return []
    const physical = physicalOf(row, detail)
    const medium = mediumOf(row, detail, physical)
    const up = upOf(row)
    return [
      {
        name,
        mac: macOf(row, detail, hardware),
        physical,
        medium,
        bus: busOf(row, physical),
        up,
        speedBitS: speedOf(row, up, medium),
        addresses: addressesOf(row, configurations, addresses),
      },
    ]
  })
  return {
    known: { adapters: inOrder(adapters, ({ name }) => name).slice(0, MAX_ADAPTERS) },
    source: 'Win32_NetworkAdapter, MSFT_NetAdapter',
  }
}

// Without a name of its own an adapter is a part of another (WAN Miniport, Wi-Fi Direct); a disabled card has one.
function isShown(row: Row, detail: Row | undefined): boolean {
  if (textOf(row, 'NetConnectionID') === undefined) return false
  return !(detail && yesNoOf(detail, 'Hidden') === true)
}

function detailOf(row: Row, hardware: Reading<Row[]>): Row | undefined {
  const id = textOf(row, 'GUID')?.toLowerCase()
  if (id === undefined || hardware.kind !== 'read') return undefined
  return hardware.value.find((one) => textOf(one, 'InterfaceGuid')?.toLowerCase() === id)
}
