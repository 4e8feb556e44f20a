/** The system firmware: EFI on Intel, iBoot on Apple silicon, which starts neither as UEFI nor as a PC of old and names no vendor. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { unknown } from '@somay/shared/unknown.ts'
import type { Reading } from '../../platform/reading.ts'
import { because } from '../because.ts'
import { type MacReading, rowOf, textOf } from './profile.ts'
import { identifierOf } from './properties.ts'
import { nodeIn, registryIdentifier, registryText } from './registry.ts'

type Bios = FactValue<'bios'>

export function parseBiosOnMac(mac: MacReading | undefined): FactBody<Bios> {
  const hardware = rowOf(mac, 'SPHardwareDataType')
  if (hardware.kind !== 'read') return because(hardware)
  const rom = nodeIn(textOf(mac, 'firmware'), 'rom')
  return {
    known: {
      vendor: registryIdentifier(rom, 'vendor'),
      version: identifierOf(hardware, 'boot_rom_version'),
      date: dateOf(rom),
      startsAs: startOf(nodeIn(textOf(mac, 'efi'), 'efi')),
    },
    source: 'SPHardwareDataType, I/O Registry',
  }
}

/** mm/dd/yyyy, as SMBIOS has it; a year of two digits says nothing sure. */
function dateOf(rom: Reading<string>): Bios['date'] {
  if (rom.kind !== 'read') return because(rom)
  const text = registryText(rom.value, 'release-date')
  if (text === undefined) return unknown('not-supported', 'release-date: not in the registry of this Mac')
  const [, month, day, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text.trim()) ?? []
  const iso = `${year}-${month}-${day}`
  const date = new Date(`${iso}T00:00:00.000Z`)
  const isDate = !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === iso
  return isDate ? iso : unknown('failed', 'release-date: not understood')
}

function startOf(efi: Reading<string>): Bios['startsAs'] {
  if (efi.kind !== 'read') return because(efi)
  const kind = registryText(efi.value, 'firmware-abi')
  if (kind === undefined) return unknown('not-supported', 'firmware-abi: not in the registry of this Mac')
  return kind.startsWith('EFI') ? 'uefi' : unknown('failed', 'firmware-abi: not understood')
}
