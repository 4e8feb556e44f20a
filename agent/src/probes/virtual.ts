/** Tells a virtual PC from a real one by the processor's own hypervisor flag; used by more than one probe. */
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Platform } from '../platform/platform.ts'
import type { TextReading } from '../platform/reading.ts'
import type { CommandResult } from '../platform/run-command.ts'
import { because } from './because.ts'

export type VirtualReading = { readonly cpuinfo: TextReading; readonly detected: CommandResult | undefined }

const DETECT_TIMEOUT_MS = 5_000

/** x86 processors set CPUID bit 31 of leaf 1 for a guest; others have no such flag, so systemd is asked there. */
export async function readVirtual(platform: Platform): Promise<VirtualReading> {
  const cpuinfo = await platform.readText('/proc/cpuinfo')
  const hasFlags = cpuinfo.kind === 'read' && /^flags\s*:/m.test(cpuinfo.value)
  const detected = hasFlags
    ? undefined
    : await platform.runCommand('systemd-detect-virt', ['--vm'], { timeoutMs: DETECT_TIMEOUT_MS, okCodes: [0, 1] })
  return { cpuinfo, detected }
}

export function parseVirtual({ cpuinfo, detected }: VirtualReading): boolean | Unknown {
  if (detected?.kind === 'ok') return detected.stdout.trim() !== 'none'
  if (cpuinfo.kind !== 'read') return because(cpuinfo)
  const flags = cpuinfo.value.match(/^flags\s*:(.*)$/m)?.[1]
  if (flags !== undefined) return flags.split(/\s+/).includes('hypervisor')
  return detected ? because(detected) : unknown('not-supported', 'this processor does not tell a guest from a real PC')
}
