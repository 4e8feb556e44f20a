/** Monitors as they tell of themselves (EDID): they stand in the register of assets beside the PC. */
import Type from 'typebox'
import { identifier } from '../identifier.ts'
import { orUnknown } from '../unknown-schema.ts'
import { fact, text, wholeNumber, words } from './spec.ts'

const MonitorSchema = Type.Object({
  // Three letters registered with UEFI's PNP list, e.g. DEL, SAM, LEN.
  manufacturer: orUnknown(text('Mã hãng', 'Maker code', 20)),
  model: orUnknown(text('Kiểu', 'Model')),
  serial: identifier(words('Số serial', 'Serial number')),
  madeYear: orUnknown(wholeNumber('Năm sản xuất', 'Made in', 'code', 2100)),
  widthPx: orUnknown(wholeNumber('Ngang', 'Width', 'px', 100_000)),
  heightPx: orUnknown(wholeNumber('Dọc', 'Height', 'px', 100_000)),
})

export const monitorsFact = fact({
  name: 'monitors',
  title: { vi: 'Màn hình', en: 'Monitors' },
  sentence: {
    vi: 'Các màn hình đang nối với máy, theo thông tin màn hình tự khai (EDID).',
    en: 'The monitors connected to the PC, as they tell of themselves (EDID).',
  },
  value: Type.Object({ monitors: Type.Array(MonitorSchema, { ...words('Các màn hình', 'Monitors'), maxItems: 32 }) }),
  platforms: ['windows', 'linux', 'macos'],
  needsAdministrator: false,
  personal: false,
  example: {
    monitors: [{ manufacturer: 'DEL', model: 'DELL E1916H', serial: 'G7XK2P1', madeYear: 2017, widthPx: 1366, heightPx: 768 }],
  },
})
