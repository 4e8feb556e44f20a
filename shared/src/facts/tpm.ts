/** The security chip on which Windows 11 insists. */
import Type from 'typebox'
import { orUnknown } from '../unknown-schema.ts'
import { fact, text, words } from './spec.ts'

export const tpmFact = fact({
  name: 'tpm',
  title: { vi: 'Chip bảo mật TPM', en: 'TPM' },
  sentence: {
    vi: 'Máy có chip TPM hay không, phiên bản nào và đã bật chưa.',
    en: 'Whether there is a TPM, which version, and whether it is on.',
  },
  value: Type.Object({
    present: Type.Boolean(words('Có chip', 'Present')),
    specVersion: Type.Optional(orUnknown(text('Phiên bản', 'Version', 20))),
    enabled: Type.Optional(orUnknown(Type.Boolean(words('Đã bật', 'Enabled')))),
    manufacturer: Type.Optional(orUnknown(text('Hãng', 'Manufacturer', 60))),
  }),
  platforms: ['windows', 'linux'],
  needsAdministrator: 'partly',
  personal: false,
  example: { present: true, specVersion: '2.0', enabled: true, manufacturer: 'INTC' },
})
