/** Whether only signed systems may start, and whether the PC could do so. */
import Type from 'typebox'
import { orUnknown } from '../unknown-schema.ts'
import { fact, words } from './spec.ts'

export const secureBootFact = fact({
  name: 'secure-boot',
  title: { vi: 'Khởi động an toàn', en: 'Secure Boot' },
  sentence: {
    vi: 'Máy hỗ trợ và có đang bật chế độ khởi động an toàn (Secure Boot) hay không.',
    en: 'Whether the PC supports Secure Boot and whether it is on.',
  },
  value: Type.Object({
    capable: orUnknown(Type.Boolean(words('Hỗ trợ', 'Capable'))),
    enabled: orUnknown(Type.Boolean(words('Đang bật', 'Enabled'))),
  }),
  platforms: ['windows', 'linux', 'macos'],
  needsAdministrator: 'partly',
  personal: false,
  example: { capable: true, enabled: false },
})
