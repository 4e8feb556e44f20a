/** Reads who made the PC and which one it is. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { type Identifier, toIdentifier } from '@somay/shared/identifier.ts'
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Platform } from '../platform/platform.ts'
import type { TextReading } from '../platform/reading.ts'
import { because } from './because.ts'
import { DMI_SOURCE, dmiIdentifier, NO_DMI, readDmi } from './dmi.ts'
import { parseSystemOnMac } from './macos/system.ts'
import { FILES_LIMIT_MS, type Probe } from './probe.ts'
import { parseVirtual, readVirtual } from './virtual.ts'
import { parseSystemOnWindows } from './windows/system.ts'

const DMI_NAMES = ['sys_vendor', 'product_name', 'product_family', 'product_serial', 'product_uuid', 'chassis_asset_tag'] as const

export type SystemReading = {
  readonly hostName: string
  readonly dmi: Record<(typeof DMI_NAMES)[number], TextReading> | undefined
  readonly machineId: TextReading
  readonly virtual: boolean | Unknown
}

export async function readSystem(platform: Platform): Promise<SystemReading> {
  const [dmi, machineId, virtual] = await Promise.all([
    readDmi(platform, DMI_NAMES),
    platform.readText('/etc/machine-id'),
    readVirtual(platform).then(parseVirtual),
  ])
  return { hostName: platform.hostName, dmi, machineId, virtual }
}

export function parseSystem({ hostName, dmi, machineId, virtual }: SystemReading): FactBody<FactValue<'system'>> {
  if (hostName === '') return unknown('failed', 'the system gives no host name')
  return {
    known: {
      hostName: hostName.slice(0, 255),
      manufacturer: dmi ? dmiIdentifier(dmi.sys_vendor) : NO_DMI,
      model: dmi ? dmiIdentifier(dmi.product_name) : NO_DMI,
      ...(dmi && { family: dmiIdentifier(dmi.product_family), assetTag: dmiIdentifier(dmi.chassis_asset_tag) }),
      serial: dmi ? dmiIdentifier(dmi.product_serial) : NO_DMI,
      uuid: dmi ? lowerCase(dmiIdentifier(dmi.product_uuid)) : NO_DMI,
      machineId: parseMachineId(machineId),
      virtual,
    },
    source: dmi ? DMI_SOURCE : 'system files',
  }
}

/** systemd writes "uninitialized" into images that have not booted yet (machine-id(5)). */
function parseMachineId(reading: TextReading): Identifier | Unknown {
  if (reading.kind !== 'read') return because(reading)
  const text = reading.value.trim().toLowerCase()
  if (text === 'uninitialized') return { placeholder: text }
  return toIdentifier(text)
}

// SMBIOS UUIDs compare without case; one form keeps the evidence equal across systems.
function lowerCase(value: Identifier | Unknown): Identifier | Unknown {
  return typeof value === 'string' ? value.toLowerCase() : value
}

export const systemProbe: Probe<'system'> = {
  fact: 'system',
  timeLimitMs: FILES_LIMIT_MS,
  linux: async ({ platform }) => parseSystem(await readSystem(platform)),
  windows: async ({ platform, windows }) => parseSystemOnWindows(platform.hostName, windows),
  macos: async ({ platform, macos }) => parseSystemOnMac(platform.hostName, macos),
}
