/** The register of rules, in the order in which a planner reads them. */
import { ageRule } from './age.ts'
import { batteryWornRule } from './battery-worn.ts'
import { diskHealthRule } from './disk-health.ts'
import { freeSpaceRule } from './free-space.ts'
import { memoryRule } from './memory.ts'
import { osSupportRule } from './os-support.ts'
import { patchAgeRule } from './patch-age.ts'
import { processorFloorRule } from './processor-floor.ts'
import type { Rule } from './rule.ts'
import { antivirusRule, encryptionRule } from './security.ts'
import { systemSsdRule } from './system-ssd.ts'
import { win11SecureBootRule, win11TpmRule } from './win11-firmware.ts'
import { win11ProcessorRule } from './win11-processor.ts'
import { win11DiskRule, win11MemoryRule } from './win11-room.ts'

export const RULES: readonly Rule[] = [
  processorFloorRule,
  memoryRule,
  systemSsdRule,
  diskHealthRule,
  freeSpaceRule,
  osSupportRule,
  win11ProcessorRule,
  win11TpmRule,
  win11SecureBootRule,
  win11MemoryRule,
  win11DiskRule,
  patchAgeRule,
  antivirusRule,
  encryptionRule,
  batteryWornRule,
  ageRule,
]
