/** Reads what kind of box the PC is. */
import type { ChassisKind } from '@somay/shared/facts/chassis.ts'
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { isUnknown, type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Platform } from '../platform/platform.ts'
import type { TextReading } from '../platform/reading.ts'
import { valueFrom, wholeNumberIn } from './because.ts'
import { DMI_SOURCE, dmiIdentifier, NO_DMI, readDmi } from './dmi.ts'
import { FILES_LIMIT_MS, type Probe } from './probe.ts'
import { parseVirtual, readVirtual } from './virtual.ts'

const DMI_NAMES = ['chassis_type', 'chassis_vendor', 'chassis_serial'] as const

export type ChassisReading = {
  readonly dmi: Record<(typeof DMI_NAMES)[number], TextReading> | undefined
  readonly virtual: boolean | Unknown
}

/** SMBIOS chassis types (DMTF DSP0134, 7.4.1); 2 means that the maker did not know either. */
const KINDS: readonly { kind: ChassisKind; codes: readonly number[] }[] = [
  { kind: 'desktop', codes: [3, 4, 5, 6, 7, 15, 16, 24] },
  { kind: 'laptop', codes: [8, 9, 10, 14, 31] },
  { kind: 'all-in-one', codes: [13] },
  { kind: 'tablet', codes: [30, 32] },
  { kind: 'mini', codes: [35, 36] },
  { kind: 'server', codes: [17, 23, 25, 28, 29] },
]

const UNKNOWN_TYPE = 2
const HIGHEST_TYPE = 36
// Bit 7 of the byte only says that a lock is present.
const TYPE_BITS = 0x7f

export async function readChassis(platform: Platform): Promise<ChassisReading> {
  const [dmi, virtual] = await Promise.all([readDmi(platform, DMI_NAMES), readVirtual(platform).then(parseVirtual)])
  return { dmi, virtual }
}

export function parseChassis({ dmi, virtual }: ChassisReading): FactBody<FactValue<'chassis'>> {
  if (!dmi && virtual !== true) return NO_DMI
  const typeCode = dmi ? valueFrom(dmi.chassis_type, parseTypeCode, 'chassis_type') : NO_DMI
  return {
    known: {
      kind: virtual === true ? 'virtual' : kindOf(typeCode),
      typeCode,
      ...(dmi && { manufacturer: dmiIdentifier(dmi.chassis_vendor) }),
      serial: dmi ? dmiIdentifier(dmi.chassis_serial) : NO_DMI,
    },
    source: dmi ? DMI_SOURCE : '/proc/cpuinfo',
  }
}

function parseTypeCode(text: string): number | undefined {
  const code = wholeNumberIn(text)
  return code === undefined ? undefined : code & TYPE_BITS
}

function kindOf(typeCode: number | Unknown): ChassisKind | Unknown {
  if (isUnknown(typeCode)) return typeCode
  const found = KINDS.find(({ codes }) => codes.includes(typeCode))
  if (found) return found.kind
  if (typeCode === UNKNOWN_TYPE) return unknown('not-supported', 'the maker wrote "unknown" as the chassis type')
  if (typeCode < 1 || typeCode > HIGHEST_TYPE) return unknown('failed', `chassis type ${typeCode} is outside SMBIOS`)
  return 'other'
}

export const chassisProbe: Probe<'chassis'> = {
  fact: 'chassis',
  timeLimitMs: FILES_LIMIT_MS,
  linux: async ({ platform }) => parseChassis(await readChassis(platform)),
}
