/** Physical disks: kind, size, bus and health; a PC slow from a spinning disk is mended by an SSD. */
import Type from 'typebox'
import { identifier } from '../identifier.ts'
import { orUnknown } from '../unknown-schema.ts'
import { fact, text, wholeNumber, words } from './spec.ts'

const DiskSchema = Type.Object({
  name: text('Tên trong hệ điều hành', 'Name in the system', 100),
  model: orUnknown(text('Kiểu', 'Model')),
  serial: identifier(words('Số serial', 'Serial number')),
  sizeBytes: orUnknown(wholeNumber('Dung lượng', 'Size', 'byte')),
  kind: orUnknown(Type.Enum(['ssd', 'hdd', 'virtual', 'other'], words('Loại', 'Kind'))),
  bus: orUnknown(text('Chuẩn kết nối', 'Bus', 40)),
  health: orUnknown(Type.Enum(['good', 'warning', 'failing'], words('Tình trạng', 'Health'))),
  removable: orUnknown(Type.Boolean(words('Tháo rời được', 'Removable'))),
  holdsSystem: orUnknown(Type.Boolean(words('Chứa hệ điều hành', 'Holds the system'))),
})

export const disksFact = fact({
  name: 'disks',
  title: { vi: 'Ổ đĩa', en: 'Disks' },
  sentence: {
    vi: 'Từng ổ đĩa vật lý: loại, dung lượng, chuẩn kết nối, tình trạng.',
    en: 'Each physical disk: kind, size, bus and health.',
  },
  value: Type.Object({ disks: Type.Array(DiskSchema, { ...words('Các ổ đĩa', 'Disks'), maxItems: 128 }) }),
  platforms: ['windows', 'linux', 'macos'],
  needsAdministrator: 'partly',
  personal: false,
  example: {
    disks: [
      {
        name: 'PHYSICALDRIVE0',
        model: 'ST500DM002-1BD142',
        serial: 'Z3TABC12',
        sizeBytes: 500_107_862_016,
        kind: 'hdd',
        bus: 'SATA',
        health: 'good',
        removable: false,
        holdsSystem: true,
      },
    ],
  },
})
