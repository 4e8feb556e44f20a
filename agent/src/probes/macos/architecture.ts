/** Which kind of processor the Mac itself has, whatever this process is translated for; used by more than one fact. */
import { isUnknown, type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { MacReading } from './profile.ts'
import { kernelNumber } from './sysctl.ts'

// What the processor can run: under Rosetta an Apple chip says yes to both, so its own kind is asked first.
export function architectureOf(mac: MacReading | undefined): 'arm64' | 'x64' | Unknown {
  const arm64 = kernelNumber(mac, 'hw.optional.arm64')
  if (arm64 === 1) return 'arm64'
  const x64 = kernelNumber(mac, 'hw.optional.x86_64')
  if (x64 === 1) return 'x64'
  return isUnknown(x64) ? x64 : unknown('failed', 'hw.optional: neither kind of processor')
}
