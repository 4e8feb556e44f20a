/** Printers set up on the PC, so that an office knows what hangs on it before it is replaced. */
import Type from 'typebox'
import { orUnknown } from '../unknown-schema.ts'
import { fact, text, words } from './spec.ts'

const PrinterSchema = Type.Object({
  name: text('Tên', 'Name', 300),
  driver: orUnknown(text('Trình điều khiển', 'Driver')),
  connection: orUnknown(Type.Enum(['local', 'network', 'virtual'], words('Kết nối', 'Connection'))),
  shared: orUnknown(Type.Boolean(words('Cho máy khác dùng chung', 'Shared'))),
  isDefault: orUnknown(Type.Boolean(words('Mặc định', 'Default'))),
})

export const printersFact = fact({
  name: 'printers',
  title: { vi: 'Máy in', en: 'Printers' },
  sentence: {
    vi: 'Các máy in đã cài trên máy: nối trực tiếp, qua mạng hay máy in ảo.',
    en: 'The printers set up on the PC: attached, over the network, or virtual.',
  },
  value: Type.Object({ printers: Type.Array(PrinterSchema, { ...words('Các máy in', 'Printers'), maxItems: 200 }) }),
  platforms: ['windows', 'linux', 'macos'],
  needsAdministrator: false,
  personal: false,
  example: {
    printers: [{ name: 'Canon LBP2900', driver: 'Canon LBP2900', connection: 'local', shared: false, isDefault: true }],
  },
})
