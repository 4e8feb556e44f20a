/** Reads the firmware's variable that says whether Secure Boot is on. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Platform } from '../platform/platform.ts'
import type { Reading } from '../platform/reading.ts'
import { because, valueFrom } from './because.ts'
import { EFI_FOLDER } from './bios.ts'
import { DMI_FOLDER } from './dmi.ts'
import { parseSecureBootOnMac } from './macos/secure-boot.ts'
import { FILES_LIMIT_MS, type Probe } from './probe.ts'
import { parseSecureBootOnWindows } from './windows/secure-boot.ts'

export type SecureBootReading = {
  readonly efi: Reading<unknown>
  readonly hasTable: boolean
  readonly variables: Reading<string[]>
  readonly secureBoot: Reading<number[]>
}

const VARIABLES_FOLDER = `${EFI_FOLDER}/efivars`
// The GUID of global variables (UEFI specification, 3.3).
const SECURE_BOOT = 'SecureBoot-8be4df61-93ca-11d2-aa0d-00e098032b8c'
// efivarfs puts four bytes of attributes before the value.
const ATTRIBUTE_BYTES = 4

export async function readSecureBoot(platform: Platform): Promise<SecureBootReading> {
  return {
    efi: await platform.listFolder(EFI_FOLDER),
    hasTable: (await platform.listFolder(DMI_FOLDER)).kind === 'read',
    variables: await platform.listFolder(VARIABLES_FOLDER),
    secureBoot: await platform.readBytes(`${VARIABLES_FOLDER}/${SECURE_BOOT}`),
  }
}

export function parseSecureBoot({ efi, hasTable, variables, secureBoot }: SecureBootReading): FactBody<FactValue<'secure-boot'>> {
  if (efi.kind === 'absent') return startedWithoutUefi(hasTable)
  if (efi.kind !== 'read') return because(efi)
  if (secureBoot.kind === 'absent') return withoutVariable(variables)
  const enabled = valueFrom(secureBoot, parseVariable, 'SecureBoot')
  return { known: { capable: secureBoot.kind === 'read' ? true : because(secureBoot), enabled }, source: 'efivars' }
}

/** Started the old way, Secure Boot is certainly not at work; what the firmware could do is not seen from here. */
function startedWithoutUefi(hasTable: boolean): FactBody<FactValue<'secure-boot'>> {
  if (!hasTable) return unknown('not-supported', `${EFI_FOLDER}: neither UEFI nor an SMBIOS table`)
  return {
    known: { capable: unknown('not-supported', 'started in legacy mode, where the firmware does not tell'), enabled: false },
    source: 'sysfs efi',
  }
}

// Other variables readable and this one missing: firmware from before Secure Boot. None readable: nothing is known.
function withoutVariable(variables: Reading<string[]>): FactBody<FactValue<'secure-boot'>> {
  if (variables.kind !== 'read') return because(variables)
  if (variables.value.length === 0) return unknown('not-supported', `${VARIABLES_FOLDER} is empty`)
  return { known: { capable: false, enabled: false }, source: 'efivars' }
}

function parseVariable(bytes: readonly number[]): boolean | Unknown | undefined {
  const value = bytes[ATTRIBUTE_BYTES]
  return value === 0 ? false : value === 1 ? true : undefined
}

export const secureBootProbe: Probe<'secure-boot'> = {
  fact: 'secure-boot',
  timeLimitMs: FILES_LIMIT_MS,
  linux: async ({ platform }) => parseSecureBoot(await readSecureBoot(platform)),
  windows: async ({ windows }) => parseSecureBootOnWindows(windows),
  macos: async ({ macos }) => parseSecureBootOnMac(macos),
}
