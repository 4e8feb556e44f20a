/** SMBIOS chassis types in the groups planners use; the same on every system. */
import type { ChassisKind } from '@somay/shared/facts/chassis.ts'
import { isUnknown, type Unknown, unknown } from '@somay/shared/unknown.ts'

/** DMTF DSP0134, 7.4.1; 2 means that the maker did not know either. */
const KINDS: readonly { kind: ChassisKind; codes: readonly number[] }[] = [
  { kind: 'desktop', codes: [3, 4, 5, 6, 7, 15, 16, 24] },
  { kind: 'laptop', codes: [8, 9, 10, 14, 31] },
  { kind: 'all-in-one', codes: [13] },
  { kind: 'tablet', codes: [30, 32] },
  { kind: 'mini', codes: [35, 36] },
  { kind: 'server', codes: [17, 23, 25, 28, 29] },
]

const UNKNOWN_TYPE = 2
const HIGHEST_TYPE = 36
/** Bit 7 of the byte only says that a lock is present. */
export const TYPE_BITS = 0x7f

export function kindOfChassis(typeCode: number | Unknown): ChassisKind | Unknown {
  if (isUnknown(typeCode)) return typeCode
  const found = KINDS.find(({ codes }) => codes.includes(typeCode))
  if (found) return found.kind
  if (typeCode === UNKNOWN_TYPE) return unknown('not-supported', 'the maker wrote "unknown" as the chassis type')
  if (typeCode < 1 || typeCode > HIGHEST_TYPE) return unknown('failed', `chassis type ${typeCode} is outside SMBIOS`)
  return 'other'
}
