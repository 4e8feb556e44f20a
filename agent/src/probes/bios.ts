/** Reads vendor, version and date of the firmware, and how the PC was started. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { unknown } from '@somay/shared/unknown.ts'
import type { Platform } from '../platform/platform.ts'
import type { Reading, TextReading } from '../platform/reading.ts'
import { because, valueFrom } from './because.ts'
import { DMI_SOURCE, dmiIdentifier, NO_DMI, readDmi } from './dmi.ts'
import { parseBiosOnMac } from './macos/bios.ts'
import { FILES_LIMIT_MS, type Probe } from './probe.ts'
import { parseBiosOnWindows } from './windows/bios.ts'

const DMI_NAMES = ['bios_vendor', 'bios_version', 'bios_date'] as const

export type BiosReading = {
  readonly dmi: Record<(typeof DMI_NAMES)[number], TextReading> | undefined
  /** /sys/firmware/efi, which the kernel makes only when UEFI started it. */
  readonly efi: Reading<string[]>
}

export const EFI_FOLDER = '/sys/firmware/efi'

export async function readBios(platform: Platform): Promise<BiosReading> {
  return { dmi: await readDmi(platform, DMI_NAMES), efi: await platform.listFolder(EFI_FOLDER) }
}

export function parseBios({ dmi, efi }: BiosReading): FactBody<FactValue<'bios'>> {
  const startsAs = parseStart(efi, dmi !== undefined)
  if (!dmi && startsAs !== 'uefi') return NO_DMI
  return {
    known: {
      vendor: dmi ? dmiIdentifier(dmi.bios_vendor) : NO_DMI,
      version: dmi ? dmiIdentifier(dmi.bios_version) : NO_DMI,
      date: dmi ? valueFrom(dmi.bios_date, parseDate, 'bios_date') : NO_DMI,
      startsAs,
    },
    source: dmi ? DMI_SOURCE : 'sysfs efi',
  }
}

// Without an SMBIOS table there may be no PC firmware at all (a kernel loaded straight by a hypervisor), so "no UEFI" is not yet "legacy".
function parseStart(efi: Reading<string[]>, hasTable: boolean): FactValue<'bios'>['startsAs'] {
  if (efi.kind === 'read') return 'uefi'
  if (efi.kind !== 'absent') return because(efi)
  return hasTable ? 'legacy' : unknown('not-supported', `${EFI_FOLDER}: neither UEFI nor an SMBIOS table`)
}

/** SMBIOS writes mm/dd/yyyy (DSP0134, type 0); old tables give the year two digits, which says nothing sure. */
function parseDate(text: string): string | undefined {
  const [, month, day, year] = text.trim().match(/^(\d{2})\/(\d{2})\/(\d{4})$/) ?? []
  if (!month || !day || !year) return undefined
  const iso = `${year}-${month}-${day}`
  const date = new Date(`${iso}T00:00:00.000Z`)
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso ? undefined : iso
}

export const biosProbe: Probe<'bios'> = {
  fact: 'bios',
  timeLimitMs: FILES_LIMIT_MS,
  linux: async ({ platform }) => parseBios(await readBios(platform)),
  windows: async ({ windows }) => parseBiosOnWindows(windows),
  macos: async ({ macos }) => parseBiosOnMac(macos),
}
