/** Which of the three systems this is, by the name facts have for it. */
import type { Platform as PlatformName } from '@somay/shared/facts/spec.ts'

export function osName(platform: NodeJS.Platform = process.platform): PlatformName {
  if (platform === 'win32') return 'windows'
  return platform === 'darwin' ? 'macos' : 'linux'
}
