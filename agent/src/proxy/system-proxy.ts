/** What a system says of the way out: which of its settings counts, in one form for Windows and macOS. */
import type { Platform } from '../platform/platform.ts'
import { readMacProxy } from './macos-proxy.ts'
import { readWindowsProxy } from './windows-proxy.ts'

export type SystemProxy =
  | { readonly kind: 'none' }
  /** `host:port` or an address, by scheme; hosts of the bypass list are reached directly. */
  | { readonly kind: 'static'; readonly http?: string; readonly https?: string; readonly bypass: readonly string[] }
  | { readonly kind: 'pac'; readonly url: string }

/** Undefined where the system has no such settings, or they cannot be read: on Linux the environment is all there is. */
export async function readSystemProxy(platform: Platform): Promise<SystemProxy | undefined> {
  if (platform.os === 'windows') return readWindowsProxy(platform)
  return platform.os === 'macos' ? readMacProxy(platform) : undefined
}
