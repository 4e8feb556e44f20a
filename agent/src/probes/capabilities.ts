/** Whether the programs of the system that a probe starts may do on Linux what else is root's: an agent that is not root may have been given that alone. */
import type { Platform } from '../platform/platform.ts'

/** linux/capability.h. */
const BITS = { CAP_DAC_READ_SEARCH: 2n, CAP_SYS_RAWIO: 17n } as const

export async function mayAsRoot(platform: Platform, capability: keyof typeof BITS): Promise<boolean> {
  if (platform.isRoot) return true
  // The ambient ones: no others are handed on to a program that is started.
  const status = await platform.readText('/proc/self/status')
  const [, held] = (status.kind === 'read' && /^CapAmb:\s*([0-9a-f]{1,16})$/m.exec(status.value)) || []
  return held !== undefined && ((BigInt(`0x${held}`) >> BITS[capability]) & 1n) === 1n
}
