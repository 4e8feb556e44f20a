/** Installed programs: can tell something about a person, so it is off until an administrator turns it on. */
import Type from 'typebox'
import { orUnknown } from '../unknown-schema.ts'
import { calendarDate, fact, text, words } from './spec.ts'

const ProgramSchema = Type.Object({
  name: text('Tên', 'Name', 300),
  version: Type.Optional(text('Phiên bản', 'Version', 120)),
  publisher: Type.Optional(text('Nhà phát hành', 'Publisher')),
  installedOn: Type.Optional(orUnknown(calendarDate('Ngày cài', 'Installed on'))),
})

export const softwareFact = fact({
  name: 'software',
  title: { vi: 'Phần mềm đã cài', en: 'Installed software' },
  sentence: { vi: 'Danh sách chương trình đã cài. Mặc định không thu thập.', en: 'The programs installed. Not collected by default.' },
  value: Type.Object({ programs: Type.Array(ProgramSchema, { ...words('Chương trình', 'Programs'), maxItems: 10_000 }) }),
  platforms: ['windows', 'linux', 'macos'],
  needsAdministrator: false,
  personal: true,
  example: { programs: [{ name: 'LibreOffice', version: '24.8.4', publisher: 'The Document Foundation', installedOn: '2025-02-11' }] },
})
