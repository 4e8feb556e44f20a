/** One text that differs when this PC probably changed: updates installed, a restart wanted, an adapter added, a new name. Loaded in the resident process. */
import { statSync } from 'node:fs'
import { hostname, networkInterfaces } from 'node:os'
import { join } from 'node:path'
import type { Platform as PlatformName } from '@somay/shared/facts/spec.ts'

/** Files and folders whose date tells that programs or updates were installed; looked at, never opened. */
export function watchedPaths(os: PlatformName, environment: NodeJS.ProcessEnv): readonly string[] {
  if (os === 'macos') return ['/Library/Receipts/InstallHistory.plist', '/Library/Preferences/com.apple.SoftwareUpdate.plist']
  if (os === 'linux') return ['/var/lib/dpkg/status', '/var/lib/rpm', '/usr/lib/sysimage/rpm', '/run/reboot-required']
  const system = environment.SystemRoot ?? 'C:\\Windows'
  return [
    join(system, 'servicing', 'Packages'),
    join(system, 'System32', 'ntoskrnl.exe'),
    // Rewritten by Windows Update when a search or an installation ended.
    join(system, 'SoftwareDistribution', 'ReportingEvents.log'),
  ]
}

export function changeMark(paths: readonly string[]): string {
  const dates = paths.map((path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0)
  return [hostname(), ...adapters(), ...dates].join('|')
}

/** Hardware addresses of adapters of the PC; those software made up (the second lowest bit of the first byte) come and go with VPNs. */
function adapters(): string[] {
  const addresses = Object.values(networkInterfaces()).flatMap((found) => (found ?? []).filter(({ internal }) => !internal))
  return [...new Set(addresses.map(({ mac }) => mac))].filter((mac) => (Number.parseInt(mac.slice(0, 2), 16) & 2) === 0).sort()
}
