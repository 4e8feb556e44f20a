/** The numbers WMI has for kinds and forms of memory, as words. */
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Row } from './inventory.ts'
import { numberOf } from './properties.ts'

/** SMBIOS type 17, "Memory Type" (DSP0134, 7.18.2), as SMBIOSMemoryType of Windows 10 gives it. */
const SMBIOS_TYPES: Readonly<Record<number, string>> = {
  15: 'SDRAM',
  18: 'DDR',
  19: 'DDR2',
  20: 'DDR2 FB-DIMM',
  24: 'DDR3',
  26: 'DDR4',
  27: 'LPDDR',
  28: 'LPDDR2',
  29: 'LPDDR3',
  30: 'LPDDR4',
  34: 'DDR5',
  35: 'LPDDR5',
}
/** CIM's own numbers, as MemoryType gives them; for DDR3 and newer it mostly says 0. */
const CIM_TYPES: Readonly<Record<number, string>> = { 17: 'SDRAM', 20: 'DDR', 21: 'DDR2', 22: 'DDR2 FB-DIMM', 24: 'DDR3', 26: 'DDR4' }
/** CIM's own numbers again. From 14 on they are ways to sit on a board; "row of chips" of SMBIOS has none and comes as 0, unknown. */
const FORM_FACTORS: Readonly<Record<number, string>> = {
  7: 'SIMM',
  8: 'DIMM',
  9: 'TSOP',
  11: 'RIMM',
  12: 'SODIMM',
  13: 'SRIMM',
  14: 'SMD',
  21: 'BGA',
  22: 'FPBGA',
}
/** Boards list the chip their firmware lies in beside the modules: 9 in SMBIOS, 11 in CIM. */
const FLASH_SMBIOS = 9
const FLASH_CIM = 11

const NOT_IN_TABLE = unknown('not-supported', 'not in the SMBIOS table')

export function isSystemMemory(row: Row): boolean {
  return numberOf(row, 'SMBIOSMemoryType') !== FLASH_SMBIOS && numberOf(row, 'MemoryType') !== FLASH_CIM
}

export function typeOfModule(row: Row): string | Unknown {
  return SMBIOS_TYPES[numberOf(row, 'SMBIOSMemoryType') ?? 0] ?? CIM_TYPES[numberOf(row, 'MemoryType') ?? 0] ?? NOT_IN_TABLE
}

export function formFactorOf(row: Row): string | Unknown {
  return FORM_FACTORS[numberOf(row, 'FormFactor') ?? 0] ?? NOT_IN_TABLE
}
