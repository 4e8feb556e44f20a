/** Tells a virtual Mac from a real one; used by more than one fact. */
import { isUnknown, type Unknown } from '@somay/shared/unknown.ts'
import type { MacReading } from './profile.ts'
import { kernelNumber } from './sysctl.ts'

/** The kernel itself says whether it runs under a hypervisor, since macOS 11. */
export function virtualOn(mac: MacReading | undefined): boolean | Unknown {
  const present = kernelNumber(mac, 'kern.hv_vmm_present')
  return isUnknown(present) ? present : present !== 0
}
