/** Reads the TPM as the kernel registered it. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Platform } from '../platform/platform.ts'
import type { Reading, TextReading } from '../platform/reading.ts'
import { because, textIn, valueFrom } from './because.ts'
import { FILES_LIMIT_MS, type Probe } from './probe.ts'
import { parseTpmOnWindows } from './windows/tpm.ts'

type Tpm = FactValue<'tpm'>

export type TpmReading = {
  readonly chips: Reading<string[]>
  readonly versionMajor: TextReading
  readonly enabled: TextReading
  readonly caps: TextReading
  /** The firmware's own announcement of a TPM 2.0 or 1.2. */
  readonly announcements: readonly Reading<unknown>[]
}

const TPM_FOLDER = '/sys/class/tpm'
const ANNOUNCEMENTS = ['/sys/firmware/acpi/tables/TPM2', '/sys/firmware/acpi/tables/TCPA']
const SPEC_VERSIONS: Record<string, string> = { '1': '1.2', '2': '2.0' }
const NOT_TOLD_BY_2 = unknown('not-supported', 'the kernel does not tell this of a TPM 2.0')

export async function readTpm(platform: Platform): Promise<TpmReading> {
  const chips = await platform.listFolder(TPM_FOLDER)
  const at = `${TPM_FOLDER}/${chips.kind === 'read' ? (chips.value[0] ?? 'tpm0') : 'tpm0'}`
  return {
    chips,
    versionMajor: await platform.readText(`${at}/tpm_version_major`),
    enabled: await platform.readText(`${at}/device/enabled`),
    caps: await platform.readText(`${at}/device/caps`),
    announcements: await Promise.all(ANNOUNCEMENTS.map((path) => platform.modifiedAt(path))),
  }
}

export function parseTpm({ chips, versionMajor, enabled, caps, announcements }: TpmReading): FactBody<Tpm> {
  // The folder stands as soon as the kernel knows TPMs at all; only then does "none listed" mean none.
  if (chips.kind === 'absent') return unknown('not-supported', `${TPM_FOLDER}: this kernel has no TPM support`)
  if (chips.kind !== 'read') return because(chips)
  if (chips.value.length === 0) return noChip(announcements)
  const specVersion =
    versionMajor.kind === 'absent' ? olderKernel(caps) : valueFrom(versionMajor, (text) => SPEC_VERSIONS[text.trim()], 'tpm_version_major')
  const is2 = specVersion === '2.0'
  return {
    known: {
      present: true,
      specVersion,
      enabled: is2 ? NOT_TOLD_BY_2 : valueFrom(enabled, (text) => ({ '0': false, '1': true })[text.trim()], 'enabled'),
      manufacturer: is2 ? NOT_TOLD_BY_2 : valueFrom(caps, manufacturerIn, 'caps'),
    },
    source: 'sysfs tpm',
  }
}

function noChip(announcements: TpmReading['announcements']): FactBody<Tpm> {
  if (announcements.some(({ kind }) => kind === 'read'))
    return unknown('failed', 'the firmware announces a TPM, but the system has no driver at work for it')
  return { known: { present: false }, source: 'sysfs tpm' }
}

// Before Linux 5.6 there was no version file; only TPM 1.2 had a file of capabilities.
function olderKernel(caps: TextReading): string | Unknown {
  return caps.kind === 'read' ? '1.2' : unknown('not-supported', 'this kernel does not tell the version')
}

/** `Manufacturer: 0x49465800`: the letters of the maker's code (TCG vendor ids), here IFX. */
function manufacturerIn(text: string): string | undefined {
  const hex = text.match(/^Manufacturer: 0x([0-9a-f]{8})$/im)?.[1]
  return hex === undefined ? undefined : textIn(Buffer.from(hex, 'hex').toString('latin1').replaceAll('\0', ''), 60)
}

export const tpmProbe: Probe<'tpm'> = {
  fact: 'tpm',
  timeLimitMs: FILES_LIMIT_MS,
  linux: async ({ platform }) => parseTpm(await readTpm(platform)),
  windows: async ({ windows }) => parseTpmOnWindows(windows),
}
