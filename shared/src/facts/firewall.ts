/** Whether the system's firewall is on, profile by profile. */
import Type from 'typebox'
import { orUnknown } from '../unknown-schema.ts'
import { fact, text, words } from './spec.ts'

const ProfileSchema = Type.Object({
  // Windows: domain, private, public; elsewhere the name of the firewall.
  name: text('Hồ sơ', 'Profile', 100),
  enabled: orUnknown(Type.Boolean(words('Đang bật', 'On'))),
})

export const firewallFact = fact({
  name: 'firewall',
  title: { vi: 'Tường lửa', en: 'Firewall' },
  sentence: {
    vi: 'Tường lửa của hệ điều hành có bật hay không, theo từng loại mạng.',
    en: 'Whether the firewall of the system is on, for each kind of network.',
  },
  value: Type.Object({ profiles: Type.Array(ProfileSchema, { ...words('Các hồ sơ', 'Profiles'), maxItems: 32 }) }),
  platforms: ['windows', 'linux', 'macos'],
  needsAdministrator: 'partly',
  personal: false,
  example: {
    profiles: [
      { name: 'domain', enabled: true },
      { name: 'private', enabled: true },
      { name: 'public', enabled: true },
    ],
  },
})
