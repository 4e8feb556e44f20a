/** Network adapters, physical ones told from virtual; their MAC addresses are evidence of identity. */
import Type from 'typebox'
import { orUnknown } from '../unknown-schema.ts'
import { fact, text, wholeNumber, words } from './spec.ts'

const AdapterSchema = Type.Object({
  name: text('Tên', 'Name', 200),
  mac: orUnknown(Type.String({ ...words('Địa chỉ MAC', 'MAC address'), pattern: '^([0-9a-f]{2}:){5}[0-9a-f]{2}$' })),
  physical: orUnknown(Type.Boolean(words('Thiết bị thật', 'Physical'))),
  medium: orUnknown(Type.Enum(['wired', 'wireless', 'other'], words('Loại', 'Medium'))),
  /** Docks and adapters that go from PC to PC hang on USB; agents before 0.2 do not tell. */
  bus: Type.Optional(orUnknown(Type.Enum(['built-in', 'usb', 'other'], words('Cách gắn', 'Attached')))),
  up: orUnknown(Type.Boolean(words('Đang nối', 'Up'))),
  speedBitS: orUnknown(wholeNumber('Tốc độ', 'Speed', 'bit/s')),
  addresses: orUnknown(Type.Array(Type.String({ maxLength: 64 }), { ...words('Địa chỉ IP', 'IP addresses'), maxItems: 32 })),
})

export const networkAdaptersFact = fact({
  name: 'network-adapters',
  title: { vi: 'Cạc mạng', en: 'Network adapters' },
  sentence: {
    vi: 'Các cạc mạng có dây, không dây và ảo, với địa chỉ MAC và IP. Không đọc tên mạng Wi-Fi.',
    en: 'Wired, wireless and virtual adapters with MAC and IP addresses. Wi-Fi names are not read.',
  },
  value: Type.Object({ adapters: Type.Array(AdapterSchema, { ...words('Cạc mạng', 'Adapters'), maxItems: 128 }) }),
  platforms: ['windows', 'linux', 'macos'],
  needsAdministrator: false,
  personal: false,
  example: {
    adapters: [
      {
        name: 'Ethernet',
        mac: 'b8:ca:3a:91:0f:22',
        physical: true,
        medium: 'wired',
        bus: 'built-in',
        up: true,
        speedBitS: 1_000_000_000,
        addresses: ['10.34.2.14'],
      },
    ],
  },
})
