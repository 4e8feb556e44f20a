/** Graphics adapters. */
import Type from 'typebox'
import { orUnknown } from '../unknown-schema.ts'
import { fact, text, wholeNumber, words } from './spec.ts'

const AdapterSchema = Type.Object({
  name: orUnknown(text('Tên', 'Name')),
  vendor: orUnknown(text('Hãng', 'Vendor', 100)),
  memoryBytes: orUnknown(wholeNumber('Bộ nhớ', 'Memory', 'byte')),
  driverVersion: orUnknown(text('Phiên bản trình điều khiển', 'Driver version', 100)),
})

export const graphicsFact = fact({
  name: 'graphics',
  title: { vi: 'Đồ họa', en: 'Graphics' },
  sentence: { vi: 'Các bộ điều khiển đồ họa.', en: 'The graphics adapters.' },
  value: Type.Object({ adapters: Type.Array(AdapterSchema, { ...words('Bộ điều khiển', 'Adapters'), maxItems: 32 }) }),
  platforms: ['windows', 'linux', 'macos'],
  needsAdministrator: false,
  personal: false,
  example: {
    adapters: [
      { name: 'Intel(R) HD Graphics 4400', vendor: 'Intel Corporation', memoryBytes: 1_073_741_824, driverVersion: '20.19.15.4549' },
    ],
  },
})
