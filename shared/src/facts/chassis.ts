/** What kind of box it is: the count of desktops and laptops rests on this. */
import Type, { type Static } from 'typebox'
import { identifier } from '../identifier.ts'
import { orUnknown } from '../unknown-schema.ts'
import { fact, wholeNumber, words } from './spec.ts'

/** SMBIOS chassis types (DMTF DSP0134, 7.4.1) in the groups planners use. */
export const ChassisKindSchema = Type.Enum(
  ['desktop', 'laptop', 'all-in-one', 'mini', 'tablet', 'server', 'virtual', 'other'],
  words('Loại máy', 'Kind'),
)

export type ChassisKind = Static<typeof ChassisKindSchema>

export const chassisFact = fact({
  name: 'chassis',
  title: { vi: 'Vỏ máy', en: 'Chassis' },
  sentence: { vi: 'Máy để bàn, xách tay, liền màn hình hay máy chủ.', en: 'Whether it is a desktop, laptop, all-in-one or server.' },
  value: Type.Object({
    kind: orUnknown(ChassisKindSchema),
    typeCode: orUnknown(wholeNumber('Mã loại SMBIOS', 'SMBIOS type code', 'code', 255)),
    manufacturer: Type.Optional(identifier(words('Hãng sản xuất', 'Manufacturer'))),
    serial: identifier(words('Số serial', 'Serial number')),
  }),
  platforms: ['windows', 'linux', 'macos'],
  needsAdministrator: 'partly',
  personal: false,
  example: { kind: 'desktop', typeCode: 3, manufacturer: 'Dell Inc.', serial: '7XK2P12' },
})
