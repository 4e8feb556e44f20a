/** Mounted volumes and the room left on them. */
import Type from 'typebox'
import { orUnknown } from '../unknown.ts'
import { fact, text, wholeNumber, words } from './spec.ts'

const VolumeSchema = Type.Object({
  mount: text('Vị trí', 'Mount', 300),
  fileSystem: orUnknown(text('Hệ tệp', 'File system', 40)),
  sizeBytes: orUnknown(wholeNumber('Dung lượng', 'Size', 'byte')),
  // Rounded down to whole 64 MiB by the probe: a fact that changes with every written file would travel every time.
  freeBytes: orUnknown(wholeNumber('Còn trống', 'Free', 'byte')),
  holdsSystem: orUnknown(Type.Boolean(words('Chứa hệ điều hành', 'Holds the system'))),
})

export const volumesFact = fact({
  name: 'volumes',
  title: { vi: 'Phân vùng', en: 'Volumes' },
  sentence: { vi: 'Các phân vùng và chỗ trống còn lại.', en: 'The volumes and the room left on them.' },
  value: Type.Object({ volumes: Type.Array(VolumeSchema, { ...words('Các phân vùng', 'Volumes'), maxItems: 128 }) }),
  platforms: ['windows', 'linux', 'macos'],
  needsAdministrator: false,
  personal: false,
  example: {
    volumes: [{ mount: 'C:', fileSystem: 'NTFS', sizeBytes: 249_532_772_352, freeBytes: 61_203_283_968, holdsSystem: true }],
  },
})
