/** Reads what this system says of the way out. */
import type { Platform } from '../platform/platform.ts'
import { readMacProxy } from './macos-proxy.ts'
import type { SystemProxy } from './system-proxy.ts'
import { readWindowsProxy } from './windows-proxy.ts'

/** Undefined where the system has no such settings, or they cannot be read: on Linux the environment is all there is. */
export async function readSystemProxy(platform: Platform): Promise<SystemProxy | undefined> {
  if (platform.os === 'windows') return readWindowsProxy(platform)
  return platform.os === 'macos' ? readMacProxy(platform) : undefined
}
