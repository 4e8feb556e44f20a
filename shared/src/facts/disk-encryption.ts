/** Which volumes are encrypted; keys and recovery passwords are never read. */
import Type from 'typebox'
import { orUnknown } from '../unknown-schema.ts'
import { fact, text, words } from './spec.ts'

const VolumeSchema = Type.Object({
  mount: text('Vị trí', 'Mount', 300),
  // `protected`: encrypted and locked by a key; `suspended`: encrypted, but the key lies open until protection is resumed.
  state: orUnknown(Type.Enum(['protected', 'suspended', 'in-progress', 'none'], words('Mã hóa', 'Encryption'))),
  method: Type.Optional(orUnknown(text('Phương pháp', 'Method', 60))),
  holdsSystem: orUnknown(Type.Boolean(words('Chứa hệ điều hành', 'Holds the system'))),
})

export const diskEncryptionFact = fact({
  name: 'disk-encryption',
  title: { vi: 'Mã hóa ổ đĩa', en: 'Disk encryption' },
  sentence: {
    vi: 'Từng phân vùng có được mã hóa (BitLocker, LUKS, FileVault) hay không. Không bao giờ đọc khóa.',
    en: 'Whether each volume is encrypted (BitLocker, LUKS, FileVault). Keys are never read.',
  },
  value: Type.Object({ volumes: Type.Array(VolumeSchema, { ...words('Các phân vùng', 'Volumes'), maxItems: 128 }) }),
  platforms: ['windows', 'linux', 'macos'],
  needsAdministrator: 'partly',
  personal: false,
  example: { volumes: [{ mount: 'C:', state: 'protected', method: 'XTS-AES 128', holdsSystem: true }] },
})
