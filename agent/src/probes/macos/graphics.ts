/** Graphics adapters; memory only where it is the adapter's own. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import { because } from '../because.ts'
import { inOrder } from '../order.ts'
import { type MacReading, type Row, rowsOf } from './profile.ts'
import { memorySizeOf, notTold, wordsOf } from './properties.ts'

type Adapter = FactValue<'graphics'>['adapters'][number]

const MAX_ADAPTERS = 32
const VENDORS: Readonly<Record<string, string>> = { amd: 'AMD', apple: 'Apple', intel: 'Intel', nvidia: 'NVIDIA' }
const NO_DRIVER = unknown('not-supported', 'drivers come with macOS and have no version of their own')
const SHARED = unknown('not-supported', 'the adapter uses the memory of the Mac')

export function parseGraphicsOnMac(mac: MacReading | undefined): FactBody<FactValue<'graphics'>> {
  const rows = rowsOf(mac, 'SPDisplaysDataType')
  if (rows.kind !== 'read') return because(rows)
  // Every Mac draws with something, also one without a screen.
  if (rows.value.length === 0) return unknown('failed', 'SPDisplaysDataType: the report is empty')
  return {
    known: { adapters: inOrder(rows.value.map(adapterOf), (adapter) => JSON.stringify(adapter.name)).slice(0, MAX_ADAPTERS) },
    source: 'SPDisplaysDataType',
  }
}

function adapterOf(row: Row): Adapter {
  return {
    name: wordsOf(row, 'sppci_model') ?? notTold(row, 'sppci_model'),
    vendor: vendorOf(row),
    memoryBytes: memoryOf(row),
    driverVersion: NO_DRIVER,
  }
}

/** "sppci_vendor_amd", "Intel", or "AMD (0x1002)": the same maker is written in several ways. */
function vendorOf(row: Row): string | Unknown {
  const vendor = wordsOf(row, 'spdisplays_vendor', 100)
    ?.replace(/^sppci_vendor_/, '')
    .replace(/\s*\(0x[0-9a-f]+\)$/i, '')
  return vendor ? (VENDORS[vendor.toLowerCase()] ?? vendor) : notTold(row, 'spdisplays_vendor')
}

function memoryOf(row: Row): number | Unknown {
  // spdisplays_vram_shared is the most it may take away from the Mac.
  if (row.spdisplays_vram === undefined) return SHARED
  return memorySizeOf(row, 'spdisplays_vram') ?? notTold(row, 'spdisplays_vram')
}
