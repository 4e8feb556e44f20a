/** The register of facts, in reading order: one line here makes a spec part of the product. */

import type { Static } from 'typebox'
import { antivirusFact } from './antivirus.ts'
import { batteryFact } from './battery.ts'
import { biosFact } from './bios.ts'
import { boardFact } from './board.ts'
import { chassisFact } from './chassis.ts'
import { connectivityFact } from './connectivity.ts'
import { connectivityCheckFact } from './connectivity-check.ts'
import { diskEncryptionFact } from './disk-encryption.ts'
import { disksFact } from './disks.ts'
import { firewallFact } from './firewall.ts'
import { graphicsFact } from './graphics.ts'
import { memoryFact } from './memory.ts'
import { monitorsFact } from './monitors.ts'
import { networkAdaptersFact } from './network-adapters.ts'
import { osFact } from './os.ts'
import { patchesFact } from './patches.ts'
import { placementFact } from './placement.ts'
import { printersFact } from './printers.ts'
import { processorFact } from './processor.ts'
import { secureBootFact } from './secure-boot.ts'
import { signedInUserFact } from './signed-in-user.ts'
import { softwareFact } from './software.ts'
import type { FactSpec } from './spec.ts'
import { systemFact } from './system.ts'
import { tpmFact } from './tpm.ts'
import { usageFact } from './usage.ts'
import { volumesFact } from './volumes.ts'

const specs = {
  system: systemFact,
  board: boardFact,
  bios: biosFact,
  chassis: chassisFact,
  placement: placementFact,
  processor: processorFact,
  memory: memoryFact,
  disks: disksFact,
  volumes: volumesFact,
  graphics: graphicsFact,
  monitors: monitorsFact,
  battery: batteryFact,
  'network-adapters': networkAdaptersFact,
  printers: printersFact,
  os: osFact,
  patches: patchesFact,
  tpm: tpmFact,
  'secure-boot': secureBootFact,
  antivirus: antivirusFact,
  firewall: firewallFact,
  'disk-encryption': diskEncryptionFact,
  connectivity: connectivityFact,
  'connectivity-check': connectivityCheckFact,
  usage: usageFact,
  software: softwareFact,
  'signed-in-user': signedInUserFact,
}

export type FactName = keyof typeof specs

/** The value of a fact when it is known. */
export type FactValue<N extends FactName> = Static<(typeof specs)[N]['value']>

export const FACTS: Readonly<Record<FactName, FactSpec>> = specs

export const FACT_NAMES = Object.keys(specs) as readonly FactName[]

export function isFactName(name: string): name is FactName {
  return Object.hasOwn(specs, name)
}

/** False for a fact of which only the latest body is kept; one this version does not know keeps its history, because nothing is lost by that. */
export function keepsHistory(name: string): boolean {
  return !isFactName(name) || FACTS[name].history !== 'latest'
}
