/** The firmware: its date is a hint at the age of the PC, never the year it was put in use. */
import Type from 'typebox'
import { identifier } from '../identifier.ts'
import { orUnknown } from '../unknown-schema.ts'
import { calendarDate, fact, words } from './spec.ts'

export const biosFact = fact({
  name: 'bios',
  title: { vi: 'BIOS / UEFI', en: 'BIOS / UEFI' },
  sentence: {
    vi: 'Hãng, phiên bản, ngày của BIOS và kiểu khởi động. Ngày BIOS chỉ là gợi ý về tuổi máy.',
    en: 'Vendor, version and date of the firmware and how the PC starts. The date only hints at the age of the PC.',
  },
  value: Type.Object({
    vendor: identifier(words('Hãng', 'Vendor')),
    version: identifier(words('Phiên bản', 'Version')),
    date: orUnknown(calendarDate('Ngày phát hành', 'Release date')),
    startsAs: orUnknown(Type.Enum(['uefi', 'legacy'], words('Kiểu khởi động', 'Start mode'))),
  }),
  platforms: ['windows', 'linux', 'macos'],
  needsAdministrator: false,
  personal: false,
  example: { vendor: 'Dell Inc.', version: 'A05', date: '2014-08-21', startsAs: 'legacy' },
})
