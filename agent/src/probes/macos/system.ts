/** Which Mac it is: serial and hardware UUID from system_profiler, the maker from the I/O Registry. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { unknown } from '@somay/shared/unknown.ts'
import { type MacReading, rowOf, textOf } from './profile.ts'
import { identifierOf } from './properties.ts'
import { nodeIn, registryIdentifier } from './registry.ts'
import { virtualOn } from './virtual.ts'

export function parseSystemOnMac(hostName: string, mac: MacReading | undefined): FactBody<FactValue<'system'>> {
  if (hostName === '') return unknown('failed', 'the system gives no host name')
  const hardware = rowOf(mac, 'SPHardwareDataType')
  const uuid = identifierOf(hardware, 'platform_UUID')
  return {
    known: {
      hostName: hostName.slice(0, 255),
      manufacturer: registryIdentifier(nodeIn(textOf(mac, 'machine'), 'IOPlatformExpertDevice'), 'manufacturer'),
      // MacBookAir10,1 or Mac14,2: exact where the name, which becomes the family, stands for many years of Macs.
      model: identifierOf(hardware, 'machine_model'),
      family: identifierOf(hardware, 'machine_name'),
      serial: identifierOf(hardware, 'serial_number'),
      // One form keeps the evidence equal across systems.
      uuid: typeof uuid === 'string' ? uuid.toLowerCase() : uuid,
      virtual: virtualOn(mac),
    },
    source: 'SPHardwareDataType, I/O Registry, sysctl',
  }
}
