/** Mounted volumes; the room left on them changes by the hour and stands in `usage`. */
import Type from 'typebox'
import { orUnknown } from '../unknown-schema.ts'
import { fact, text, wholeNumber, words } from './spec.ts'

const VolumeSchema = Type.Object({
  mount: text('Vị trí', 'Mount', 300),
  fileSystem: orUnknown(text('Hệ tệp', 'File system', 40)),
  sizeBytes: orUnknown(wholeNumber('Dung lượng', 'Size', 'byte')),
  holdsSystem: orUnknown(Type.Boolean(words('Chứa hệ điều hành', 'Holds the system'))),
})

export const volumesFact = fact({
  name: 'volumes',
  title: { vi: 'Phân vùng', en: 'Volumes' },
  sentence: { vi: 'Các phân vùng, hệ tệp và dung lượng.', en: 'The volumes, their file systems and sizes.' },
  value: Type.Object({ volumes: Type.Array(VolumeSchema, { ...words('Các phân vùng', 'Volumes'), maxItems: 128 }) }),
  platforms: ['windows', 'linux', 'macos'],
  needsAdministrator: false,
  personal: false,
  example: {
    volumes: [{ mount: 'C:', fileSystem: 'NTFS', sizeBytes: 249_532_772_352, holdsSystem: true }],
  },
})
