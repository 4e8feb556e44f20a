/** The security chip on which Windows 11 insists. */
import Type from 'typebox'
import { orUnknown } from '../unknown-schema.ts'
import { fact, text, words } from './spec.ts'

export const tpmFact = fact({
  name: 'tpm',
  title: { vi: 'Chip bảo mật TPM', en: 'TPM' },
  sentence: {
    vi: 'Hệ điều hành có thấy chip TPM không, phiên bản nào và đã bật chưa. Chip bị tắt trong BIOS thì hệ điều hành không thấy.',
    en: 'Whether the system sees a TPM, which version, and whether it is on. One switched off in the firmware is not seen.',
  },
  value: Type.Object({
    /** False: the firmware shows the system none. It may be switched off there, which is no reason to buy anything. */
    present: Type.Boolean(words('Hệ điều hành thấy chip', 'Seen by the system')),
    specVersion: Type.Optional(orUnknown(text('Phiên bản', 'Version', 20))),
    enabled: Type.Optional(orUnknown(Type.Boolean(words('Đã bật', 'Enabled')))),
    manufacturer: Type.Optional(orUnknown(text('Hãng', 'Manufacturer', 60))),
  }),
  platforms: ['windows', 'linux'],
  needsAdministrator: 'partly',
  personal: false,
  example: { present: true, specVersion: '2.0', enabled: true, manufacturer: 'INTC' },
})
