/** The measures of a PC that needs nothing, to be changed by tests. */
import { type Measures, NO_BATTERY } from '#collector/plan/measures/measures.ts'
import { unknown } from '#shared/unknown.ts'

export const GIB = 1024 ** 3

export const GOOD_PC: Measures = {
  memoryBytes: 8 * GIB,
  memoryVisibleBytes: 8_375_186_227,
  memoryFreeSlots: 1,
  memoryMaximumBytes: 32 * GIB,
  memorySoldered: false,
  memoryAddedBytes: 24 * GIB,
  memoryType: 'ddr4',
  systemDiskKind: 'ssd',
  systemDiskBytes: 256_060_514_304,
  systemDiskHealth: 'good',
  systemFreeBytes: 100 * GIB,
  osFamily: 'windows',
  mayGoToWindows11: false,
  onWindows11: true,
  upgradesForFree: true,
  supportEndsOn: '2027-10-12',
  extendedEndsOn: '2027-10-12',
  missingSince: unknown('not-supported'),
  patchedUntil: '2026-11-11',
  windowsBuild: 26_100,
  windowsRevision: 200,
  windows11Processor: true,
  bits64: true,
  cores: 4,
  maxMhz: 3_600,
  tpm: '2.0',
  secureBootCapable: true,
  portable: false,
  nature: 'office',
  yearInUse: 2020,
  biosYear: 2019,
  batteryWornPercent: NO_BATTERY,
  protectedFromMalware: true,
  systemEncrypted: true,
}

/** Windows 10 Pro 22H2, whose support ended in October 2025. */
export const WINDOWS_10 = { mayGoToWindows11: true, onWindows11: false, supportEndsOn: '2025-10-14', extendedEndsOn: '2028-10-10' } as const
