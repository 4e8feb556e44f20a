/** Reads the batteries that feed the PC itself; "none" is said only when the kernel's list of power supplies was read. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { isUnknown } from '@somay/shared/unknown.ts'
import { parseBatteryOnMac } from './macos/battery.ts'
import { FILES_LIMIT_MS, type Probe } from './probe.ts'
import { batteriesIn, batteryName, designCapacity, readSupplies, type SuppliesReading } from './supplies.ts'
import { parseBatteryOnWindows } from './windows/batteries.ts'

export function parseBattery(reading: SuppliesReading): FactBody<FactValue<'battery'>> {
  const found = batteriesIn(reading)
  if (isUnknown(found)) return found
  const batteries = found.map((supply) => ({ name: batteryName(supply), designCapacityMwh: designCapacity(supply) }))
  return { known: { batteries }, source: 'sysfs power_supply' }
}

export const batteryProbe: Probe<'battery'> = {
  fact: 'battery',
  timeLimitMs: FILES_LIMIT_MS,
  linux: async ({ platform }) => parseBattery(await readSupplies(platform)),
  windows: async ({ windows }) => parseBatteryOnWindows(windows),
  macos: async ({ macos }) => parseBatteryOnMac(macos),
}
