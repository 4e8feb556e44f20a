/** The operating system to the point where its support date and patch level can be looked up. */
import Type from 'typebox'
import { orUnknown } from '../unknown-schema.ts'
import { fact, instant, text, wholeNumber, words } from './spec.ts'

export const osFact = fact({
  name: 'os',
  title: { vi: 'Hệ điều hành', en: 'Operating system' },
  sentence: {
    vi: 'Tên, phiên bản, ấn bản hỗ trợ và số bản dựng (build.UBR) của hệ điều hành.',
    en: 'Name, version, support edition and build (build.UBR) of the operating system.',
  },
  value: Type.Object({
    family: Type.Enum(['windows', 'linux', 'macos'], words('Họ', 'Family')),
    name: text('Tên', 'Name'),
    version: orUnknown(text('Phiên bản', 'Version', 60)),
    // Windows: CurrentBuild as a number and UBR as the update revision; together "19045.5737".
    build: orUnknown(wholeNumber('Bản dựng', 'Build', 'code', 10_000_000)),
    ubr: orUnknown(wholeNumber('Bản sửa (UBR)', 'Update revision (UBR)', 'code', 10_000_000)),
    // macOS: 25A354, where the letters say which version it is of; two Macs of one version may differ in it.
    buildName: Type.Optional(orUnknown(text('Bản dựng, theo tên', 'Build, as named', 40))),
    kernel: Type.Optional(text('Nhân', 'Kernel', 120)),
    supportEdition: orUnknown(
      Type.Enum(
        ['home', 'pro', 'enterprise', 'education', 'ltsc', 'server', 'community', 'lts', 'other'],
        words('Ấn bản hỗ trợ', 'Support edition'),
      ),
    ),
    architecture: orUnknown(Type.Enum(['x86', 'x64', 'arm64', 'other'], words('Kiến trúc', 'Architecture'))),
    installedAt: orUnknown(instant('Cài đặt lúc', 'Installed at')),
  }),
  platforms: ['windows', 'linux', 'macos'],
  needsAdministrator: false,
  personal: false,
  example: {
    family: 'windows',
    name: 'Windows 10 Pro',
    version: '22H2',
    build: 19_045,
    ubr: 5737,
    supportEdition: 'pro',
    architecture: 'x64',
    installedAt: '2021-03-02T02:11:09.000Z',
  },
})
