/** What changes by itself while a PC is used, apart from what it is: only the latest is kept, so a day of use leaves no history. */
import Type from 'typebox'
import { orUnknown } from '../unknown-schema.ts'
import { fact, instant, text, wholeNumber, words } from './spec.ts'

const VolumeSchema = Type.Object({
  mount: text('Vị trí', 'Mount', 300),
  // Rounded down to whole 64 MiB by the probe: a fact that changes with every written file would travel every time.
  freeBytes: orUnknown(wholeNumber('Còn trống', 'Free', 'byte')),
  holdsSystem: orUnknown(Type.Boolean(words('Chứa hệ điều hành', 'Holds the system'))),
})

const BatterySchema = Type.Object({
  name: orUnknown(text('Tên', 'Name', 100)),
  fullCapacityMwh: orUnknown(wholeNumber('Dung lượng khi đầy', 'Full charge capacity', 'mWh')),
  cycles: orUnknown(wholeNumber('Số lần sạc', 'Charge cycles', 'count', 100_000)),
})

export const usageFact = fact({
  name: 'usage',
  title: { vi: 'Tình trạng sử dụng', en: 'Usage' },
  sentence: {
    vi: 'Những gì tự thay đổi khi dùng máy: lần khởi động, chỗ trống, danh mục cập nhật, độ hao mòn của pin. Chỉ giữ số liệu mới nhất.',
    en: 'What changes by itself in use: last boot, free room, update lists, wear of the battery. Only the latest is kept.',
  },
  value: Type.Object({
    lastBootAt: orUnknown(instant('Khởi động lần cuối', 'Last boot')),
    volumes: orUnknown(Type.Array(VolumeSchema, { ...words('Chỗ trống', 'Free room'), maxItems: 128 })),
    // The package lists may be old: a count of pending updates is as fresh as this.
    updateListsFreshAt: orUnknown(instant('Danh mục cập nhật lúc', 'Update lists fresh at')),
    batteries: orUnknown(Type.Array(BatterySchema, { ...words('Các viên pin', 'Batteries'), maxItems: 8 })),
  }),
  platforms: ['windows', 'linux', 'macos'],
  needsAdministrator: false,
  personal: false,
  history: 'latest',
  example: {
    lastBootAt: '2026-11-20T00:58:41.000Z',
    volumes: [{ mount: 'C:', freeBytes: 61_203_283_968, holdsSystem: true }],
    updateListsFreshAt: '2026-11-22T18:30:00.000Z',
    batteries: [{ name: 'DELL 7VTMN54', fullCapacityMwh: 38_420, cycles: 412 }],
  },
})
