/** What kind of box the Mac is, by its name where that leaves no doubt. */
import type { ChassisKind } from '@somay/shared/facts/chassis.ts'
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Reading } from '../../platform/reading.ts'
import { because } from '../because.ts'
import { type MacReading, type Row, rowOf, textOf } from './profile.ts'
import { notTold, wordsOf } from './properties.ts'
import { nodeIn, registryIdentifier } from './registry.ts'
import { virtualOn } from './virtual.ts'

/** Since 2022 identifiers are "Mac" and a number for every kind, so the name decides, and the identifier where it still tells. */
const KINDS: readonly (readonly [name: RegExp, kind: ChassisKind])[] = [
  [/^MacBook/i, 'laptop'],
  [/^iMac/i, 'all-in-one'],
  [/^Mac ?mini/i, 'mini'],
  [/^Mac Studio/i, 'desktop'],
  // The last Mac Pro that was sold as nothing but a box for the desk; later ones may stand in a rack.
  [/^MacPro[1-6],/i, 'desktop'],
]

const NO_SMBIOS = unknown('not-supported', 'macOS shows no SMBIOS type')
const ONE_SERIAL = unknown('not-supported', 'a Mac has one serial; it stands with the system')

export function parseChassisOnMac(mac: MacReading | undefined): FactBody<FactValue<'chassis'>> {
  const hardware = rowOf(mac, 'SPHardwareDataType')
  const isVirtual = virtualOn(mac) === true
  if (hardware.kind !== 'read' && !isVirtual) return because(hardware)
  return {
    known: {
      kind: isVirtual ? 'virtual' : kindOf(hardware),
      typeCode: NO_SMBIOS,
      manufacturer: registryIdentifier(nodeIn(textOf(mac, 'machine'), 'IOPlatformExpertDevice'), 'manufacturer'),
      serial: ONE_SERIAL,
    },
    source: 'SPHardwareDataType, I/O Registry',
  }
}

function kindOf(hardware: Reading<Row>): ChassisKind | Unknown {
  if (hardware.kind !== 'read') return because(hardware)
  const names = ['machine_name', 'machine_model'].map((key) => wordsOf(hardware.value, key) ?? '')
  const found = KINDS.find(([name]) => names.some((one) => name.test(one)))
  if (found) return found[1]
  return names.every((name) => name === '')
    ? notTold(hardware.value, 'machine_name')
    : unknown('not-supported', 'the name of this Mac does not tell what kind of box it is')
}
