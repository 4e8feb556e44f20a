/** Reads what kind of box the PC is. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import type { Unknown } from '@somay/shared/unknown.ts'
import type { Platform } from '../platform/platform.ts'
import type { TextReading } from '../platform/reading.ts'
import { valueFrom, wholeNumberIn } from './because.ts'
import { kindOfChassis, TYPE_BITS } from './chassis-kinds.ts'
import { DMI_SOURCE, dmiIdentifier, NO_DMI, readDmi } from './dmi.ts'
import { parseChassisOnMac } from './macos/chassis.ts'
import { FILES_LIMIT_MS, type Probe } from './probe.ts'
import { parseVirtual, readVirtual } from './virtual.ts'
import { parseChassisOnWindows } from './windows/chassis.ts'

const DMI_NAMES = ['chassis_type', 'chassis_vendor', 'chassis_serial'] as const

export type ChassisReading = {
  readonly dmi: Record<(typeof DMI_NAMES)[number], TextReading> | undefined
  readonly virtual: boolean | Unknown
}

export async function readChassis(platform: Platform): Promise<ChassisReading> {
  const [dmi, virtual] = await Promise.all([readDmi(platform, DMI_NAMES), readVirtual(platform).then(parseVirtual)])
  return { dmi, virtual }
}

export function parseChassis({ dmi, virtual }: ChassisReading): FactBody<FactValue<'chassis'>> {
  if (!dmi && virtual !== true) return NO_DMI
  const typeCode = dmi ? valueFrom(dmi.chassis_type, parseTypeCode, 'chassis_type') : NO_DMI
  return {
    known: {
      kind: virtual === true ? 'virtual' : kindOfChassis(typeCode),
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

export const chassisProbe: Probe<'chassis'> = {
  fact: 'chassis',
  timeLimitMs: FILES_LIMIT_MS,
  linux: async ({ platform }) => parseChassis(await readChassis(platform)),
  windows: async ({ windows }) => parseChassisOnWindows(windows),
  macos: async ({ macos }) => parseChassisOnMac(macos),
}
