/** The register of probes: one line makes a probe part of every inventory; a test holds it equal to the register of facts. */
import type { FactName } from '@somay/shared/facts/index.ts'
import { antivirusProbe } from './antivirus.ts'
import { batteryProbe } from './battery.ts'
import { biosProbe } from './bios.ts'
import { boardProbe } from './board.ts'
import { chassisProbe } from './chassis.ts'
import { connectivityProbe } from './connectivity.ts'
import { connectivityCheckProbe } from './connectivity-check.ts'
import { diskEncryptionProbe } from './disk-encryption.ts'
import { disksProbe } from './disks.ts'
import { firewallProbe } from './firewall.ts'
import { graphicsProbe } from './graphics.ts'
import { memoryProbe } from './memory.ts'
import { monitorsProbe } from './monitors.ts'
import { networkAdaptersProbe } from './network-adapters.ts'
import { osProbe } from './os.ts'
import { patchesProbe } from './patches.ts'
import { placementProbe } from './placement.ts'
import { printersProbe } from './printers.ts'
import type { Probe } from './probe.ts'
import { processorProbe } from './processor.ts'
import { secureBootProbe } from './secure-boot.ts'
import { signedInUserProbe } from './signed-in-user.ts'
import { softwareProbe } from './software.ts'
import { systemProbe } from './system.ts'
import { tpmProbe } from './tpm.ts'
import { usageProbe } from './usage.ts'
import { volumesProbe } from './volumes.ts'

export const PROBES: { readonly [N in FactName]: Probe<N> } = {
  system: systemProbe,
  board: boardProbe,
  bios: biosProbe,
  chassis: chassisProbe,
  placement: placementProbe,
  processor: processorProbe,
  memory: memoryProbe,
  disks: disksProbe,
  volumes: volumesProbe,
  graphics: graphicsProbe,
  monitors: monitorsProbe,
  battery: batteryProbe,
  'network-adapters': networkAdaptersProbe,
  printers: printersProbe,
  os: osProbe,
  patches: patchesProbe,
  tpm: tpmProbe,
  'secure-boot': secureBootProbe,
  antivirus: antivirusProbe,
  firewall: firewallProbe,
  'disk-encryption': diskEncryptionProbe,
  connectivity: connectivityProbe,
  'connectivity-check': connectivityCheckProbe,
  usage: usageProbe,
  software: softwareProbe,
  'signed-in-user': signedInUserProbe,
}
