/** Who made the PC and which one it is, from SMBIOS as WMI shows it, with domain or workgroup. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { unknown } from '@somay/shared/unknown.ts'
import { rowOf, type WindowsReading } from './inventory.ts'
import { ask, identifierOf, textOf, yesNoOf } from './properties.ts'
import { virtualOn } from './virtual.ts'

export function parseSystemOnWindows(hostName: string, windows: WindowsReading | undefined): FactBody<FactValue<'system'>> {
  if (hostName === '') return unknown('failed', 'the system gives no host name')
  const system = rowOf(windows, 'computer', 'computerSystem')
  const product = rowOf(windows, 'computer', 'product')
  const uuid = identifierOf(product, 'UUID')
  const machineId = identifierOf(rowOf(windows, 'computer', 'machineGuid'), 'MachineGuid')
  const inDomain = ask(system, 'PartOfDomain', yesNoOf)
  return {
    known: {
      hostName: hostName.slice(0, 255),
      manufacturer: identifierOf(system, 'Manufacturer'),
      model: identifierOf(system, 'Model'),
      family: identifierOf(system, 'SystemFamily'),
      serial: identifierOf(product, 'IdentifyingNumber'),
      // One form keeps the evidence equal across systems.
      uuid: typeof uuid === 'string' ? uuid.toLowerCase() : uuid,
      machineId: typeof machineId === 'string' ? machineId.toLowerCase() : machineId,
      assetTag: identifierOf(rowOf(windows, 'computer', 'enclosure'), 'SMBIOSAssetTag'),
      membership: typeof inDomain === 'boolean' ? (inDomain ? 'domain' : 'workgroup') : inDomain,
      memberOf:
        typeof inDomain === 'boolean' ? ask(system, inDomain ? 'Domain' : 'Workgroup', (row, name) => textOf(row, name, 255)) : inDomain,
      virtual: virtualOn(windows),
    },
    source: 'Win32_ComputerSystem, Win32_ComputerSystemProduct',
  }
}
