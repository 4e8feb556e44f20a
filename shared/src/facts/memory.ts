/** Memory in the PC, module by module, and what the board could take: decides add, swap or impossible. */
import Type from 'typebox'
import { identifier } from '../identifier.ts'
import { orUnknown } from '../unknown-schema.ts'
import { fact, text, wholeNumber, words } from './spec.ts'

const ModuleSchema = Type.Object({
  slot: text('Khe', 'Slot', 100),
  sizeBytes: orUnknown(wholeNumber('Dung lượng', 'Size', 'byte')),
  type: orUnknown(text('Loại', 'Type', 40)),
  formFactor: orUnknown(text('Kiểu thanh', 'Form factor', 40)),
  speedMtS: orUnknown(wholeNumber('Tốc độ', 'Speed', 'MT/s', 100_000)),
  manufacturer: Type.Optional(identifier(words('Hãng', 'Manufacturer'))),
  serial: Type.Optional(identifier(words('Số serial', 'Serial number'))),
})

export const memoryFact = fact({
  name: 'memory',
  title: { vi: 'Bộ nhớ (RAM)', en: 'Memory' },
  sentence: {
    vi: 'Tổng RAM, từng thanh, số khe và dung lượng tối đa bo mạch nhận được.',
    en: 'Total memory, each module, the slots and the most the board can take.',
  },
  value: Type.Object({
    totalBytes: orUnknown(wholeNumber('Tổng hệ điều hành thấy', 'Total seen by the system', 'byte')),
    installedBytes: orUnknown(wholeNumber('Tổng các thanh', 'Sum of modules', 'byte')),
    slots: orUnknown(wholeNumber('Số khe', 'Slots', 'count', 256)),
    freeSlots: orUnknown(wholeNumber('Khe trống', 'Free slots', 'count', 256)),
    maximumBytes: orUnknown(wholeNumber('Tối đa', 'Maximum', 'byte')),
    modules: orUnknown(Type.Array(ModuleSchema, { ...words('Các thanh', 'Modules'), maxItems: 256 })),
  }),
  platforms: ['windows', 'linux', 'macos'],
  needsAdministrator: 'partly',
  personal: false,
  example: {
    totalBytes: 4_182_302_720,
    installedBytes: 4_294_967_296,
    slots: 2,
    freeSlots: 1,
    maximumBytes: 17_179_869_184,
    modules: [{ slot: 'DIMM1', sizeBytes: 4_294_967_296, type: 'DDR3', formFactor: 'DIMM', speedMtS: 1600, manufacturer: 'Kingston' }],
  },
})
