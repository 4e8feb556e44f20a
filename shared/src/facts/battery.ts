/** The battery of a laptop: present or not is itself a reading, never a default. Its wear moves with every charge and stands in `usage`. */
import Type from 'typebox'
import { orUnknown } from '../unknown-schema.ts'
import { fact, text, wholeNumber, words } from './spec.ts'

const BatterySchema = Type.Object({
  name: orUnknown(text('Tên', 'Name', 100)),
  designCapacityMwh: orUnknown(wholeNumber('Dung lượng thiết kế', 'Design capacity', 'mWh')),
})

export const batteryFact = fact({
  name: 'battery',
  title: { vi: 'Pin', en: 'Battery' },
  sentence: {
    vi: 'Các viên pin và dung lượng thiết kế; máy để bàn không có pin.',
    en: 'The batteries and their design capacity; a desktop has none.',
  },
  value: Type.Object({ batteries: Type.Array(BatterySchema, { ...words('Các viên pin', 'Batteries'), maxItems: 8 }) }),
  platforms: ['windows', 'linux', 'macos'],
  needsAdministrator: false,
  personal: false,
  example: { batteries: [{ name: 'DELL 7VTMN54', designCapacityMwh: 51_000 }] },
})
