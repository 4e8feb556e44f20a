/** The battery of a laptop: present or not is itself a reading, never a default. */
import Type from 'typebox'
import { orUnknown } from '../unknown.ts'
import { fact, text, wholeNumber, words } from './spec.ts'

const BatterySchema = Type.Object({
  name: orUnknown(text('Tên', 'Name', 100)),
  designCapacityMwh: orUnknown(wholeNumber('Dung lượng thiết kế', 'Design capacity', 'mWh')),
  fullCapacityMwh: orUnknown(wholeNumber('Dung lượng khi đầy', 'Full charge capacity', 'mWh')),
  cycles: orUnknown(wholeNumber('Số lần sạc', 'Charge cycles', 'count', 100_000)),
})

export const batteryFact = fact({
  name: 'battery',
  title: { vi: 'Pin', en: 'Battery' },
  sentence: {
    vi: 'Dung lượng thiết kế và dung lượng thật của pin; máy để bàn không có pin.',
    en: 'Design and real capacity of the battery; a desktop has none.',
  },
  value: Type.Object({ batteries: Type.Array(BatterySchema, { ...words('Các viên pin', 'Batteries'), maxItems: 8 }) }),
  platforms: ['windows', 'linux', 'macos'],
  needsAdministrator: false,
  personal: false,
  example: { batteries: [{ name: 'DELL 7VTMN54', designCapacityMwh: 51_000, fullCapacityMwh: 38_420, cycles: 412 }] },
})
