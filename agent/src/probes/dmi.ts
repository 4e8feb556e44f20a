/** The texts of the maker's table (SMBIOS) as Linux shows them in sysfs; serials and the UUID are root's alone. */
import { type Identifier, toIdentifier } from '@somay/shared/identifier.ts'
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Platform } from '../platform/platform.ts'
import type { Reading, TextReading } from '../platform/reading.ts'
import { because } from './because.ts'

export const DMI_FOLDER = '/sys/class/dmi/id'
export const DMI_SOURCE = 'sysfs dmi'

/** Why everything in the table is unknown when the folder is missing: no SMBIOS in the firmware, or a system that hides it. */
export const NO_DMI = unknown('not-supported', `${DMI_FOLDER}: this system shows no SMBIOS table`)

export async function readDmi<K extends string>(platform: Platform, names: readonly K[]): Promise<Record<K, TextReading> | undefined> {
  const folder = await platform.listFolder(DMI_FOLDER)
  if (folder.kind === 'absent') return undefined
  const entries = await Promise.all(names.map(async (name) => [name, await platform.readText(`${DMI_FOLDER}/${name}`)] as const))
  return Object.fromEntries(entries) as Record<K, TextReading>
}

/** A file the maker left out of the table is missing in sysfs; that is not-supported, not an empty serial. */
export function dmiIdentifier(reading: Reading<string>): Identifier | Unknown {
  return reading.kind === 'read' ? toIdentifier(reading.value) : because(reading)
}
