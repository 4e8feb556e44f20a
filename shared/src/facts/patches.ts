/** Which updates are in, which wait, and where they come from. */
import Type from 'typebox'
import { orUnknown } from '../unknown-schema.ts'
import { fact, instant, text, wholeNumber, words } from './spec.ts'

const UpdateSchema = Type.Object({
  id: text('Mã', 'Id', 120),
  title: Type.Optional(text('Tên', 'Title', 300)),
  version: Type.Optional(text('Phiên bản', 'Version', 120)),
  severity: Type.Optional(Type.Enum(['critical', 'important', 'moderate', 'low', 'security', 'other'], words('Mức', 'Severity'))),
  installedAt: Type.Optional(orUnknown(instant('Cài lúc', 'Installed at'))),
})

export const patchesFact = fact({
  name: 'patches',
  title: { vi: 'Bản vá', en: 'Patches' },
  sentence: {
    vi: 'Bản vá đã cài, bản vá chờ cài, lần cập nhật gần nhất và có cần khởi động lại không.',
    en: 'Installed and pending updates, the last success and whether a restart is due.',
  },
  value: Type.Object({
    pendingCount: orUnknown(wholeNumber('Chờ cài', 'Pending', 'count', 1_000_000)),
    pendingSecurityCount: orUnknown(wholeNumber('Chờ cài, về an ninh', 'Pending, security', 'count', 1_000_000)),
    pending: orUnknown(Type.Array(UpdateSchema, { ...words('Bản vá chờ cài', 'Pending updates'), maxItems: 5_000 })),
    installed: orUnknown(Type.Array(UpdateSchema, { ...words('Bản vá đã cài', 'Installed updates'), maxItems: 5_000 })),
    lastSuccessAt: orUnknown(instant('Cập nhật lần cuối', 'Last success')),
    restartPending: orUnknown(Type.Boolean(words('Chờ khởi động lại', 'Restart pending'))),
    source: orUnknown(text('Nguồn cập nhật', 'Update source', 200)),
  }),
  platforms: ['windows', 'linux', 'macos'],
  needsAdministrator: 'partly',
  personal: false,
  example: {
    pendingCount: 2,
    pendingSecurityCount: 1,
    pending: [{ id: 'KB5066791', title: '2025-10 Cumulative Update for Windows 10', severity: 'critical' }],
    installed: [{ id: 'KB5055518', installedAt: '2025-04-10T03:00:00.000Z' }],
    lastSuccessAt: '2025-04-10T03:00:00.000Z',
    restartPending: false,
    source: 'Microsoft Update',
  },
})
